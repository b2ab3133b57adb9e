package rectify.whole;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The items of a self-check, answered by one person over the interface. */
final class SheetAnswers {

  private final Worker worker;
  private final String task;

  SheetAnswers(Worker worker, String task) {
    this.worker = worker;
    this.task = task;
  }

  JsonNode open() {
    HttpResponse<String> answer = worker.get("/api/self-checks/of-task/" + task);
    if (answer.statusCode() != 200) {
      throw new AssertionError(answer.body());
    }
    return Worker.read(answer);
  }

  List<String> keys() {
    return open().path("lines").findValuesAsText("key");
  }

  static Map<String, Object> given(String key, String verdict, String text) {
    Map<String, Object> given = new LinkedHashMap<>();
    given.put("key", key);
    given.put("verdict", verdict);
    given.put("text", text);
    return given;
  }

  /** Looks into every group, and answers. */
  HttpResponse<String> save(int seen, List<Map<String, Object>> answers) {
    HttpResponse<String> open = worker.get("/api/self-checks/of-task/" + task);
    if (open.statusCode() == 200) {
      look(Worker.read(open).path("lines").findValuesAsText("key"));
    }
    return saveUnseen(seen, answers);
  }

  /** Opens the groups of these items. */
  void look(List<String> keys) {
    HttpResponse<String> answer =
        worker.put(
            "/api/self-checks/of-task/" + task + "/answers", Map.of("seen", 0, "opened", keys));
    if (answer.statusCode() >= 500) {
      throw new AssertionError(answer.body());
    }
  }

  HttpResponse<String> saveUnseen(int seen, List<Map<String, Object>> answers) {
    return worker.put(
        "/api/self-checks/of-task/" + task + "/answers", Map.of("seen", seen, "answers", answers));
  }

  /** Answers everything: these fail, all the rest conforms. */
  void all(List<String> failed) {
    JsonNode open = open();
    List<Map<String, Object>> answers = new ArrayList<>();
    for (String key : open.path("lines").findValuesAsText("key")) {
      answers.add(
          failed.contains(key) ? given(key, "FAILS", "现场与清单不符") : given(key, "CONFORMS", null));
    }
    HttpResponse<String> answer = save(open.path("revision").asInt(), answers);
    if (answer.statusCode() != 200) {
      throw new AssertionError(answer.body());
    }
  }

  HttpResponse<String> sign(String signatory) {
    return worker.submit(task, Map.of("signatory", signatory));
  }
}
