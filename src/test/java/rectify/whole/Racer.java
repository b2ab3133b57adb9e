package rectify.whole;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import rectify.identity.Visitor;
import rectify.whole.Race.Shot;

/** Somebody in a browser of their own who does the same as others at the same moment. */
class Racer {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final String id;
  private final Visitor visitor;

  Racer(int port, String id) {
    this.id = id;
    this.visitor = new Visitor(port).loggedIn(id);
  }

  String id() {
    return id;
  }

  Shot asks(String method, String path, Map<String, ?> body) {
    return () -> ask(method, path, body);
  }

  Shot asksKeyed(String key, String path, Map<String, ?> body) {
    return () -> send("POST", path, written(body), "Idempotency-Key", key);
  }

  /** Sends text as it is. */
  HttpResponse<String> ask(String method, String path, Map<String, ?> body) {
    return send(method, path, written(body));
  }

  private HttpResponse<String> send(String method, String path, String body, String... more) {
    String[] headers = new String[4 + more.length];
    headers[0] = "X-RECTIFY-XSRF-TOKEN";
    headers[1] = visitor.cookie("RECTIFY-XSRF-TOKEN");
    headers[2] = "X-XSRF-TOKEN";
    headers[3] = visitor.cookie("XSRF-TOKEN");
    System.arraycopy(more, 0, headers, 4, more.length);
    return visitor.send(method, path, body, headers);
  }

  /** The values of a form as the engine's doors want them. */
  static Map<String, Object> variables(Map<String, ?> form) {
    Map<String, Object> variables = new LinkedHashMap<>();
    form.forEach((name, value) -> variables.put(name, Map.of("value", value)));
    return Map.of("variables", variables);
  }

  private static String written(Map<String, ?> body) {
    try {
      return body == null ? "" : JSON.writeValueAsString(body);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
