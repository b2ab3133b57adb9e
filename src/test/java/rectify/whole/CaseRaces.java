package rectify.whole;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.IntFunction;
import rectify.evidence.Photos;
import rectify.whole.Race.Shot;

/** Our doors around a case and its tasks. */
class CaseRaces {

  private final RaceGround ground;

  CaseRaces(RaceGround ground) {
    this.ground = ground;
  }

  void addTo(Map<String, IntFunction<Race>> recipes) {
    recipes.put("POST /api/hazards", this::report);
    recipes.put("POST /api/hazards, other content", round -> reportOther());
    recipes.put("POST /api/tasks/bulk", round -> bulk());
    recipes.put("POST /api/tasks/bulk, sent twice", round -> bulkTwice());
    recipes.put("POST /api/tasks/{taskId}/hand-over", round -> handOver());
    recipes.put("POST /api/tasks/{taskId}/take-over", this::takeOver);
    recipes.put("PUT /api/tasks/{taskId}/draft", round -> draft());
    recipes.put("PUT /api/start-forms/{process}/draft", round -> startDraft());
    recipes.put("PUT /api/follows/{caseNumber}", round -> follow(false));
    recipes.put("DELETE /api/follows/{caseNumber}", round -> follow(true));
    recipes.put("POST /api/evidence", round -> upload());
    recipes.put("POST /api/evidence, more drafts than allowed", round -> uploadMany());
    recipes.put("DELETE /api/evidence/{id}", round -> withdraw());
    recipes.put("POST /api/documents/{id}/corrections", round -> correct());
  }

  private Race report(int round) {
    String key = UUID.randomUUID().toString();
    Map<String, Object> hazard = Forms.with(Forms.hazard(), Map.of("clientKey", key));
    return Race.all(
        answers -> {
          assertThat(answers.stream().map(HttpResponse::statusCode).sorted())
              .containsExactly(200, 200, 200, 201);
          assertThat(
                  answers.stream()
                      .map(answer -> Worker.read(answer).path("caseNumber").asText())
                      .distinct())
              .hasSize(1);
          assertThat(ground.count("hazard where client_key = ?", key)).isEqualTo(1);
        },
        ground.racer("jjenterprise").asks("POST", "/api/hazards", hazard),
        ground.racer("jjenterprise#2").asks("POST", "/api/hazards", hazard),
        ground.racer("jjenterprise").asks("POST", "/api/hazards", hazard),
        ground.racer("jjenterprise#2").asks("POST", "/api/hazards", hazard));
  }

  private Race reportOther() {
    String key = UUID.randomUUID().toString();
    Map<String, Object> one = Forms.with(Forms.hazard(), Map.of("clientKey", key));
    Map<String, Object> other = Forms.with(one, Map.of("location", "3号车间"));
    return Race.oneUnnamed(
        Set.of(409),
        answers -> assertThat(ground.count("hazard where client_key = ?", key)).isEqualTo(1),
        ground.racer("jjenterprise").asks("POST", "/api/hazards", one),
        ground.racer("jjenterprise#2").asks("POST", "/api/hazards", other));
  }

  private Race bulk() {
    List<String> cases = List.of(ground.toVerify(), ground.toVerify());
    Map<String, Object> together = together(cases);
    return Race.all(
        answers -> {
          assertThat(
                  answers.stream()
                      .mapToInt(answer -> answer.body().split("\"done\":true", -1).length - 1)
                      .sum())
              .isEqualTo(2);
          for (HttpResponse<String> answer : answers) {
            Worker.read(answer)
                .forEach(
                    line -> {
                      if (!line.path("done").asBoolean()) {
                        assertThat(line.path("reason").asText()).contains("演示");
                      }
                    });
          }
          cases.forEach(this::isClosedOnce);
        },
        ground.racer("chendai1").asks("POST", "/api/tasks/bulk", together),
        ground.racer("chendai2").asks("POST", "/api/tasks/bulk", together),
        ground.racer("chendai1#2").asks("POST", "/api/tasks/bulk", together));
  }

