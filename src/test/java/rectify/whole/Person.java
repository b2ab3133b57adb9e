package rectify.whole;

import java.net.http.HttpResponse;
import java.util.Set;
import rectify.identity.Visitor;

/**
 * Somebody who tries doors, with their session.
 *
 * @param kind such as {@code township}; what they are to a case of their own
 */
record Person(String id, String kind, Set<String> groups, Set<String> counties, Visitor visitor) {

  static Person stranger(int port) {
    return new Person("stranger", "anonymous", Set.of(), Set.of(), new Visitor(port));
  }

  /** Asks as a browser would: in the session, with both tokens. */
  HttpResponse<String> ask(String method, String path, String body) {
    if (kind.equals("anonymous")) {
      return visitor.send(method, path, body);
    }
    return visitor.send(
        method,
        path,
        body,
        "X-RECTIFY-XSRF-TOKEN",
        visitor.cookie("RECTIFY-XSRF-TOKEN"),
        "X-XSRF-TOKEN",
        visitor.cookie("XSRF-TOKEN"));
  }
}
