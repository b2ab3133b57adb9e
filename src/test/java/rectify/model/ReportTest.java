package rectify.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** How a fault of a model is put to the designer. */
class ReportTest {

  private final Report report = new Report();

  @Test
  void a_fault_names_the_file_the_element_and_its_name() {
    report.say("supervision.bpmn", "Event_Overdue", " 已逾期 ", "请恢复。");

    assertThat(report.lines()).containsExactly("supervision.bpmn，Event_Overdue“已逾期”：请恢复。");
  }

  @Test
  void an_id_that_is_a_sentence_stands_in_quotes() {
    report.say("x.bpmn", "BPMN MIWG Test Case C.1.0_laneSet", "", "请删除。");

    assertThat(report.lines()).containsExactly("x.bpmn，“BPMN MIWG Test Case C.1.0_laneSet”：请删除。");
  }
}
