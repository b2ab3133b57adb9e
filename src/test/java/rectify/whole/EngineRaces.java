package rectify.whole;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.IntFunction;
import org.camunda.bpm.engine.runtime.Job;
import rectify.whole.Race.Check;

/** The engine's doors that people use, in both copies. */
class EngineRaces {

  private static final Check NOTHING = answers -> {};

  private final RaceGround ground;

  EngineRaces(RaceGround ground) {
    this.ground = ground;
  }

  void addTo(Map<String, IntFunction<Race>> recipes) {
    for (String root : List.of("/engine-rest", "/camunda/api/engine/engine/default")) {
      recipes.put("POST " + root + "/task/{id}/claim", round -> claim(root));
      recipes.put("POST " + root + "/task/{id}/unclaim", round -> unclaim(root));
      recipes.put("POST " + root + "/task/{id}/assignee", round -> assign(root));
      recipes.put("POST " + root + "/task/{id}/complete", round -> finish(root, "complete"));
      recipes.put("POST " + root + "/task/{id}/submit-form", round -> finish(root, "submit-form"));
      recipes.put(
          "POST " + root + "/task/{id}/claim, while it is finished", round -> claimFinished(root));
      recipes.put("POST " + root + "/task/{id}/submit-form, sent twice", round -> twice(root));
      recipes.put(
          "POST " + root + "/process-definition/key/hazard-rectification/submit-form",
          round -> start(root));
      recipes.put(
          "POST " + root + "/process-definition/key/inspection/submit-form",
          round -> inspect(root));
      recipes.put(
          "POST " + root + "/process-definition/key/…/submit-form, other content",
          round -> startOther(root));
      recipes.put("POST " + root + "/user/create", round -> createUser(root));
      recipes.put("PUT " + root + "/group/{id}/members/{user}", round -> member(root, "PUT"));
      recipes.put("DELETE " + root + "/group/{id}/members/{user}", round -> member(root, "DELETE"));
      recipes.put("PUT " + root + "/job/{id}/retries", round -> retries(root));
    }
  }

  private Race claim(String root) {
    String task = ground.verification(ground.toVerify());
    String path = root + "/task/" + task + "/claim";
    return Race.one(
        answers ->
            assertThat(
                    ground.count(
                        "ACT_HI_IDENTITYLINK where TASK_ID_ = ? and TYPE_ = 'assignee'"
                            + " and OPERATION_TYPE_ = 'add'",
                        task))
                .isEqualTo(1),
        ground.racer("chendai1").asks("POST", path, Map.of("userId", "chendai1")),
        ground.racer("chendai2").asks("POST", path, Map.of("userId", "chendai2")),
        ground.racer("chendai3").asks("POST", path, Map.of("userId", "chendai3")));
  }

  private Race unclaim(String root) {
    String task = ground.verification(ground.toVerify());
    ground.claim("chendai1", task);
    String path = root + "/task/" + task + "/unclaim";
    return Race.all(
        answers -> assertThat(assignee(task)).isNull(),
        ground.racer("chendai1").asks("POST", path, null),
        ground.racer("chendai1#2").asks("POST", path, null));
  }

  private Race assign(String root) {
    String task = ground.verification(ground.toVerify());
    String path = root + "/task/" + task + "/assignee";
    return Race.some(
        answers -> assertThat(assignee(task)).isIn("chendai1", "chendai2"),
        ground.racer("admin").asks("POST", path, Map.of("userId", "chendai1")),
        ground.racer("admin#2").asks("POST", path, Map.of("userId", "chendai2")));
  }

  private Race finish(String root, String how) {
    String number = ground.toVerify();
    String task = ground.verification(number);
    String path = root + "/task/" + task + "/" + how;
    Map<String, Object> form = Racer.variables(Forms.verified("passed"));
    return Race.one(
        answers -> closedOnce(number),
        ground.racer("chendai1").asks("POST", path, form),
        ground.racer("chendai1#2").asks("POST", path, form),
        ground.racer("chendai2").asks("POST", path, form),
        ground.racer("chendai3").asks("POST", path, form));
  }

  private Race claimFinished(String root) {
    String number = ground.toVerify();
    String task = ground.verification(number);
    String path = root + "/task/" + task;
    return new Race(
        List.of(
            ground
                .racer("chendai1")
                .asks("POST", path + "/submit-form", Racer.variables(Forms.verified("passed"))),
            ground.racer("chendai2").asks("POST", path + "/claim", Map.of("userId", "chendai2"))),
        1,
        1,
        Set.of(409),
        true,
        NOTHING);
  }

  private Race twice(String root) {
    String number = ground.toVerify();
    String path = root + "/task/" + ground.verification(number) + "/submit-form";
    String key = UUID.randomUUID().toString();
    Map<String, Object> form = Racer.variables(Forms.verified("passed"));
    return Race.all(
        answers -> closedOnce(number),
        ground.racer("chendai1").asksKeyed(key, path, form),
        ground.racer("chendai1#2").asksKeyed(key, path, form),
        ground.racer("chendai1").asksKeyed(key, path, form));
  }

