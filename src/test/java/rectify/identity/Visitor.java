package rectify.identity;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A browser or a machine in front of the doors; it follows no redirect. */
public class Visitor {

  /** The demo people's, and those's whom a test adds. */
  public static final String PASSWORD = DemoPeople.PASSWORD;

  private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

  private final CookieManager cookies = new CookieManager();
  private final HttpClient client = HttpClient.newBuilder().cookieHandler(cookies).build();
  private final String root;
  private String authorization;

  public Visitor(int port) {
    this.root = "http://localhost:" + port;
  }

  public Visitor withPassword(String user, String password) {
    authorization =
        "Basic "
            + Base64.getEncoder()
                .encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
    return this;
  }

  /** Sends the password of the demo people with every request. */
  public Visitor as(String user) {
    return withPassword(user, DemoPeople.PASSWORD);
  }

  public Visitor loggedIn(String user) {
    HttpResponse<String> answer = login(user, DemoPeople.PASSWORD);
    if (!"/".equals(path(answer))) {
      throw new AssertionError(user + " could not log in: " + answer);
    }
    get("/camunda/app/tasklist/default/");
    return this;
  }

  public HttpResponse<String> login(String user, String password) {
    Matcher token = CSRF.matcher(get("/login").body());
    if (!token.find()) {
      throw new AssertionError("no token in the login page");
    }
    return form(
        "/login", "username=" + user, "password=" + encode(password), "_csrf=" + token.group(1));
  }

  public HttpResponse<String> form(String path, String... fields) {
    return send(
        request(path)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(String.join("&", fields))));
  }

  public HttpResponse<String> get(String path) {
    return send(request(path).GET());
  }

  public HttpResponse<String> send(String method, String path, String json, String... headers) {
    HttpRequest.Builder request =
        request(path)
            .header("Content-Type", "application/json")
            .method(method, BodyPublishers.ofString(json));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return send(request);
  }

  /** Asks as a browser would: in the session, with both tokens if there are any. */
  public HttpResponse<String> inSession(String method, String path, String json) {
    return send(
        method,
        path,
        json,
        "X-RECTIFY-XSRF-TOKEN",
        cookieOr("RECTIFY-XSRF-TOKEN", "none"),
        "X-XSRF-TOKEN",
        cookieOr("XSRF-TOKEN", "none"));
  }

  public HttpResponse<String> multipart(String path, String boundary, String body) {
    return send(
        request(path)
            .header("Content-Type", "multipart/form-data; boundary=" + boundary)
            .POST(BodyPublishers.ofString(body)));
  }

  /** Sends a file with the fields of its form, as a browser does. */
  public HttpResponse<String> upload(
      String path, Map<String, String> fields, String fileName, byte[] content) {
    String boundary = "a-boundary-" + UUID.randomUUID();
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    fields.forEach(
        (name, value) ->
            body.writeBytes(
                "--%s\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n"
                    .formatted(boundary, name, value)
                    .getBytes(StandardCharsets.UTF_8)));
    body.writeBytes(
        "--%s\r\nContent-Disposition: form-data; name=\"file\"; filename=\"%s\"\r\nContent-Type: image/jpeg\r\n\r\n"
            .formatted(boundary, fileName)
            .getBytes(StandardCharsets.UTF_8));
    body.writeBytes(content);
    body.writeBytes("\r\n--%s--\r\n".formatted(boundary).getBytes(StandardCharsets.UTF_8));
    return send(
        request(path)
            .header("Content-Type", "multipart/form-data; boundary=" + boundary)
            .POST(BodyPublishers.ofByteArray(body.toByteArray())));
  }

  public byte[] bytes(String path) {
    try {
      return client.send(request(path).GET().build(), BodyHandlers.ofByteArray()).body();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  public String cookie(String name) {
    return found(name).orElseThrow();
  }

  private String cookieOr(String name, String otherwise) {
    return found(name).orElse(otherwise);
  }

  private Optional<String> found(String name) {
    return cookies.getCookieStore().getCookies().stream()
        .filter(cookie -> cookie.getName().equals(name))
        .map(HttpCookie::getValue)
        .findFirst();
  }

  public static String path(HttpResponse<String> redirect) {
    return redirect
        .headers()
        .firstValue("Location")
        .map(location -> location.replaceFirst("^http://[^/]+", ""))
        .orElse(null);
  }

  private HttpRequest.Builder request(String path) {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(root + path));
    if (authorization != null) {
      request.header("Authorization", authorization);
    }
    return request;
  }

  private HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return client.send(request.build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String encode(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }
}
