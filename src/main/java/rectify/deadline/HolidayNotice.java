package rectify.deadline;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Month;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import rectify.clean.CleanText;
import rectify.refusal.Refusal;
import rectify.typed.SentText;

/**
 * A year's holiday notice as sent by a person: CSV lines {@code date,name,off|work}, or the JSON of
 * holiday-cn, {@code {year, days: [{name, date, isOffDay}]}}.
 */
final class HolidayNotice {

  /**
   * A cell that cannot be used.
   *
   * @param row line of the CSV file, or position in the JSON list, from 1
   * @param column name of the column or property; empty for the whole row
   * @param reason Chinese, says what is right
   */
  record BadRow(long row, String column, String reason) {}

  private static final int LARGEST_BYTES = 1 << 20;
  private static final int LONGEST_NAME = 40;
  private static final CSVFormat CSV =
      CSVFormat.DEFAULT.builder().setTrim(true).setCommentMarker('#').get();
  private static final JsonMapper JSON = new JsonMapper();
  private static final Pattern DATE =
      Pattern.compile(
          "(\\d{4}) *[-/.年] *(\\d{1,2}) *[-/.月] *(\\d{1,2}) *日?(?: +0{1,2}:00(?::00)?)?");

  private final List<Holiday> days = new ArrayList<>();
  private final List<BadRow> badRows = new ArrayList<>();
  private final Set<LocalDate> seen = new HashSet<>();
  private Integer statedYear;

  /** Nobody reads more, and each takes more memory than its row. */
  private static final int MOST_BAD_ROWS = 1_000;

  private HolidayNotice() {}

  /** Reads what it can; refuses what is no CSV or JSON at all. */
  static HolidayNotice read(byte[] content) {
    String text = text(content);
    HolidayNotice notice = new HolidayNotice();
    if (text.stripLeading().startsWith("{")) {
      notice.readJson(text);
    } else {
      notice.readCsv(text);
    }
    if (notice.days.isEmpty() && notice.badRows.isEmpty()) {
      throw new Refusal("文件里没有任何节假日，请每行填写“日期,名称,off 或 work”后重新导入。");
    }
    return notice;
  }

  List<Holiday> days() {
    return days;
  }

  List<BadRow> badRows() {
    return badRows;
  }

  /**
   * The years whose notice this is, so that it replaces them: it names 1 October, as each year's
   * does (全国年节及纪念日放假办法 art. 2), and 1 January too where its form does not say that it is a year's.
   * With a row that cannot be read it is not whole.
   */
  Set<Integer> wholeYears() {
    if (!badRows.isEmpty()) {
      return Set.of();
    }
    return days.stream()
        .filter(Holiday::dayOff)
        .map(Holiday::date)
        .filter(day -> day.getMonth() == Month.OCTOBER && day.getDayOfMonth() == 1)
        .map(LocalDate::getYear)
        .filter(
            year -> year.equals(statedYear) || seen.contains(LocalDate.of(year, Month.JANUARY, 1)))
        .collect(Collectors.toSet());
  }

  private static String text(byte[] content) {
    if (content.length > LARGEST_BYTES) {
      throw new Refusal("文件超过 1 MB，一年的节假日安排不会这么大，请核对后重新导入。");
    }
    return SentText.of(content)
        .orElseThrow(() -> new Refusal("文件既不是 UTF-8 也不是 GBK 编码，请用 Excel 另存为“CSV UTF-8”后重新导入。"));
  }

  private void readCsv(String text) {
    try (CSVParser parser = CSVParser.parse(new StringReader(text), CSV)) {
      for (CSVRecord record : parser) {
        long line = parser.getCurrentLineNumber();
        long cells = record.stream().mapToLong(cell -> cell.isBlank() ? 0 : 1).sum();
        boolean header = !hasRows() && record.get(0).matches("(?i)date|日期");
        if (cells == 0 || header) {
          continue;
        }
        // a sheet is saved with empty columns after the last
        if (record.size() < 3 || record.stream().skip(3).anyMatch(cell -> !cell.isBlank())) {
          bad(line, "", "有 " + record.size() + " 列，应为 3 列：日期,名称,off 或 work。");
          continue;
        }
        add(line, record.get(0), record.get(1), kind(line, record.get(2)), null);
      }
    } catch (IOException | UncheckedIOException e) {
      throw new Refusal("文件不是正确的 CSV，请检查引号是否成对后重新导入。");
    }
  }

