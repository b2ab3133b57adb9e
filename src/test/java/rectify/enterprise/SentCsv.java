package rectify.enterprise;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Comma separated files as spreadsheets, scripts and other systems write them. */
final class SentCsv {

  private static final Charset GB18030 = Charset.forName("GB18030");

  private final SplittableRandom random;
  private final Dressing dressing;

  SentCsv(SplittableRandom random, Dressing dressing) {
    this.random = random;
    this.dressing = dressing;
  }

  SentRegister of(
      int number, List<EnterpriseColumn> columns, List<Map<EnterpriseColumn, String>> meant) {
    String end = dressing.any("\r\n", "\n");
    boolean quoted = random.nextBoolean();
    StringBuilder text = new StringBuilder();
    text.append(
            columns.stream()
                .map(column -> quoted ? "\"" + column.header() + "\"" : column.header())
                .collect(Collectors.joining(",")))
        .append(end);
    Map<Integer, Map<EnterpriseColumn, String>> rows = new TreeMap<>();
    int line = 1;
    for (Map<EnterpriseColumn, String> firm : meant) {
      line++;
      if (random.nextInt(5) == 0) {
        line++;
        text.append(random.nextBoolean() ? "" : ",".repeat(columns.size() - 1)).append(end);
      }
      rows.put(line, firm);
      text.append(
              columns.stream()
                  .map(column -> cell(column, firm.get(column), quoted))
                  .collect(Collectors.joining(",")))
          .append(end);
    }
    return new SentRegister(number + ".csv", encoded(text.toString()), rows, Map.of(), null);
  }

  private String cell(EnterpriseColumn column, String value, boolean quoted) {
    String cell =
        switch (column) {
          case CREDIT_CODE -> dressing.asText(dressing.creditCode(value));
          case TOWNSHIP_CODE, SUBCATEGORY_CODE, GRADE, PHONE ->
              dressing.asText(dressing.code(value));
          case LONGITUDE, LATITUDE, ENROLLED -> dressing.code(value);
          case ADDRESS ->
              dressing.text(value).replace(" 2-1", random.nextBoolean() ? "\r\n2-1" : " 2-1");
          default -> dressing.text(value);
        };
    boolean must = cell.matches("(?s)[^=].*\".*|\".*|.*[,\\r\\n].*");
    return quoted || must ? "\"" + cell.replace("\"", "\"\"") + "\"" : cell;
  }

  private byte[] encoded(String text) {
    return switch (random.nextInt(3)) {
      case 0 -> text.getBytes(StandardCharsets.UTF_8);
      case 1 -> ("\uFEFF" + text).getBytes(StandardCharsets.UTF_8);
      default -> text.getBytes(GB18030);
    };
  }
}
