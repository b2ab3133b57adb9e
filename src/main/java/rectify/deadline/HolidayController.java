package rectify.deadline;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import rectify.deadline.CalendarImport.Effect;
import rectify.deadline.HolidayNotice.BadRow;
import rectify.identity.Actor;
import rectify.identity.People;
import rectify.refusal.Refusal;

@RestController
@RequestMapping("/api/holidays")
class HolidayController {

  /**
   * What an import did: how many days were stored, and every row that was not.
   *
   * @param effect on the calendar and on the clocks that run; null if nothing was read
   */
  record Imported(int stored, String message, List<BadRow> badRows, Effect effect) {}

  /** A year's named days; the warning is empty if the year's notice is known. */
  record Year(int year, String warning, List<Holiday> days) {}

  private final Holidays holidays;
  private final Deadlines deadlines;
  private final CalendarImport imports;
  private final Clock clock;
  private final Supplier<Actor> person;

  @Autowired
  HolidayController(
      Holidays holidays, Deadlines deadlines, CalendarImport imports, Clock clock, People people) {
    this(holidays, deadlines, imports, clock, people::current);
  }

  HolidayController(
      Holidays holidays,
      Deadlines deadlines,
      CalendarImport imports,
      Clock clock,
      Supplier<Actor> person) {
    this.holidays = holidays;
    this.deadlines = deadlines;
    this.imports = imports;
    this.clock = clock;
    this.person = person;
  }

  /** The days of a year, this year's by default. */
  @GetMapping
  Year year(@RequestParam Optional<Integer> year) {
    int wanted = year.orElseGet(() -> LocalDate.now(clock).getYear());
    if (wanted < Holidays.FIRST_YEAR || wanted > Holidays.LAST_YEAR) {
      throw new Refusal("年份应在 " + Holidays.FIRST_YEAR + " 到 " + Holidays.LAST_YEAR + " 之间，请改正。");
    }
    LocalDate any = LocalDate.ofYearDay(wanted, 1);
    return new Year(wanted, deadlines.yearsWithoutData(any, any).orElse(""), holidays.of(wanted));
  }

  boolean mayImport() {
    return person.get().standing().administrator();
  }

  /**
   * Imports a notice, as an administrator; with a bad row nothing is stored, unless the good ones
   * are asked for.
   *
   * @param preview says what the import would do, and stores nothing
   */
  @PostMapping(
      consumes = {
        "text/csv",
        MediaType.TEXT_PLAIN_VALUE,
        MediaType.APPLICATION_JSON_VALUE,
        MediaType.APPLICATION_OCTET_STREAM_VALUE
      })
  ResponseEntity<Imported> store(
      @RequestBody(required = false) byte[] content,
      @RequestParam(defaultValue = "false") boolean acceptGood,
      @RequestParam(defaultValue = "false") boolean preview) {
    if (!mayImport()) {
      throw Refusal.forbidden("只有系统管理员可以导入节假日安排，请联系管理员。");
    }
    HolidayNotice notice = HolidayNotice.read(content == null ? new byte[0] : content);
    int bad = notice.badRows().size();
    if (bad > 0 && !acceptGood) {
      return ResponseEntity.badRequest()
          .body(
              new Imported(
                  0,
                  "有 " + bad + " 处错误，没有保存任何内容。请改正后重新导入，或选择只保存正确的行（acceptGood=true）。",
                  notice.badRows(),
                  null));
    }
    String rest = bad > 0 ? "，另有 " + bad + " 处错误未保存。" : "。";
    if (notice.days().isEmpty()) {
      return ResponseEntity.ok(new Imported(0, "没有保存任何内容" + rest, notice.badRows(), null));
    }
    if (preview) {
      Effect effect = imports.preview(notice);
      String would = "预览：可保存 " + notice.days().size() + " 天，尚未保存。";
      return ResponseEntity.ok(new Imported(0, would + effect.chinese(), notice.badRows(), effect));
    }
    Effect effect = imports.store(notice, person.get().id());
    holidays.refresh();
    int stored = notice.days().size();
    return ResponseEntity.ok(
        new Imported(
            stored, "已保存 " + stored + " 天" + rest + effect.chinese(), notice.badRows(), effect));
  }
}
