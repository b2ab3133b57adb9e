package rectify.deployment;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnDecisionRuleResult;
import org.camunda.bpm.dmn.engine.DmnEngine;
import rectify.engine.FeelOnce;
import rectify.enterprise.Enterprise;
import rectify.hazard.Level;
import rectify.hazard.Source;
import rectify.suspicion.Kind;

/**
 * Asks a table what the city asks it and reads the answer as the façades do, written from their
 * code and not from the gate's rules: what fails here would have been answered 500.
 */
final class TableOracle {

  private static final int COLUMN = 300;

  private TableOracle() {}

  static void run(Mutant table) {
    String id = table.file().replace(".dmn", "");
    DmnEngine engine = FeelOnce.decisions().buildEngine();
    DmnDecision decision =
        engine.parseDecision(
            id, new ByteArrayInputStream(table.content().getBytes(StandardCharsets.UTF_8)));
    for (Map<String, Object> asked : questions(id)) {
      DmnDecisionRuleResult row = engine.evaluateDecisionTable(decision, asked).getSingleResult();
      require(row != null, "no row for " + asked);
      read(id, asked, row);
    }
  }

  private static void read(String id, Map<String, Object> asked, DmnDecisionRuleResult row) {
    switch (id) {
      case "responsible-authority" -> {
        String authority = row.getEntry("authority");
        require(List.of("township", "department").contains(authority), authority);
        require(
            !Level.MAJOR.code().equals(asked.get("level")) || authority.equals("department"),
            "a township verifies a major hazard");
        reason(row.getEntry("authorityRule"));
      }
      case "rectification-deadline" -> {
        Number days = row.getEntry("deadlineDays");
        Number most = row.getEntry("maximumDays");
        require(days.intValue() > 0 && days.intValue() <= most.intValue(), days + " of " + most);
        require(days.doubleValue() == days.intValue() && most.intValue() <= 3650, "days");
        reason(row.getEntry("deadlineRule"));
      }
      case "failed-recheck" -> {
        String rung = row.getEntry("rung");
        require(
            rung.equals("none")
                || Set.of("township", "department", "office", "listing", "city").contains(rung),
            rung);
        reason(row.getEntry("rungRule"));
      }
      case "self-check-frequency" -> {
        Number months = row.getEntry("everyMonths");
        require(months.intValue() >= 1 && 12 % months.intValue() == 0, "months " + months);
        reason(row.getEntry("frequencyRule"));
      }
      default -> {
        Number points = row.getEntry("points");
        Number every = row.getEntry("everyWorkingDays");
        Number cap = row.getEntry("cap");
        require(
            points.doubleValue() >= 0
                && every.intValue() >= 0
                && cap.doubleValue() >= points.doubleValue(),
            points + " " + every + " " + cap);
        reason(row.getEntry("pointsRule"));
      }
    }
  }

  private static void reason(String text) {
    require(!text.isBlank() && text.length() <= COLUMN, "a reason of " + text.length());
  }

  private static void require(boolean holds, String what) {
    if (!holds) {
      throw new IllegalStateException(what);
    }
  }

  private static List<Map<String, Object>> questions(String id) {
    List<Map<String, Object>> questions = new ArrayList<>();
    switch (id) {
      case "responsible-authority" -> {
        for (Level level : Level.values()) {
          for (int code = 1; code <= 13; code++) {
            questions.add(Map.of("level", level.code(), "categoryCode", "%02d".formatted(code)));
          }
        }
      }
      case "rectification-deadline" -> {
        for (Level level : Level.values()) {
          for (Source source : Source.values()) {
            questions.add(Map.of("level", level.code(), "source", source.code()));
          }
        }
      }
      case "failed-recheck" -> {
        for (int failures = 1; failures <= 12; failures++) {
          questions.add(Map.of("failures", failures, "deadlineMissed", true));
          questions.add(Map.of("failures", failures, "deadlineMissed", false));
        }
      }
      case "self-check-frequency" -> {
        questions.add(Map.of("grade", ""));
        for (Enterprise.Grade grade : Enterprise.Grade.values()) {
          questions.add(Map.of("grade", grade.name()));
        }
      }
      default -> {
        for (Kind kind : Kind.values()) {
          questions.add(Map.of("kind", kind.name()));
        }
      }
    }
    return questions;
  }
}