  private Race bulkTwice() {
    List<String> cases = List.of(ground.toVerify());
    Map<String, Object> together = together(cases);
    String key = UUID.randomUUID().toString();
    return new Race(
        List.of(
            ground.racer("chendai1").asksKeyed(key, "/api/tasks/bulk", together),
            ground.racer("chendai1#2").asksKeyed(key, "/api/tasks/bulk", together)),
        1,
        2,
        Set.of(409),
        false,
        answers -> {
          String again =
              ground.racer("chendai1").asksKeyed(key, "/api/tasks/bulk", together).get().body();
          assertThat(again).contains("\"done\":true").doesNotContain("\"done\":false");
          answers.stream()
              .filter(Race::succeeded)
              .forEach(answer -> assertThat(answer.body()).isEqualTo(again));
          cases.forEach(this::isClosedOnce);
        });
  }

  private Map<String, Object> together(List<String> cases) {
    return Map.of(
        "action",
        "accept",
        "tasks",
        cases.stream().map(ground::verification).toList(),
        "opinion",
        "已现场核查");
  }

  private Race handOver() {
    String number = ground.toVerify();
    String task = ground.verification(number);
    ground.claim("chendai1", task);
    String path = "/api/tasks/" + task + "/hand-over";
    return Race.one(
        answers -> {
          assertThat(events(number, "HANDED_OVER")).isEqualTo(1);
          assertThat(ground.count("notice where task_id = ? and kind = 'HANDED_OVER'", task))
              .isEqualTo(1);
        },
        ground.racer("chendai1").asks("POST", path, Map.of("to", "chendai2", "note", "出差")),
        ground.racer("chendai1#2").asks("POST", path, Map.of("to", "chendai3", "note", "出差")));
  }

  private Race takeOver(int round) {
    if (ground.count("deputy where person = 'chendai3' and deputy = 'chendai2'") == 0) {
      String today = LocalDate.of(2026, 3, 9).toString();
      assertThat(
              ground
                  .racer("chendai3")
                  .ask(
                      "POST",
                      "/api/deputies",
                      Map.of("deputy", "chendai2", "from", today, "to", today))
                  .statusCode())
          .isEqualTo(204);
    }
    String task = ground.verification(ground.toVerify());
    ground.claim("chendai3", task);
    String path = "/api/tasks/" + task + "/take-over";
    return Race.oneUnnamed(
        Set.of(409),
        answers ->
            assertThat(ground.text("select ASSIGNEE_ from ACT_RU_TASK where ID_ = ?", task))
                .isEqualTo("chendai2"),
        ground.racer("chendai2").asks("POST", path, null),
        ground.racer("chendai2#2").asks("POST", path, null));
  }

  private Race draft() {
    String task = ground.verification(ground.toVerify());
    String path = "/api/tasks/" + task + "/draft";
    return Race.all(
        answers -> assertThat(ground.count("task_draft where task_id = ?", task)).isEqualTo(1),
        ground.racer("chendai1").asks("PUT", path, Map.of("verificationOpinion", "甲")),
        ground.racer("chendai1#2").asks("PUT", path, Map.of("verificationOpinion", "乙")),
        ground.racer("chendai1").asks("PUT", path, Map.of("verificationOpinion", "丙")));
  }

  private Race startDraft() {
    ground.transaction.executeWithoutResult(
        status -> ground.jdbc.update("delete from task_draft where person = 'jjenterprise'"));
    String path = "/api/start-forms/%E8%87%AA%E6%9F%A5%E9%9A%90%E6%82%A3%E6%95%B4%E6%94%B9/draft";
    return Race.all(
        answers ->
            assertThat(ground.count("task_draft where person = 'jjenterprise'")).isEqualTo(1),
        ground.racer("jjenterprise").asks("PUT", path, Map.of("location", "甲")),
        ground.racer("jjenterprise#2").asks("PUT", path, Map.of("location", "乙")));
  }

