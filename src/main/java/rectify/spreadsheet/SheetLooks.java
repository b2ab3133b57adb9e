package rectify.spreadsheet;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamReader;
import rectify.refusal.Refusal;

/**
 * What a workbook says of its sheets beside their cells: which are shown, which cells are merged,
 * which rows are hidden, and which formulas nobody has calculated yet. Fed with the XML of all
 * parts as they are walked through.
 */
final class SheetLooks {

  /** Cells shown as one; rows from 1, columns from 0. */
  record Merge(int top, int bottom, int left, int right) {}

  /** What is said of one sheet. */
  static final class Look {

    private final List<Merge> merges = new ArrayList<>();
    private final Set<Integer> hiddenRows = new HashSet<>();
    private final Set<String> uncalculated = new HashSet<>();

    List<Merge> merges() {
      return merges;
    }

    boolean hides(int row) {
      return hiddenRows.contains(row);
    }
  }

  private record Entry(String relation, boolean visible) {}

  private static final Pattern RANGE =
      Pattern.compile("([A-Z]{1,3})([1-9]\\d{0,6})(?::([A-Z]{1,3})([1-9]\\d{0,6}))?");

  private static final Pattern OF_NO_CELLS = Pattern.compile("(chart|dialog|macro)sheets/");

  private final Map<String, Look> looks = new HashMap<>();
  private final List<Entry> sheets = new ArrayList<>();
  private final Map<String, String> targets = new HashMap<>();

  /** Set by libraries that write formulas without their results. */
  private boolean calculatedWhenOpened;

  private String part = "";
  private Look look = new Look();
  private int row;
  private String type;
  private String cell;
  private boolean inValue;

  /** A part of the workbook begins. */
  void begin(String name) {
    part = name;
    look = looks.computeIfAbsent(name, unknown -> new Look());
    row = 0;
    cell = null;
    inValue = false;
  }

  /** An event of the part. */
  void at(int event, XMLStreamReader reader) {
    switch (event) {
      case XMLStreamReader.START_ELEMENT -> start(reader);
      case XMLStreamReader.CHARACTERS, XMLStreamReader.CDATA -> {
        if (inValue) {
          look.uncalculated.remove(cell);
        }
      }
      case XMLStreamReader.END_ELEMENT -> inValue = false;
      default -> {}
    }
  }

  private void start(XMLStreamReader reader) {
    switch (reader.getLocalName()) {
      case "sheet" -> {
        if (part.startsWith("xl/workbook")) {
          String state = reader.getAttributeValue(null, "state");
          sheets.add(new Entry(relation(reader), state == null || state.equals("visible")));
        }
      }
      case "Relationship" -> {
        if (part.startsWith("xl/_rels/workbook")) {
          targets.put(
              reader.getAttributeValue(null, "Id"), reader.getAttributeValue(null, "Target"));
        }
      }
      case "calcPr" ->
          calculatedWhenOpened |= isTrue(reader.getAttributeValue(null, "fullCalcOnLoad"));
      case "mergeCell" -> merge(reader.getAttributeValue(null, "ref"));
      case "row" -> {
        String number = reader.getAttributeValue(null, "r");
        row = number == null ? row + 1 : number(number);
        if (isTrue(reader.getAttributeValue(null, "hidden"))) {
          look.hiddenRows.add(row);
        }
      }
      case "c" -> {
        type = reader.getAttributeValue(null, "t");
        cell = "str".equals(type) ? null : reader.getAttributeValue(null, "r");
      }
      case "f" -> {
        if (cell != null) {
          look.uncalculated.add(cell);
          // a formula's own text is never a shared one: that stood there before the formula
          cell = "s".equals(type) ? null : cell;
        }
      }
      case "v" -> inValue = cell != null;
      default -> {}
    }
  }

  /** Its namespace is another in a strict workbook than in any other. */
  private static String relation(XMLStreamReader reader) {
    for (int i = 0; i < reader.getAttributeCount(); i++) {
      if (reader.getAttributeLocalName(i).equals("id")) {
        return reader.getAttributeValue(i);
      }
    }
    return null;
  }

  private static boolean isTrue(String flag) {
    return "1".equals(flag) || "true".equals(flag);
  }

  private static int number(String digits) {
    if (!digits.matches("[1-9]\\d{0,6}")) {
      throw new Refusal(SheetReader.DAMAGED);
    }
    return Integer.parseInt(digits);
  }

  private void merge(String ref) {
    Matcher range = RANGE.matcher(ref == null ? "" : ref);
    if (!range.matches()) {
      throw new Refusal(SheetReader.DAMAGED);
    }
    if (range.group(3) != null) {
      look.merges.add(
          new Merge(
              Integer.parseInt(range.group(2)),
              Integer.parseInt(range.group(4)),
              column(range.group(1)),
              column(range.group(3))));
    }
  }

  private static int column(String letters) {
    int column = 0;
    for (char letter : letters.toCharArray()) {
      column = column * 26 + letter - 'A' + 1;
    }
    return column - 1;
  }

  /** Whether a person who opens the workbook sees this sheet of tables, by its place. */
  boolean isVisible(int sheet) {
    return sheets.get(sheet).visible() && !OF_NO_CELLS.matcher(target(sheet)).find();
  }

  /** What is said of a sheet, by its place. */
  Look of(int sheet) {
    return looks.getOrDefault(target(sheet), new Look());
  }

  private String target(int sheet) {
    String target = targets.getOrDefault(sheets.get(sheet).relation(), "");
    String path = target.startsWith("/") ? target.substring(1) : "xl/" + target;
    return path.replace("/./", "/").toLowerCase(Locale.ROOT);
  }

  /** Whether a cell has a formula that was never calculated, by the sheet's place. */
  boolean isUncalculated(int sheet, String address) {
    return of(sheet).uncalculated.contains(address);
  }

  /** Whether what stands for the results of formulas is to be calculated only when it is opened. */
  boolean isCalculatedWhenOpened() {
    return calculatedWhenOpened;
  }
}