  private boolean hasRows() {
    return !days.isEmpty() || !badRows.isEmpty();
  }

  private Boolean kind(long line, String typed) {
    String value = CleanText.code(typed);
    switch (value.toLowerCase(Locale.ROOT)) {
      case "off", "休", "放假", "休息":
        return true;
      case "work", "班", "上班", "补班", "调休上班":
        return false;
      default:
        bad(line, "off|work", "“" + value + "”不正确，放假填 off，调休上班填 work。");
        return null;
    }
  }

  private void readJson(String text) {
    JsonNode root;
    try {
      root = JSON.readTree(text);
    } catch (JsonProcessingException e) {
      throw new Refusal("文件不是正确的 JSON，请核对后重新导入。");
    }
    JsonNode year = root.path("year");
    JsonNode list = root.path("days");
    if (!year.isInt() || !list.isArray()) {
      throw new Refusal(
          "JSON 应为 {\"year\": 2027, \"days\": [{\"name\", \"date\", \"isOffDay\"}]}，请核对后重新导入。");
    }
    statedYear = year.intValue();
    long row = 0;
    for (JsonNode day : list) {
      row++;
      JsonNode off = day.path("isOffDay");
      if (!off.isBoolean()) {
        bad(row, "isOffDay", "“" + off.asText() + "”不正确，放假填 true，调休上班填 false。");
      }
      add(
          row,
          day.path("date").asText(),
          day.path("name").asText().strip(),
          off.isBoolean() ? off.booleanValue() : null,
          statedYear);
    }
  }

  private void add(long row, String typedDate, String typed, Boolean dayOff, Integer noticeYear) {
    LocalDate day = date(row, CleanText.code(typedDate), noticeYear);
    String name = CleanText.line(typed);
    if (name.isEmpty() || name.length() > LONGEST_NAME) {
      bad(row, "name", "节日名称应为 1 到 " + LONGEST_NAME + " 个字。");
    } else if (day != null && dayOff != null) {
      days.add(
          noticeYear == null
              ? Holiday.of(day, name, dayOff)
              : new Holiday(day, name, dayOff, noticeYear));
    }
  }

  private LocalDate date(long row, String value, Integer noticeYear) {
    LocalDate day = written(value);
    if (day == null) {
      return bad(row, "date", "“" + value + "”不是正确的日期，请按“2027-01-01”的格式填写。");
    }
    if (day.getYear() < Holidays.FIRST_YEAR || day.getYear() > Holidays.LAST_YEAR) {
      return bad(
          row,
          "date",
          "“" + value + "”应在 " + Holidays.FIRST_YEAR + " 年至 " + Holidays.LAST_YEAR + " 年之间。");
    }
    if (noticeYear != null && !belongs(day, noticeYear)) {
      return bad(row, "date", "“" + value + "”不在 " + noticeYear + " 年（或上一年十二月）内，请核对。");
    }
    if (!seen.add(day)) {
      return bad(row, "date", "“" + value + "”与前面的行重复，只能保留一行。");
    }
    return day;
  }

  /** As people and spreadsheets write it: 2027-01-01, 2027/1/1, 2027.1.1, 2027年1月1日. */
  private static LocalDate written(String value) {
    Matcher parts = DATE.matcher(value);
    try {
      return parts.matches()
          ? LocalDate.of(
              Integer.parseInt(parts.group(1)),
              Integer.parseInt(parts.group(2)),
              Integer.parseInt(parts.group(3)))
          : null;
    } catch (DateTimeException e) {
      return null;
    }
  }

  /** A notice may begin in the last days of the year before. */
  private static boolean belongs(LocalDate day, int noticeYear) {
    return day.getYear() == noticeYear
        || day.getYear() == noticeYear - 1 && day.getMonth() == Month.DECEMBER;
  }

  private <T> T bad(long row, String column, String reason) {
    if (badRows.size() < MOST_BAD_ROWS) {
      badRows.add(new BadRow(row, column, CleanText.line(reason)));
    }
    return null;
  }
}
