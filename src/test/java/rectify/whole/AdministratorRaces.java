package rectify.whole;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.IntFunction;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstanceQuery;
import rectify.engine.Trusted;

/** Our doors that keep the product itself in order. */
class AdministratorRaces {

  private final RaceGround ground;

  AdministratorRaces(RaceGround ground) {
    this.ground = ground;
  }

  void addTo(Map<String, IntFunction<Race>> recipes) {
    recipes.put("POST /api/cases/{number}/restart", round -> restart());
    recipes.put("DELETE /api/login-locks", round -> letIn());
    recipes.put("POST /api/standstills/{id}/choice", round -> choose());
    recipes.put("POST /api/reorganisations", round -> reorganise());
    recipes.put("POST /api/ledger/anchors/{day}/kept", this::keep);
    recipes.put("POST /api/deployments/{deployment}/withdrawal", this::takeBack);
  }

  private Race restart() {
    String number = ground.enterprise.report(Forms.hazard());
    RuntimeService runtime = ground.engine.getRuntimeService();
    ProcessInstanceQuery process =
        runtime
            .createProcessInstanceQuery()
            .processInstanceBusinessKey(number)
            .processDefinitionKey("hazard-rectification");
    Trusted.call(
        () -> {
          runtime.deleteProcessInstance(process.singleResult().getId(), "lost, for a race");
          return null;
        });
    String path = "/api/cases/" + number + "/restart";
    return Race.oneUnnamed(
        Set.of(409),
        answers -> {
          assertThat(process.count()).isEqualTo(1);
          assertThat(
                  ground.count(
                      "hazard_event where hazard_id = ? and kind = 'RESTARTED'",
                      RaceGround.id(number)))
              .isEqualTo(1);
        },
        ground.racer("admin").asks("POST", path, null),
        ground.racer("admin#2").asks("POST", path, null));
  }

  /** After a standstill nothing ran out in, so that no clock of another test moves. */
  private Race choose() {
    ground.write(
        "insert into standstill (stood_from, stood_until, hold_until)"
            + " values ('2098-01-01', '2098-01-02', '2099-12-31')");
    String id = ground.text("select max(id) from standstill");
    String path = "/api/standstills/" + id + "/choice";
    return Race.one(
        answers ->
            assertThat(ground.count("standstill where id = ? and choice = 'RUN'", id)).isEqualTo(1),
        ground.racer("cityoffice").asks("POST", path, Map.of("choice", "run")),
        ground.racer("cityoffice#2").asks("POST", path, Map.of("choice", "run")));
  }

  private Race takeBack(int round) {
    String deployment = deployTable(11 + round);
    String path = "/api/deployments/" + deployment + "/withdrawal";
    return Race.oneUnnamed(
        Set.of(404, 409),
        answers ->
            assertThat(ground.count("deployment_withdrawal where deployment_id = ?", deployment))
                .isEqualTo(1),
        ground.racer("admin").asks("POST", path, Map.of("reason", "填错了天数")),
        ground.racer("admin#2").asks("POST", path, Map.of("reason", "不再需要")));
  }

  private String deployTable(int days) {
    String file = "rectification-deadline.dmn";
    try (InputStream bundled = getClass().getResourceAsStream("/processes/" + file)) {
      String table =
          new String(bundled.readAllBytes(), StandardCharsets.UTF_8)
              .replace("<text>7</text>", "<text>" + days + "</text>");
      return ground
          .engine
          .getRepositoryService()
          .createDeployment()
          .addString(file, table)
          .deploy()
          .getId();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Race letIn() {
    String account = "race" + UUID.randomUUID().toString().substring(0, 8);
    ground.transaction.executeWithoutResult(
        status ->
            ground.jdbc.update(
                "insert into login_attempt (subject, account, failures, last_at, blocked_until)"
                    + " values (?, ?, 9, '2026-03-09 10:00:00', '2026-03-10 10:00:00')",
                account,
                account));
    String path = "/api/login-locks?account=" + account;
    return Race.all(
        answers -> assertThat(ground.count("login_attempt where account = ?", account)).isZero(),
        ground.racer("admin").asks("DELETE", path, null),
        ground.racer("admin#2").asks("DELETE", path, null));
  }

  /** The files name nobody's successor: both find that nothing is to be moved. */
  private Race reorganise() {
    int before = ground.count("succession");
    return Race.all(
        answers -> {
          assertThat(answers).allMatch(answer -> answer.body().equals("[]"));
          assertThat(ground.count("succession")).isEqualTo(before);
        },
        ground.racer("admin").asks("POST", "/api/reorganisations", Map.of()),
        ground.racer("admin#2").asks("POST", "/api/reorganisations", Map.of()));
  }

  private Race keep(int round) {
    String day = LocalDate.of(2001, 1, 1).plusDays(round).toString();
    ground.transaction.executeWithoutResult(
        status ->
            ground.jdbc.update(
                "insert into ledger_anchor (anchor_day, drawn_at, previous, chains, root,"
                    + " all_chains, all_events, algorithm, key_id, seal) values (?, '2001-01-01"
                    + " 00:00:00', '', 0, '', 0, 0, 'HmacSHA256', 'demo', '')",
                day));
    String path = "/api/ledger/anchors/" + day + "/kept";
    return Race.all(
        answers -> {
          assertThat(
                  ground.count(
                      "anchor_departure where anchor_id in (select id from ledger_anchor where"
                          + " anchor_day = ?) and whom like '%馆'",
                      day))
              .isEqualTo(1);
          forget(day);
        },
        ground.racer("cityoffice").asks("POST", path, Map.of("where", "市档案馆")),
        ground.racer("admin").asks("POST", path, Map.of("where", "市图书馆")));
  }

  /** The anchors cover one another: one that covers nothing must not stay. */
  private void forget(String day) {
    ground.transaction.executeWithoutResult(
        status -> {
          ground.jdbc.update(
              "delete from anchor_departure where anchor_id in (select id from ledger_anchor where"
                  + " anchor_day = ?)",
              day);
          ground.jdbc.update("delete from ledger_anchor where anchor_day = ?", day);
        });
  }
}
