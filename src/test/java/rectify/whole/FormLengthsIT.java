package rectify.whole;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * How long an answer may be, its form says, and the form alone; the column it is kept in has room
 * for it whole, with whatever the code writes before it.
 */
@WholeSystem
class FormLengthsIT {

  /** Where each answer is kept; a number is what the code writes around it. */
  private static final Map<String, String> KEPT =
      kept(
          """
          authority-designation.designationOpinion hazard_event.detail 20
          extension-decision.extensionOpinion extension.opinion
          finding-explanation.explanation assessment_finding.answer
          finding-review.reviewOpinion assessment_finding.opinion
          hazard-report.location hazard.location
          hazard-report.description hazard.description
          hazard-report.majorBasis hazard.major_basis
          hazard-report.onSpotMeasures hazard.measures
          inspection-opening.enterpriseQuery inspection.enterprise_query
          inspection-record.situation inspection.situation
          inspection-record.siteRepresentative inspection.site_representative
          inspection-record.refusalRemark inspection.refusal_remark
          inspection-record.witness inspection.witness
          late-list-check-up.checkUpOpinion self_check_reminder.opinion
          late-list-supervision.countyOpinion self_check_reminder.county_opinion
          listing-or-interview.listingOpinion rung.opinion
          major-acknowledgement.acknowledgement hazard_event.detail 30
          plan-review.planOpinion treatment_plan.opinion
          recheck.recheckOpinion recheck.opinion
          rectification-report.responsiblePerson hazard.responsible_person
          rectification-report.measures hazard.measures
          rectification-report.contingencyPlan hazard.contingency_plan
          rectification-report.extensionReason extension.reason
          red-light-attention.attentionOpinion red_light.opinion
          self-check-finding.location hazard.location
          self-check-finding.description hazard.description
          self-check-finding.majorBasis hazard.major_basis
          self-check-finding.onSpotMeasures hazard.measures
          self-check.signatory self_check.signatory
          self-check.notes self_check.notes
          statistics-signing.signatory statistic.signatory
          statistics-signing.preparer statistic.preparer
          statistics-signing.preparerPhone statistic.phone
          statistics-supervision.supervisionOpinion statistic.supervision
          supervision-action.supervisionOpinion rung.opinion
          supervision-action.supervisionOpinion late_duty_rung.opinion
          supervision-letter.letterDemand rung.opinion 100
          transfer-acceptance.transferOpinion hazard_event.detail 20
          treatment-plan.planGoals treatment_plan.goals
          treatment-plan.planMeasures treatment_plan.measures
          treatment-plan.planFunds treatment_plan.funds
          treatment-plan.planStaff treatment_plan.staff
          treatment-plan.planSchedule treatment_plan.schedule
          treatment-plan.planSafeguards treatment_plan.safeguards
          verification.verificationOpinion hazard.closing_opinion
          verification.verificationOpinion hazard.return_reason
          """);

  /** What is looked for and not kept as it was typed: its room is for the blanks people put in. */
  private static final Set<String> LOOKED_UP = Set.of("hazard-report.creditCode");

  @Autowired private JdbcTemplate jdbc;

  private static Map<String, String> kept(String lines) {
    Map<String, String> kept = new LinkedHashMap<>();
    lines
        .lines()
        .filter(line -> !line.isBlank())
        .map(line -> line.strip().split(" ", 2))
        .forEach(line -> kept.merge(line[0], line[1], (one, other) -> one + ";" + other));
    return kept;
  }

  @Test
  void what_a_form_lets_a_person_write_is_kept_whole() throws IOException {
    Map<String, Integer> written = texts();

    assertThat(written.keySet())
        .as("每个文字字段都须写明存在哪一列")
        .containsExactlyInAnyOrderElementsOf(
            Stream.concat(KEPT.keySet().stream(), LOOKED_UP.stream()).toList());
    KEPT.forEach(
        (field, places) -> {
          for (String place : places.split(";")) {
            String[] column = place.split("[. ]");
            int around = column.length > 2 ? Integer.parseInt(column[2]) : 0;
            assertThat(room(column[0], column[1]))
                .as("%s 最多%d字，%s.%s 放不下", field, written.get(field), column[0], column[1])
                .isGreaterThanOrEqualTo(written.get(field) + around);
          }
        });
  }

  private int room(String table, String column) {
    List<Integer> found =
        jdbc.queryForList(
            "select character_maximum_length from information_schema.columns"
                + " where table_schema = database() and table_name = ? and column_name = ?",
            Integer.class,
            table,
            column);
    assertThat(found).as(table + "." + column).hasSize(1);
    return found.get(0);
  }

  private static Map<String, Integer> texts() throws IOException {
    Map<String, Integer> texts = new LinkedHashMap<>();
    try (Stream<Path> forms = Files.list(Path.of("forms"))) {
      for (Path form : forms.sorted().toList()) {
        String name = form.getFileName().toString().replace(".form", "");
        collect(name, new ObjectMapper().readTree(form.toFile()), texts);
      }
    }
    return texts;
  }

  private static void collect(String form, JsonNode part, Map<String, Integer> texts) {
    if (part.path("type").asText().matches("textfield|textarea")) {
      texts.put(
          form + "." + part.path("key").asText(), part.path("validate").path("maxLength").asInt());
    }
    part.path("components").forEach(component -> collect(form, component, texts));
  }
}
