package rectify.drill;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import rectify.evidence.Photos;

/** The service as its demo people reach it over HTTP. */
final class Doors {

  private static final String PASSWORD = "Rectify-Demo-2026";
  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .build();
  private final String root;

  Doors(int port) {
    root = "http://127.0.0.1:" + port;
  }

  /** What came back; an exception instead means that nobody knows what happened. */
  record Answer(int status, JsonNode body) {

    boolean succeeded() {
      return status / 100 == 2;
    }
  }

  Answer report(String person, String clientKey) throws IOException {
    Map<String, Object> intake = new HashMap<>(Step.REPORT.form());
    intake.put("clientKey", clientKey);
    return post(person, "/api/hazards", intake);
  }

  Answer caseByNumber(String person, String caseNumber) throws IOException {
    return get(person, "/api/hazards/" + caseNumber);
  }

  Answer tasks(String person, String caseNumber, Step step) throws IOException {
    return get(
        person,
        "/engine-rest/task?processInstanceBusinessKey=%s&taskDefinitionKey=%s"
            .formatted(caseNumber, step.task()));
  }

  /** Uploads the photo a report of rectification needs; the same key gives the same photo. */
  Answer prove(String person, String task, String clientKey) throws IOException {
    String boundary = "drill-" + clientKey;
    ByteArrayOutputStream fields = new ByteArrayOutputStream();
    for (String[] field :
        new String[][] {{"task", task}, {"kind", "after"}, {"clientKey", clientKey}}) {
      fields.writeBytes(part(boundary, "name=\"%s\"".formatted(field[0])));
      fields.writeBytes(field[1].getBytes(StandardCharsets.UTF_8));
    }
    return upload(
        person, "/api/evidence", boundary, fields.toByteArray(), "photo.jpg", Photos.unique());
  }

  /** Imports the register of enterprises that the service itself makes up. */
  Answer importRegister(String person, int enterprises) throws IOException {
    try {
      byte[] register =
          http.send(
                  as(person, "/api/enterprises/demo-register.csv?size=" + enterprises)
                      .GET()
                      .build(),
                  BodyHandlers.ofByteArray())
              .body();
      return upload(
          person, "/api/enterprises/import", "register", new byte[0], "register.csv", register);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Asks for this month's self-checks to be opened. */
  Answer openMonth(String person, String month) throws IOException {
    return post(person, "/api/self-checks/months/" + month, Map.of());
  }

  private Answer upload(
      String person, String path, String boundary, byte[] fields, String name, byte[] file)
      throws IOException {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    body.writeBytes(fields);
    body.writeBytes(part(boundary, "name=\"file\"; filename=\"%s\"".formatted(name)));
    body.writeBytes(file);
    body.writeBytes("\r\n--%s--\r\n".formatted(boundary).getBytes(StandardCharsets.UTF_8));
    return send(
        as(person, path)
            .header("Content-Type", "multipart/form-data; boundary=" + boundary)
            .POST(BodyPublishers.ofByteArray(body.toByteArray()))
            .build());
  }

  private static byte[] part(String boundary, String name) {
    return "\r\n--%s\r\nContent-Disposition: form-data; %s\r\n\r\n"
        .formatted(boundary, name)
        .getBytes(StandardCharsets.UTF_8);
  }

  Answer submit(String person, String task, Step step) throws IOException {
    Map<String, Object> variables = new HashMap<>();
    step.form().forEach((name, value) -> variables.put(name, Map.of("value", value)));
    return post(
        person, "/engine-rest/task/" + task + "/submit-form", Map.of("variables", variables));
  }

  boolean isReady() {
    try {
      return send(request("/actuator/health/readiness").GET().build()).succeeded();
    } catch (IOException notYet) {
      return false;
    }
  }

  private Answer get(String person, String path) throws IOException {
    return send(as(person, path).GET().build());
  }

  private Answer post(String person, String path, Map<String, Object> body) throws IOException {
    return send(
        as(person, path)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body)))
            .build());
  }

  private HttpRequest.Builder as(String person, String path) {
    byte[] login = (person + ":" + PASSWORD).getBytes(StandardCharsets.UTF_8);
    return request(path)
        .header("Authorization", "Basic " + Base64.getEncoder().encodeToString(login));
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(root + path)).timeout(Duration.ofSeconds(60));
  }

  private Answer send(HttpRequest request) throws IOException {
    try {
      HttpResponse<byte[]> response = http.send(request, BodyHandlers.ofByteArray());
      return new Answer(response.statusCode(), JSON.readTree(response.body()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
