package rectify.selfcheck;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.List;
import org.quartz.JobDataMap;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import rectify.identity.GroupIds;
import rectify.identity.People;
import rectify.identity.Standing;
import rectify.refusal.Refusal;

@RestController
@RequestMapping("/api/self-checks")
@Tag(name = "企业自查")
class SelfCheckController {

  private final SelfChecks checks;
  private final MonthOpening opening;
  private final Scheduler scheduler;
  private final TransactionTemplate transaction;
  private final People people;

  SelfCheckController(
      SelfChecks checks,
      MonthOpening opening,
      Scheduler scheduler,
      TransactionTemplate transaction,
      People people) {
    this.checks = checks;
    this.opening = opening;
    this.scheduler = scheduler;
    this.transaction = transaction;
    this.people = people;
  }

  /** A self-check as the API shows it; times are China time. */
  record Row(
      String number,
      String period,
      long enterpriseId,
      String enterpriseName,
      String countyCode,
      String townshipCode,
      CheckStatus status,
      String statusName,
      LocalDate lastDay,
      boolean notBegun,
      boolean late,
      Integer listVersion,
      Integer itemCount,
      Integer failedCount,
      Integer notApplicableCount,
      String signatory,
      LocalDateTime submittedAt) {

    static Row of(MonthlyCheck check) {
      return new Row(
          check.number(),
          check.period(),
          check.enterpriseId(),
          check.enterpriseName(),
          check.countyCode(),
          check.townshipCode(),
          check.status(),
          check.status().chinese(),
          check.lastDay(),
          check.detectedAt() != null && check.submittedAt() == null,
          check.lateAt() != null || check.missedAt() != null,
          check.listVersion(),
          check.itemCount(),
          check.failedCount(),
          check.notApplicableCount(),
          check.signatory(),
          check.submittedAt());
    }
  }

  record Page(List<Row> rows, int page, int size, long total) {}

  @GetMapping
  @Operation(summary = "查询自查情况", description = "detected=true只列出到日期仍未开始的")
  Page page(
      @ParameterObject CheckFilter filter,
      @RequestParam(defaultValue = "0") int page,
      @RequestParam(defaultValue = "20") int size) {
    SelfChecks.Page found = checks.page(filter, page, size);
    return new Page(found.rows().stream().map(Row::of).toList(), page, size, found.total());
  }

  @GetMapping("/months/{period}")
  @Operation(summary = "某月自查的开启进度")
  MonthOpening.Progress progress(@PathVariable String period) {
    operator();
    return opening.progress(MonthOpening.month(period));
  }

  @PostMapping("/months/{period}")
  @ResponseStatus(HttpStatus.ACCEPTED)
  @Operation(summary = "开启或续开本月自查", description = "在后台进行；已开启的企业不会重复")
  MonthOpening.Progress open(@PathVariable String period) {
    operator();
    YearMonth month = MonthOpening.month(period);
    if (!month.equals(opening.current())) {
      throw new Refusal("只能开启本月（" + opening.current() + "）的自查，请核对月份。");
    }
    transaction.executeWithoutResult(status -> trigger(month));
    return opening.progress(month);
  }

  /** Quartz writes into the transaction it finds, and without one into none that is committed. */
  private void trigger(YearMonth month) {
    JobDataMap data = new JobDataMap();
    data.put(MonthOpeningJob.PERIOD, month.toString());
    try {
      scheduler.triggerJob(MonthOpeningJob.KEY, data);
    } catch (SchedulerException e) {
      throw new IllegalStateException("the month " + month + " could not be queued", e);
    }
  }

  private void operator() {
    Standing standing = people.current().standing();
    if (!standing.administrator() && !standing.isOfOffice(GroupIds.CITY)) {
      throw Refusal.forbidden("只有市安委办和系统管理员可以开启自查，请联系市安委办。");
    }
  }
}
