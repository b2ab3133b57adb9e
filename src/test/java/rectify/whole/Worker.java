package rectify.whole;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import rectify.identity.Visitor;

/** Somebody at work: reports, takes up tasks and fills in their forms, as the doors allow. */
class Worker {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Visitor visitor;

  Worker(int port, String user) {
    this.visitor = new Visitor(port).as(user);
  }

  /** Reports a hazard; the case's number. */
  String report(Map<String, ?> hazard) {
    HttpResponse<String> answer = post("/api/hazards", hazard);
    expect(answer, 201);
    return read(answer).path("caseNumber").asText();
  }

  /** Opens a process from its start form; its business key. */
  String open(String process, Map<String, ?> form) {
    HttpResponse<String> answer =
        post(
            "/engine-rest/process-definition/key/" + process + "/submit-form",
            Map.of("variables", variables(form)));
    expect(answer, 200);
    return read(answer).path("businessKey").asText();
  }

  /** The id of the one task of a case and step that this person sees. */
  String task(String businessKey, String step) {
    JsonNode tasks = tasks(businessKey, step);
    if (tasks.size() != 1) {
      throw new AssertionError(
          "expected one task " + step + " of " + businessKey + ", but found " + tasks);
    }
    return tasks.get(0).path("id").asText();
  }

  JsonNode tasks(String businessKey, String step) {
    HttpResponse<String> answer =
        visitor.get(
            "/engine-rest/task?processInstanceBusinessKey="
                + businessKey
                + "&taskDefinitionKey="
                + step);
    expect(answer, 200);
    return read(answer);
  }

  /** Does the one task of a case and step. */
  void does(String businessKey, String step, Map<String, ?> form) {
    expect(submit(task(businessKey, step), form), 204);
  }

  /** Hands in the form of a task. */
  HttpResponse<String> submit(String taskId, Map<String, ?> form) {
    return post(
        "/engine-rest/task/" + taskId + "/submit-form", Map.of("variables", variables(form)));
  }

  HttpResponse<String> post(String path, Map<String, ?> body) {
    try {
      return visitor.send("POST", path, JSON.writeValueAsString(body));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  HttpResponse<String> get(String path) {
    return visitor.get(path);
  }

  static JsonNode read(HttpResponse<String> answer) {
    try {
      return JSON.readTree(answer.body());
    } catch (JsonProcessingException e) {
      throw new AssertionError(answer.body(), e);
    }
  }

  private static void expect(HttpResponse<String> answer, int status) {
    if (answer.statusCode() != status) {
      throw new AssertionError(
          answer.request().uri() + " answered " + answer.statusCode() + " " + answer.body());
    }
  }

  private static Map<String, Object> variables(Map<String, ?> form) {
    Map<String, Object> variables = new LinkedHashMap<>();
    form.forEach((name, value) -> variables.put(name, Map.of("value", value)));
    return variables;
  }
}