  private Race follow(boolean followed) {
    String path = "/api/follows/" + ground.enterprise.report(Forms.hazard());
    if (followed) {
      ground.racer("chendai1").ask("PUT", path, Map.of());
    }
    return Race.all(
        answers ->
            assertThat(
                    ground.count(
                        "case_follow where person = 'chendai1' and hazard_id = ?",
                        RaceGround.id(path.substring("/api/follows/".length()))))
                .isLessThan(2),
        ground.racer("chendai1").asks("PUT", path, Map.of()),
        ground.racer("chendai1#2").asks("DELETE", path, null),
        ground.racer("chendai1").asks("DELETE", path, null),
        ground.racer("chendai1#2").asks("PUT", path, Map.of()));
  }

  private Race upload() {
    noDrafts();
    String key = UUID.randomUUID().toString();
    byte[] photo = Photos.unique();
    Shot again = () -> ground.enterprise.upload(null, "after", key, "整改后.jpg", photo);
    return Race.all(
        answers -> {
          assertThat(answers.stream().map(answer -> Worker.read(answer).path("id").asLong()))
              .containsOnly(Worker.read(answers.get(0)).path("id").asLong());
          assertThat(ground.count("evidence where client_key = ?", key)).isEqualTo(1);
        },
        again,
        again,
        again);
  }

  private Race uploadMany() {
    noDrafts();
    for (int i = 0; i < 19; i++) {
      insertDraft(i);
    }
    Shot one = () -> ground.enterprise.upload(null, "after", "整改后.jpg", Photos.unique());
    return Race.oneUnnamed(
        Set.of(400),
        answers -> {
          assertThat(drafts()).isEqualTo(20);
          noDrafts();
        },
        one,
        one,
        one);
  }

  private void insertDraft(int number) {
    ground.transaction.executeWithoutResult(
        status ->
            ground.jdbc.update(
                """
                insert into evidence (uploaded_by, client_key, uploaded_by_name, uploaded_at, step,
                  round, kind, file_name, media_type, size, sha256, stored_as)
                values ('jjenterprise', ?, '演示', '2026-03-09', 'draft', 0, 'AFTER', 'x.jpg',
                  'image/jpeg', 1, 'x', ?)
                """,
                "race-" + UUID.randomUUID(),
                "2026-03/race" + number));
  }

  private int drafts() {
    return ground.count("evidence where uploaded_by = 'jjenterprise' and case_number is null");
  }

  private void noDrafts() {
    ground.transaction.executeWithoutResult(
        status ->
            ground.jdbc.update(
                "delete from evidence where uploaded_by = 'jjenterprise' and case_number is null"));
  }

  private Race withdraw() {
    noDrafts();
    String path = "/api/evidence/" + ground.enterprise.draft();
    return Race.oneUnnamed(
        Set.of(404, 409),
        answers -> assertThat(drafts()).isZero(),
        ground.racer("jjenterprise").asks("DELETE", path, null),
        ground.racer("jjenterprise#2").asks("DELETE", path, null));
  }

  private Race correct() {
    String number = ground.enterprise.report(Forms.hazard());
    ground.enterprise.does(number, "Activity_Rectify", Forms.rectified(LocalDate.of(2026, 3, 9)));
    new Worker(ground.port, "chendai1").does(number, "Activity_Verify", Forms.verified("passed"));
    String id = ground.text("select id from document where case_id = ?", RaceGround.id(number));
    Map<String, Object> correction = Map.of("block", block(id), "text", "演示责任员", "reason", "笔误");
    String path = "/api/documents/" + id + "/corrections";
    return Race.one(
        answers ->
            assertThat(ground.count("document_correction where document_id = ?", id)).isEqualTo(1),
        ground.racer("jjenterprise").asks("POST", path, correction),
        ground.racer("jjenterprise#2").asks("POST", path, correction),
        ground.racer("jjenterprise#3").asks("POST", path, correction));
  }

  private int block(String document) {
    return Worker.read(ground.enterprise.get("/api/documents/" + document))
        .path("pieces")
        .get(0)
        .path("block")
        .asInt();
  }

  private int events(String number, String kind) {
    return ground.count(
        "hazard_event where hazard_id = ? and kind = ?", RaceGround.id(number), kind);
  }

  private void isClosedOnce(String number) {
    assertThat(events(number, "CLOSED")).isEqualTo(1);
  }
}
