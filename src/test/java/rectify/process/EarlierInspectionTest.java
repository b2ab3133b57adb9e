package rectify.process;

import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.ArgumentMatchers.startsWith;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import rectify.deadline.LegalCalendar;
import rectify.form.Choices;
import rectify.form.ModelEngine;
import rectify.inspection.Inspections;

/**
 * An inspection begun before findings could be corrected (version 1.2.0 of its diagram) goes on as
 * it began: its steps still find what they call.
 */
class EarlierInspectionTest {

  private static final Path EARLIER = Path.of("src/test/resources/earlier/inspection-1.2.0");

  private final Inspections inspections = mock();
  private ProcessEngine engine;

  @AfterEach
  void shut_down() {
    BpmnAwareTests.reset();
    engine.close();
  }

  @Test
  void an_inspection_begun_under_the_earlier_diagram_is_finished() throws IOException {
    when(inspections.matches(anyLong())).thenReturn(Choices.of(Map.of("31", "东海机械厂")));
    when(inspections.colleagues(anyLong())).thenReturn(Choices.of(Map.of("lin", "林检查")));
    when(inspections.departments(anyLong())).thenReturn(Choices.of(Map.of("housing", "住建局")));
    when(inspections.orderedFindings(anyLong())).thenReturn(List.of());
    engine =
        ModelEngine.configuration(
                "earlier",
                new HashMap<>(
                    Map.of("inspections", inspections, "deadlines", LegalCalendar.deadlines())))
            .buildProcessEngine();
    BpmnAwareTests.init(engine);
    deploy();
    ModelRun run =
        ModelRun.of(
            engine,
            engine
                .getRuntimeService()
                .startProcessInstanceByKey(
                    "inspection", "JC350582-2026-0000003", InspectionRun.variables()));

    run.complete("Activity_ChooseEnterprise", Map.of("enterpriseId", "31", "secondOfficer", "lin"));
    run.complete(
        "Activity_RecordFinding",
        Map.of(
            "hasFinding",
            "yes",
            "location",
            "车间",
            "description",
            "灭火器被遮挡",
            "level",
            "general",
            "disposal",
            "corrected",
            "onSpotMeasures",
            "已移开"));
    run.complete(
        "Activity_ConfirmRecord", Map.of("situation", "检查了车间和仓库", "siteRepresentative", "王主任"));

    verify(inspections)
        .addFinding(
            eq(3L),
            eq("车间"),
            eq("灭火器被遮挡"),
            eq("general"),
            any(),
            eq("corrected"),
            any(),
            any(),
            eq("已移开"),
            eq(15),
            eq(30),
            startsWith("第4行"));
    verify(inspections).issueDocuments(3, "王主任", false, "", "", "检查了车间和仓库");
    verify(inspections).finish(3);
    assertThat(run.instance()).isEnded();
  }

  private void deploy() throws IOException {
    DeploymentBuilder deployment = engine.getRepositoryService().createDeployment();
    for (Path file :
        List.of(
            EARLIER.resolve("inspection.bpmn"),
            EARLIER.resolve("inspection-finding.form"),
            EARLIER.resolve("inspection-record.form"),
            Path.of("forms/inspection-opening.form"),
            Path.of("forms/enterprise-choice.form"),
            Path.of("processes/rectification-deadline.dmn"))) {
      deployment.addString(file.getFileName().toString(), Files.readString(file));
    }
    deployment.deploy();
  }
}
