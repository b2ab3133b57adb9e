package rectify.demo;

import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;
import rectify.enterprise.Enterprise;
import rectify.hazard.HazardRectification;
import rectify.identity.GroupIds;
import rectify.inspection.Inspection;
import rectify.inspection.Observation;
import rectify.simulation.Stage;
import rectify.task.OpenTask;

/**
 * How a scene begins: a report, or an inspection with one finding.
 *
 * @param department the one in charge of the enterprise
 */
record SceneStart(Scene scene, Enterprise firm, String department) {

  private static final String STOPPED_AT_CHOICE = "CHOICE";
  private static final String STOPPED_AT_FINDING = "FINDING";
  private static final String STOPPED_AT_RECORD = "RECORD";

  /** Whose people begin it. */
  String group() {
    return switch (scene.begins()) {
      case ENTERPRISE -> GroupIds.enterprise(firm.id());
      case TOWNSHIP -> GroupIds.township(firm.townshipCode());
      case DEPARTMENT -> department;
    };
  }

  void play(Stage stage) {
    if (scene.begins() == Scene.Beginning.ENTERPRISE) {
      report(stage);
    } else {
      inspect(stage);
    }
  }

  private void report(Stage stage) {
    Map<String, Object> form = hazard();
    stage.photo(null, "before", before());
    stage.start(HazardRectification.KEY, form);
  }

  private void inspect(Stage stage) {
    stage.start(
        Inspection.KEY, Map.of("enterpriseQuery", firm.creditCode(), "inspectionKind", "routine"));
    if (STOPPED_AT_CHOICE.equals(scene.stops())) {
      return;
    }
    stage.complete(
        stage.take(Inspection.CHOICE),
        Map.of("enterpriseId", String.valueOf(firm.id()), "secondOfficer", stage.colleague().id()));
    if (STOPPED_AT_FINDING.equals(scene.stops())) {
      return;
    }
    OpenTask visit = stage.take(Inspection.ON_SITE);
    int finding = stage.find(visit, seen());
    stage.photo(visit, finding, "before", before());
    if ("corrected".equals(scene.disposal())) {
      stage.photo(visit, finding, "after", DemoPictures.of("after", random()));
    }
    if (STOPPED_AT_RECORD.equals(scene.stops())) {
      return;
    }
    stage.complete(
        visit,
        Map.of(
            "hasFinding",
            "yes",
            "inspectedFrom",
            stage.now().minusHours(1).toString(),
            "inspectedUntil",
            stage.now().toString(),
            "situation",
            "现场检查发现问题1项，已当场告知企业负责人",
            "siteRepresentative",
            firm.safetyOfficer()));
  }

  private Observation seen() {
    return new Observation(
        scene.location(),
        scene.description(),
        scene.isMajor() ? "major" : "general",
        scene.isMajor() ? scene.basis() : null,
        scene.disposal(),
        "corrected".equals(scene.disposal()) ? "当场清理并恢复到位，现场人员已教育" : null,
        "transferred".equals(scene.disposal()) ? role() : null,
        null);
  }

  private String role() {
    return department.substring(GroupIds.department(firm.countyCode(), "").length());
  }

  private Map<String, Object> hazard() {
    Map<String, Object> form = new HashMap<>();
    form.put("location", scene.location());
    form.put("description", scene.description());
    form.put("level", scene.isMajor() ? "major" : "general");
    if (scene.isMajor()) {
      form.put("majorBasis", scene.basis());
    }
    return form;
  }

  private byte[] before() {
    return DemoPictures.of("before", random());
  }

  private SplittableRandom random() {
    return new SplittableRandom(31L * firm.id() + scene.location().hashCode());
  }
}
