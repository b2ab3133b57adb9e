package rectify.whole;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;

/** Two at once at the findings of an inspection whose record is not confirmed. */
class InspectionRaces {

  private static final Map<String, Object> SEEN =
      Map.of("location", "一号车间", "description", "通道堵塞", "level", "general", "disposal", "ordered");

  private final RaceGround ground;

  InspectionRaces(RaceGround ground) {
    this.ground = ground;
  }

  void addTo(Map<String, IntFunction<Race>> recipes) {
    recipes.put("POST /api/tasks/{taskId}/findings", round -> add());
    recipes.put("PUT /api/tasks/{taskId}/findings/{number}", round -> correct());
    recipes.put("DELETE /api/tasks/{taskId}/findings/{number}", round -> takeBack());
  }

  private Race add() {
    String visit = visit();
    String path = path(visit);
    return Race.all(
        answers ->
            assertThat(ground.count("visit_finding where inspection_id = ?", id(visit)))
                .isEqualTo(2),
        ground.racer("chendai1").asks("POST", path, SEEN),
        ground.racer("chendai1#2").asks("POST", path, SEEN));
  }

  private Race correct() {
    String visit = visit();
    officer().finds(visit, SEEN);
    String path = path(visit) + "/1?changes=0";
    return Race.one(
        answers ->
            assertThat(
                    ground.count(
                        "visit_finding_event where kind = 'CORRECTED' and inspection_id = ?",
                        id(visit)))
                .isEqualTo(1),
        ground.racer("chendai1").asks("PUT", path, Forms.with(SEEN, Map.of("location", "二号车间"))),
        ground.racer("chendai1#2").asks("PUT", path, Forms.with(SEEN, Map.of("location", "三号车间"))));
  }

  private Race takeBack() {
    String visit = visit();
    officer().finds(visit, SEEN);
    String path = path(visit) + "/1";
    return Race.oneUnnamed(
        Set.of(409),
        answers ->
            assertThat(
                    ground.count(
                        "visit_finding_event where kind = 'TAKEN_BACK' and inspection_id = ?",
                        id(visit)))
                .isEqualTo(1),
        ground.racer("chendai1").asks("DELETE", path, null),
        ground.racer("chendai1#2").asks("DELETE", path, null));
  }

  private String visit() {
    String visit =
        officer().open("inspection", Map.of("enterpriseQuery", "佳禾", "inspectionKind", "routine"));
    officer()
        .does(
            visit,
            "Activity_ChooseEnterprise",
            Map.of(
                "enterpriseId",
                ground.text("select min(id) from enterprise where name like ?", "演示·晋江佳禾%"),
                "secondOfficer",
                "chendai2"));
    return visit;
  }

  private String path(String visit) {
    return "/api/tasks/" + officer().task(visit, "Activity_Inspect") + "/findings";
  }

  private Worker officer() {
    return new Worker(ground.port, "chendai1");
  }

  private static long id(String visit) {
    return Long.parseLong(visit.replaceAll(".*-0*", ""));
  }
}
