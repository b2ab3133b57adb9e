package rectify.whole;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import org.camunda.bpm.engine.variable.Variables;
import rectify.engine.Trusted;

/** Our doors of enterprises beside their forms. */
class EnterpriseRaces {

  private final RaceGround ground;

  EnterpriseRaces(RaceGround ground) {
    this.ground = ground;
  }

  void addTo(Map<String, IntFunction<Race>> recipes) {
    recipes.put("PUT /api/self-checks/of-task/{taskId}/answers", this::answerItems);
  }

  /** Two screens answer two items of a sheet that nobody has begun. */
  private Race answerItems(int round) {
    YearMonth month = YearMonth.of(2098, 1).plusMonths(round);
    String number = openCheck(month);
    String task = new Worker(ground.port, "jjracer").task(number, "Activity_Check");
    SheetAnswers sheet = new SheetAnswers(new Worker(ground.port, "jjracer"), task);
    List<String> keys = sheet.keys();
    sheet.look(keys);
    String path = "/api/self-checks/of-task/" + task + "/answers";
    return Race.all(
        answers -> {
          JsonNode after = sheet.open();
          assertThat(after.path("revision").asInt()).isEqualTo(2);
          assertThat(after.path("answers").findValuesAsText("key"))
              .containsExactlyInAnyOrder(keys.get(0), keys.get(1));
        },
        ground.racer("jjracer").asks("PUT", path, conforms(keys.get(0))),
        ground.racer("jjracer#2").asks("PUT", path, conforms(keys.get(1))));
  }

  private static Map<String, Object> conforms(String key) {
    return Map.of("seen", 0, "answers", List.of(Map.of("key", key, "verdict", "CONFORMS")));
  }

  /** One enterprise's check, without opening the month for all the others. */
  private String openCheck(YearMonth month) {
    ground.transaction.executeWithoutResult(
        status ->
            ground.jdbc.update(
                """
                insert into self_check (enterprise_id, period, enterprise_name, county_code,
                  township_code, subcategory_code, status, opening, opened_at, last_day)
                select id, ?, name, county_code, township_code, subcategory_code, 'OPEN', '',
                  '2026-03-01 00:10:00', ?
                from enterprise where id = ?
                """,
                month.toString(),
                month.atEndOfMonth().toString(),
                ground.enterpriseId()));
    long id =
        Long.parseLong(
            ground.text(
                "select id from self_check where enterprise_id = ? and period = ?",
                ground.enterpriseId(),
                month.toString()));
    String number = "ZC350582-%s-%07d".formatted(month.toString().replace("-", ""), id);
    Trusted.call(
        () ->
            ground
                .engine
                .getRuntimeService()
                .startProcessInstanceByKey(
                    "self-check",
                    number,
                    Variables.createVariables()
                        .putValue("selfCheckId", id)
                        .putValue("caseTitle", number)
                        .putValue("countyCode", "350582")
                        .putValue("enterpriseGroup", "ent" + ground.enterpriseId())
                        .putValue("lastDay", month.atEndOfMonth().toString())));
    return number;
  }
}
