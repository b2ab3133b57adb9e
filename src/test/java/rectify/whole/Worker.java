package rectify.whole;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import rectify.evidence.Photos;
import rectify.identity.Visitor;

/** Somebody at work: reports, takes up tasks and fills in their forms, as the doors allow. */
class Worker {

  private static final ObjectMapper JSON = new ObjectMapper();

  private static final String ON_SITE = "Activity_Inspect";

  private final Visitor visitor;

  Worker(int port, String user) {
    this.visitor = new Visitor(port).as(user);
  }

  /** Reports a hazard, with a photo if it is rectified already; the case's number. */
  String report(Map<String, ?> hazard) {
    Map<String, Object> report = new LinkedHashMap<>(hazard);
    if (Boolean.TRUE.equals(hazard.get("rectifiedOnSpot"))) {
      report.put("evidence", List.of(draft()));
    }
    HttpResponse<String> answer = post("/api/hazards", report);
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

  /** Does the one task of a case and step, with the photo it asks for. */
  void does(String businessKey, String step, Map<String, ?> form) {
    String task = task(businessKey, step);
    prove(task, form);
    expect(submit(task, form), 204);
  }

  /** Writes a finding down on site, with the photo that a correction needs; its number. */
  int finds(String visit, Map<String, ?> finding) {
    HttpResponse<String> answer = writes(visit, finding);
    expect(answer, 201);
    int number = Integer.parseInt(answer.body());
    if ("corrected".equals(finding.get("disposal"))) {
      expect(uploadOf(task(visit, ON_SITE), number, "after", Photos.unique()), 201);
    }
    return number;
  }

  /** Tries to write a finding down on site. */
  HttpResponse<String> writes(String visit, Map<String, ?> finding) {
    return post("/api/tasks/" + task(visit, ON_SITE) + "/findings", finding);
  }

  /** Uploads a photo of one finding. */
  HttpResponse<String> uploadOf(String taskId, int finding, String kind, byte[] content) {
    return visitor.upload(
        "/api/evidence",
        Map.of(
            "kind",
            kind,
            "clientKey",
            UUID.randomUUID().toString(),
            "task",
            taskId,
            "part",
            String.valueOf(finding)),
        "现场.jpg",
        content);
  }

  /** Confirms the record of an inspection that ended this minute. */
  void confirms(String visit, Map<String, ?> record) {
    expect(submit(task(visit, ON_SITE), record(visit, record)), 204);
  }

  /** The record as a form, with what was found and an hour that ended this minute. */
  Map<String, Object> record(String visit, Map<String, ?> record) {
    HttpResponse<String> found = get("/api/tasks/" + task(visit, ON_SITE) + "/findings");
    expect(found, 200);
    LocalDateTime now =
        LocalDateTime.ofInstant(ClockUtil.getCurrentTime().toInstant(), ZoneId.of("Asia/Shanghai"));
    Map<String, Object> form = new LinkedHashMap<>();
    form.put("hasFinding", read(found).path("findings").isEmpty() ? "no" : "yes");
    form.put("inspectedFrom", now.minusHours(1).truncatedTo(ChronoUnit.MINUTES).toString());
    form.put("inspectedUntil", now.truncatedTo(ChronoUnit.MINUTES).toString());
    form.putAll(record);
    return form;
  }

  /** Uploads the photo a task asks for, if it does for these answers. */
  void prove(String taskId, Map<String, ?> form) {
    HttpResponse<String> answer = get("/api/evidence/of-task/" + taskId);
    expect(answer, 200);
    JsonNode required = read(answer).path("required");
    if (required.isObject()
        && (required.path("field").isNull()
            || required
                .path("value")
                .asText()
                .equals(String.valueOf(form.get(required.path("field").asText()))))) {
      expect(upload(taskId, required.path("kind").asText(), "现场.jpg", Photos.unique()), 201);
    }
  }

  /** Uploads a photo for the next report; its id. */
  long draft() {
    HttpResponse<String> answer = upload(null, "after", "整改后.jpg", Photos.unique());
    expect(answer, 201);
    return read(answer).path("id").asLong();
  }

  HttpResponse<String> upload(String taskId, String kind, String fileName, byte[] content) {
    return upload(taskId, kind, UUID.randomUUID().toString(), fileName, content);
  }

  HttpResponse<String> upload(
      String taskId, String kind, String clientKey, String fileName, byte[] content) {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("kind", kind);
    fields.put("clientKey", clientKey);
    if (taskId != null) {
      fields.put("task", taskId);
    }
    return visitor.upload("/api/evidence", fields, fileName, content);
  }

  HttpResponse<String> delete(String path) {
    return visitor.send("DELETE", path, "");
  }

  byte[] bytes(String path) {
    return visitor.bytes(path);
  }

  /** Hands in the form of a task. */
  HttpResponse<String> submit(String taskId, Map<String, ?> form) {
    return post(
        "/engine-rest/task/" + taskId + "/submit-form", Map.of("variables", variables(form)));
  }

  HttpResponse<String> post(String path, Map<String, ?> body) {
    return send("POST", path, body);
  }

  HttpResponse<String> put(String path, Map<String, ?> body) {
    return send("PUT", path, body);
  }

  private HttpResponse<String> send(String method, String path, Map<String, ?> body) {
    try {
      return visitor.send(method, path, JSON.writeValueAsString(body));
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