  private Race start(String root) {
    String path = root + "/process-definition/key/hazard-rectification/submit-form";
    String key = UUID.randomUUID().toString();
    String where = "配电箱" + key.substring(0, 8);
    Map<String, Object> form =
        Racer.variables(Forms.with(Forms.hazard(), Map.of("location", where)));
    return Race.all(
        answers -> {
          assertThat(ground.count("hazard where location = ?", where)).isEqualTo(1);
          sameNumber(answers);
          sameNumber(
              List.of(
                  answers.get(0), ground.racer("jjenterprise").asksKeyed(key, path, form).get()));
        },
        ground.racer("jjenterprise").asksKeyed(key, path, form),
        ground.racer("jjenterprise#2").asksKeyed(key, path, form),
        ground.racer("jjenterprise").asksKeyed(key, path, form));
  }

  private Race startOther(String root) {
    String path = root + "/process-definition/key/hazard-rectification/submit-form";
    String key = UUID.randomUUID().toString();
    String where = "配电房" + key.substring(0, 8);
    return Race.oneUnnamed(
        Set.of(409),
        answers -> {
          assertThat(ground.count("hazard where location like ?", where + "%")).isEqualTo(1);
          assertThat(answers.stream().map(HttpResponse::body))
              .anyMatch(body -> body.contains("这张表单已于") && body.contains("（编号YH"));
        },
        ground.racer("jjenterprise").asksKeyed(key, path, at(where + "东")),
        ground.racer("jjenterprise#2").asksKeyed(key, path, at(where + "西")));
  }

  private static Map<String, Object> at(String where) {
    return Racer.variables(Forms.with(Forms.hazard(), Map.of("location", where)));
  }

  private Race inspect(String root) {
    String path = root + "/process-definition/key/inspection/submit-form";
    String key = UUID.randomUUID().toString();
    String credit =
        ground.text("select credit_code from enterprise where id = ?", ground.demosEnterpriseId());
    Map<String, Object> form =
        Racer.variables(Map.of("enterpriseQuery", credit, "inspectionKind", "routine"));
    int before = ground.count("inspection");
    return Race.all(
        answers -> {
          assertThat(ground.count("inspection")).isEqualTo(before + 1);
          sameNumber(answers);
        },
        ground.racer("chendai1").asksKeyed(key, path, form),
        ground.racer("chendai1#2").asksKeyed(key, path, form));
  }

  private Race createUser(String root) {
    String id = "race" + UUID.randomUUID().toString().substring(0, 8);
    Map<String, Object> user =
        Map.of(
            "profile", Map.of("id", id, "firstName", "演示", "lastName", "甲"),
            "credentials", Map.of("password", "Rectify-Demo-2026"));
    return Race.oneUnnamed(
        Set.of(409),
        answers -> assertThat(ground.count("ACT_ID_USER where ID_ = ?", id)).isEqualTo(1),
        ground.racer("admin").asks("POST", root + "/user/create", user),
        ground.racer("admin#2").asks("POST", root + "/user/create", user));
  }

  private Race member(String root, String method) {
    String path = root + "/group/manager/members/chendai3";
    if (method.equals("DELETE")) {
      ground.racer("admin").ask("PUT", path, null);
    } else {
      ground.racer("admin").ask("DELETE", path, null);
    }
    int left = method.equals("PUT") ? 1 : 0;
    return new Race(
        List.of(
            ground.racer("admin").asks(method, path, null),
            ground.racer("admin#2").asks(method, path, null)),
        1,
        2,
        Set.of(409),
        false,
        answers -> {
          assertThat(
                  ground.count(
                      "ACT_ID_MEMBERSHIP where USER_ID_ = 'chendai3' and GROUP_ID_ = 'manager'"))
              .isEqualTo(left);
          ground.racer("admin").ask("DELETE", path, null);
        });
  }

  private Race retries(String root) {
    String number = ground.enterprise.report(Forms.hazard());
    Job job =
        ground.engine.getManagementService().createJobQuery().list().stream()
            .filter(
                one ->
                    number.equals(
                        ground.text(
                            "select BUSINESS_KEY_ from ACT_RU_EXECUTION where ID_ = ?",
                            one.getProcessInstanceId())))
            .findFirst()
            .orElseThrow();
    ground.engine.getManagementService().setJobRetries(job.getId(), 0);
    String path = root + "/job/" + job.getId() + "/retries";
    return new Race(
        List.of(
            ground.racer("jjmanager").asks("PUT", path, Map.of("retries", 3)),
            ground.racer("jjmanager#2").asks("PUT", path, Map.of("retries", 2))),
        1,
        2,
        Set.of(409),
        false,
        NOTHING);
  }

  private void closedOnce(String number) {
    assertThat(
            ground.count(
                "hazard_event where hazard_id = ? and kind = 'CLOSED'", RaceGround.id(number)))
        .isEqualTo(1);
    assertThat(ground.count("ACT_RU_EXECUTION where BUSINESS_KEY_ = ?", number)).isZero();
  }

  private String assignee(String task) {
    return ground.text("select ASSIGNEE_ from ACT_RU_TASK where ID_ = ?", task);
  }

  private static void sameNumber(List<HttpResponse<String>> answers) {
    assertThat(
            answers.stream()
                .map(answer -> Worker.read(answer).path("businessKey").asText())
                .distinct())
        .hasSize(1)
        .doesNotContain("", "null");
  }
}
