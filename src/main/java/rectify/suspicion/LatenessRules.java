package rectify.suspicion;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import rectify.deadline.Deadlines;
import rectify.selfcheck.MonthlyCheck;
import rectify.suspicion.LatenessMapper.Overdue;
import rectify.suspicion.Suspicion.Gathering;

/** What enterprises did late: by what was reported when, never by when a timer got to it. */
@Component
class LatenessRules implements Rules {

  private final LatenessMapper mapper;
  private final Deadlines deadlines;

  LatenessRules(LatenessMapper mapper, Deadlines deadlines) {
    this.mapper = mapper;
    this.deadlines = deadlines;
  }

  @Override
  public List<Suspicion> find(Month month) {
    return Stream.of(late(month), missed(month), overdue(month)).flatMap(List::stream).toList();
  }

  private List<Suspicion> late(Month month) {
    Gathering late = new Gathering(Kind.LATE_REPORT);
    for (MonthlyCheck check : mapper.lateChecks(month.text())) {
      late.enterprise(
          check.enterpriseId(),
          "自查%s应于%s前报送，%s才报送".formatted(check.number(), check.lastDay(), check.submittedAt()));
    }
    return late.all();
  }

  private List<Suspicion> missed(Month month) {
    Gathering missed = new Gathering(Kind.MISSED_REPORT);
    for (MonthlyCheck check : mapper.missedChecks(month.text())) {
      missed.enterprise(
          check.enterpriseId(), "自查%s应于%s前报送，到本期截止没有报送".formatted(check.number(), check.lastDay()));
    }
    return missed.all();
  }

  private List<Suspicion> overdue(Month month) {
    Gathering overdue = new Gathering(Kind.RECTIFICATION_OVERDUE);
    for (Overdue hazard : mapper.overdue(month.first(), month.last())) {
      LocalDate until = month.settledOn();
      String outcome = "至%s仍未报告整改".formatted(until);
      if (hazard.reportedAt() != null && !hazard.reportedAt().toLocalDate().isAfter(until)) {
        until = hazard.reportedAt().toLocalDate();
        outcome = "%s才报告整改".formatted(until);
      }
      int days = deadlines.workingDaysUntil(hazard.dueAt(), until);
      overdue.enterprise(
          hazard.enterpriseId(),
          "案件%s（%s）整改期限%s，%s，逾期%d个工作日"
              .formatted(hazard.caseNumber(), hazard.location(), hazard.dueAt(), outcome, days),
          days);
    }
    return overdue.all();
  }
}
