package rectify.simulation;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.DecisionService;
import org.springframework.jdbc.core.JdbcTemplate;
import rectify.deadline.Deadlines;

/**
 * Holds what a simulated city did against the rule of its ladders, from its tables alone: which day
 * was in force comes from the rechecks and extensions, not from what a rung says of itself.
 */
final class ClockAudit {

  /** As the diagram has them: so many working days after the day in force. */
  private static final Map<String, Integer> DAYS =
      Map.of("TOWNSHIP", 1, "DEPARTMENT", 3, "OFFICE", 10, "LISTING", 15, "CITY", 20);

  private static final Pattern PASSED = Pattern.compile("整改期限(\\d+)年(\\d+)月(\\d+)日已过");

  private final JdbcTemplate jdbc;
  private final Deadlines deadlines;
  private final DecisionService decisions;

  ClockAudit(SimulatedProduct product) {
    this.jdbc = product.jdbc();
    this.deadlines = product.bean(Deadlines.class);
    this.decisions = product.bean(DecisionService.class);
  }

  private record Climb(
      long hazardId,
      String level,
      String cause,
      LocalDateTime at,
      LocalDate dueAt,
      int failures,
      LocalDate inForce,
      LocalDate held,
      int failed) {

    @Override
    public String toString() {
      return "case %d %s %s at %s, day in force %s, failed %d"
          .formatted(hazardId, cause, level, at, inForce, failed);
    }
  }

  /** Open cases of which no timer is left that will fire, with their status. */
  List<String> silentCases() {
    return jdbc.queryForList(
        """
        select concat(h.id, ' ', h.status) from hazard h
        where h.status <> 'CLOSED'
        and not exists (
          select 1 from ACT_RU_JOB j
          join ACT_RU_EXECUTION e on e.ID_ = j.PROCESS_INSTANCE_ID_
          where e.BUSINESS_KEY_ = concat('YH', h.county_code, '-', year(h.found_at), '-',
            lpad(h.id, 7, '0'))
          and j.RETRIES_ > 0 and j.SUSPENSION_STATE_ = 1 and j.HANDLER_TYPE_ like 'timer%'
        )
        """,
        String.class);
  }

  /** Rungs climbed against the rule, each in words. */
  List<String> climbedAgainstTheRule() {
    return climbs().stream().map(this::wrong).filter(Objects::nonNull).toList();
  }

  long climbed() {
    return climbs().size();
  }

  private String wrong(Climb climb) {
    if (!Objects.equals(climb.dueAt(), climb.inForce())) {
      return climb + ", but says " + climb.dueAt();
    }
    if (climb.failures() != climb.failed()) {
      return climb + ", but says " + climb.failures();
    }
    if (climb.cause().equals("OVERDUE")) {
      LocalDateTime earliest =
          Deadlines.lastMoment(
              deadlines.lastDayAfterWorkingDays(climb.inForce(), DAYS.get(climb.level())));
      return climb.at().isBefore(earliest) ? climb + ", before " + earliest : null;
    }
    LocalDate held = climb.held() == null ? climb.inForce() : climb.held();
    boolean missed = !climb.at().isBefore(Deadlines.lastMoment(held));
    String rung =
        decisions
            .evaluateDecisionTableByKey(
                "failed-recheck", Map.of("failures", climb.failed(), "deadlineMissed", missed))
            .getSingleResult()
            .getEntry("rung");
    return rung.equalsIgnoreCase(climb.level()) ? null : climb + ", but the table says " + rung;
  }

  /**
   * The day in force at a moment is what the next failed recheck or granted extension replaced, or
   * the case's own if nothing did.
   */
  private List<Climb> climbs() {
    return jdbc.query(
        """
        select r.hazard_id, r.level, r.cause, r.climbed_at, r.due_at, r.failures,
          coalesce(
            least(
              coalesce((select min(c.due_at) from recheck c where c.hazard_id = r.hazard_id
                and c.result = 'failed' and c.rechecked_at > r.climbed_at), date '9999-12-31'),
              coalesce((select min(x.due_at) from extension x where x.hazard_id = r.hazard_id
                and x.decision = 'granted' and x.decided_at > r.climbed_at), date '9999-12-31'),
              h.due_at),
            h.due_at) as in_force,
          (select max(c.due_at) from recheck c where c.hazard_id = r.hazard_id
            and c.result = 'failed' and c.rechecked_at <= r.climbed_at) as held,
          (select count(*) from hazard_event e where e.hazard_id = r.hazard_id
            and e.kind = 'RETURNED' and e.happened_at <= r.climbed_at) as failed
        from rung r
        join hazard h on h.id = r.hazard_id
        order by r.hazard_id, r.climbed_at
        """,
        (row, number) ->
            new Climb(
                row.getLong("hazard_id"),
                row.getString("level"),
                row.getString("cause"),
                row.getObject("climbed_at", LocalDateTime.class),
                row.getObject("due_at", LocalDate.class),
                row.getInt("failures"),
                row.getObject("in_force", LocalDate.class),
                row.getObject("held", LocalDate.class),
                row.getInt("failed")));
  }

  /** Documents that say of a day that it has passed, which had not or was never in force. */
  List<String> untrueDocuments() {
    List<String> untrue = new ArrayList<>();
    jdbc.query(
        """
        select d.number, d.content, d.issued_at, d.case_id, h.original_due_at, h.due_at
        from document d
        join hazard h on h.id = d.case_id
        where d.content like '%已过%'
        """,
        row -> {
          Matcher passed = PASSED.matcher(row.getString("content"));
          while (passed.find()) {
            LocalDate day =
                LocalDate.of(
                    Integer.parseInt(passed.group(1)),
                    Integer.parseInt(passed.group(2)),
                    Integer.parseInt(passed.group(3)));
            LocalDateTime issued = row.getObject("issued_at", LocalDateTime.class);
            if (issued.isBefore(Deadlines.lastMoment(day))
                || !inForce(row.getLong("case_id"), day)) {
              untrue.add(row.getString("number") + " of " + issued + " names " + day);
            }
          }
        });
    return untrue;
  }

  long documentsThatNameAMissedDay() {
    return jdbc.queryForObject(
        "select count(*) from document where content like '%日已过%'", Long.class);
  }

  private boolean inForce(long hazardId, LocalDate day) {
    return jdbc.queryForObject(
            """
            select count(*) from (
              select due_at from hazard where id = ?
              union select original_due_at from hazard where id = ?
              union select due_at from recheck where hazard_id = ?
              union select due_at from extension where hazard_id = ?
              union select granted_due_at from extension where hazard_id = ?
            ) days where due_at = ?
            """,
            Integer.class,
            hazardId,
            hazardId,
            hazardId,
            hazardId,
            hazardId,
            day)
        > 0;
  }
}
