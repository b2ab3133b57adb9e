package rectify.enterprise;

import static rectify.enterprise.EnterpriseColumn.ADDRESS;
import static rectify.enterprise.EnterpriseColumn.GRADE;
import static rectify.enterprise.EnterpriseColumn.PHONE;
import static rectify.enterprise.EnterpriseColumn.SAFETY_OFFICER;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.dhatim.fastexcel.VisibilityState;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** Workbooks as the libraries people use write them. */
final class SentWorkbook {

  private final SplittableRandom random;
  private final Dressing dressing;
  private final Map<Integer, Map<EnterpriseColumn, String>> rows = new TreeMap<>();
  private final Map<Integer, Set<EnterpriseColumn>> unreadable = new TreeMap<>();

  SentWorkbook(SplittableRandom random, Dressing dressing) {
    this.random = random;
    this.dressing = dressing;
  }

  /** With merged cells, other sheets, hidden rows, formulas, dates and numbers. */
  SentRegister ofPoi(
      int number, List<EnterpriseColumn> columns, List<Map<EnterpriseColumn, String>> meant) {
    String refused = null;
    try (XSSFWorkbook book = new XSSFWorkbook()) {
      if (random.nextInt(3) == 0) {
        book.createSheet("旧").createRow(0).createCell(0).setCellValue("企业名称");
        book.setSheetVisibility(0, SheetVisibility.HIDDEN);
      }
      XSSFSheet sheet = book.createSheet("企业");
      sheet.createRow(0);
      for (int i = 0; i < columns.size(); i++) {
        sheet.getRow(0).createCell(i).setCellValue(dressing.text(columns.get(i).header()));
      }
      fill(book, sheet, columns, meant);
      EnterpriseColumn merged = random.nextBoolean() ? SAFETY_OFFICER : GRADE;
      if (random.nextInt(2) == 0) {
        merge(sheet, columns.indexOf(merged), merged);
      }
      if (random.nextInt(4) == 0) {
        book.createSheet("空");
      }
      if (random.nextInt(12) == 0) {
        book.createSheet("另一张").createRow(3).createCell(2).setCellValue("有内容");
        refused = "企业、另一张";
      } else if (random.nextInt(12) == 0) {
        int hidden = rows.keySet().iterator().next();
        sheet.getRow(hidden - 1).setZeroHeight(true);
        refused = "第" + hidden + "行";
      }
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      book.write(out);
      return new SentRegister(number + ".xlsx", out.toByteArray(), rows, unreadable, refused);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private void fill(
      XSSFWorkbook book,
      XSSFSheet sheet,
      List<EnterpriseColumn> columns,
      List<Map<EnterpriseColumn, String>> meant) {
    int line = 1;
    for (Map<EnterpriseColumn, String> firm : meant) {
      line += random.nextInt(6) == 0 ? 2 : 1;
      rows.put(line, firm);
      sheet.createRow(line - 1);
      for (int i = 0; i < columns.size(); i++) {
        Cell cell = sheet.getRow(line - 1).createCell(i);
        write(book, cell, columns.get(i), firm.get(columns.get(i)));
        if ((columns.get(i) == ADDRESS || columns.get(i) == PHONE) && random.nextInt(25) == 0) {
          spoil(book, cell);
          unreadable
              .computeIfAbsent(line, none -> EnumSet.noneOf(EnterpriseColumn.class))
              .add(columns.get(i));
        }
      }
    }
  }

  private void write(XSSFWorkbook book, Cell cell, EnterpriseColumn column, String value) {
    boolean plain = random.nextInt(3) == 0;
    switch (column) {
      case CREDIT_CODE -> {
        if (plain) {
          cell.setCellFormula("\"" + value + "\"");
        } else {
          cell.setCellValue(dressing.asText(dressing.creditCode(value)));
        }
      }
      case SUBCATEGORY_CODE, TOWNSHIP_CODE, LONGITUDE, LATITUDE -> {
        if (plain && !value.isEmpty()) {
          cell.setCellValue(Double.parseDouble(value));
          if (value.length() == 4) {
            CellStyle digits = book.createCellStyle();
            digits.setDataFormat(book.createDataFormat().getFormat("0000"));
            cell.setCellStyle(digits);
          }
        } else {
          cell.setCellValue(dressing.code(value));
        }
      }
      case GRADE, PHONE, ENROLLED -> {
        if (plain && value.matches("1\\d{10}")) {
          cell.setCellValue(Long.parseLong(value));
        } else {
          cell.setCellValue(dressing.code(value));
        }
      }
      default -> cell.setCellValue(escaped(dressing.text(value)));
    }
  }

  /** What stands for a line break, and for what only looks like it. */
  private String escaped(String text) {
    return text.replace("_x000D_", "_x005F_x000D_")
        .replace(" 2-1", random.nextBoolean() ? "_x000D_\n2-1" : " 2-1");
  }

  private void spoil(XSSFWorkbook book, Cell cell) {
    switch (random.nextInt(3)) {
      case 0 -> cell.setCellErrorValue(FormulaError.NA.getCode());
      case 1 -> {
        if (random.nextBoolean()) {
          cell.setBlank();
          cell.setCellFormula("A1&\"x\"");
        } else {
          // the library leaves the text before the formula as its result
          cell.setCellValue("旧值");
          cell.setCellFormula("A1&\"x\"");
        }
      }
      default -> {
        CellStyle day = book.createCellStyle();
        day.setDataFormat(
            book.createDataFormat()
                .getFormat(dressing.any("m/d/yy", "m\"月\"d\"日\"", "yyyy-mm-dd")));
        cell.setCellValue(45_000 + random.nextInt(999));
        cell.setCellStyle(day);
      }
    }
  }

  private void merge(XSSFSheet sheet, int column, EnterpriseColumn merged) {
    List<Integer> lines = List.copyOf(rows.keySet());
    int from = random.nextInt(lines.size() - 1);
    int to = from + 1 + random.nextInt(lines.size() - from - 1);
    String shown = rows.get(lines.get(from)).get(merged);
    for (int i = from + 1; i <= to; i++) {
      rows.get(lines.get(i)).put(merged, shown);
      Cell under = sheet.getRow(lines.get(i) - 1).getCell(column);
      // some programs leave what was there, and nobody sees it any more
      under.setCellValue(random.nextInt(3) == 0 ? "D" : "");
    }
    sheet.addMergedRegion(
        new CellRangeAddress(lines.get(from) - 1, lines.get(to) - 1, column, column));
  }

  /** Texts alone, beside a hidden sheet. */
  SentRegister ofFastexcel(
      int number, List<EnterpriseColumn> columns, List<Map<EnterpriseColumn, String>> meant) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (Workbook book = new Workbook(out, "Sent", "1.0")) {
      Worksheet sheet = book.newWorksheet("企业");
      Worksheet hidden = book.newWorksheet("说明");
      hidden.value(0, 0, "看不见的内容");
      hidden.setVisibilityState(VisibilityState.VERY_HIDDEN);
      for (int i = 0; i < columns.size(); i++) {
        sheet.value(0, i, columns.get(i).header() + dressing.any("", " ", "*"));
      }
      int line = 1;
      for (Map<EnterpriseColumn, String> firm : meant) {
        rows.put(++line, firm);
        for (int i = 0; i < columns.size(); i++) {
          String value = firm.get(columns.get(i));
          String cell =
              switch (columns.get(i)) {
                case CREDIT_CODE -> dressing.asText(dressing.creditCode(value));
                case NAME, LEGAL_REPRESENTATIVE, SAFETY_OFFICER, ADDRESS ->
                    escaped(dressing.text(value));
                default -> dressing.code(value);
              };
          if (random.nextBoolean()) {
            sheet.inlineString(line - 1, i, cell);
          } else {
            sheet.value(line - 1, i, cell);
          }
        }
      }
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return new SentRegister(number + ".xlsx", out.toByteArray(), rows, Map.of(), null);
  }
}
