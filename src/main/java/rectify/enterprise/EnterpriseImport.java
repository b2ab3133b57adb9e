package rectify.enterprise;

import static java.util.stream.Collectors.groupingBy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import rectify.refusal.Refusal;

/** Takes a spreadsheet into the register: all of it, or its good rows, or nothing. */
@Service
class EnterpriseImport {

  private static final int MOST_LINES_TOLD = 5;

  private final Enterprises enterprises;
  private final EnterpriseCheck check;

  EnterpriseImport(Enterprises enterprises, EnterpriseCheck check) {
    this.enterprises = enterprises;
    this.check = check;
  }

  /**
   * Registers what is new and updates what is known by its credit code, all of it or nothing.
   *
   * @param acceptGood whether the good rows are taken when others are bad; if not, one bad row
   *     keeps everything out
   * @param clearBlanks whether a blank cell clears what is registered; if not, it keeps it
   * @param scope where the person may register and change enterprises
   */
  @Transactional
  public ImportReport take(
      EnterpriseSheet sheet, boolean acceptGood, boolean clearBlanks, EnterpriseScope scope) {
    if (!sheet.headerProblems().isEmpty()) {
      return new ImportReport(false, 0, 0, 0, 0, 0, sheet.headerProblems());
    }
    Map<Integer, String> codes = creditCodes(sheet);
    Map<String, List<Integer>> lines =
        codes.keySet().stream().sorted().collect(groupingBy(codes::get));
    Map<String, Enterprise> registered = enterprises.registered(lines.keySet());
    List<Enterprise> fresh = new ArrayList<>();
    List<Enterprise> changed = new ArrayList<>();
    List<ImportReport.Problem> problems = new ArrayList<>();
    int unchanged = 0;
    int rejected = 0;
    for (EnterpriseSheet.Row row : sheet.rows()) {
      String code = codes.get(row.line());
      Enterprise known = registered.get(code);
      EnterpriseCheck.Checked checked = check.check(row.cells(), known, clearBlanks);
      List<ImportReport.Problem> wrong = new ArrayList<>(row.problems());
      checked.faults().stream()
          .filter(fault -> wrong.stream().noneMatch(it -> it.column().equals(header(fault))))
          .map(fault -> new ImportReport.Problem(row.line(), header(fault), fault.reason()))
          .toList()
          .forEach(wrong::add);
      if (code != null && lines.get(code).size() > 1) {
        wrong.add(duplicate(row.line(), lines.get(code)));
      }
      if (checked.enterprise() != null) {
        outside(row.line(), checked.enterprise(), known, scope).forEach(wrong::add);
      }
      if (!wrong.isEmpty()) {
        rejected++;
        problems.addAll(wrong);
      } else if (known == null) {
        fresh.add(checked.enterprise());
      } else if (checked.enterprise().saysTheSameAs(known)) {
        unchanged++;
      } else {
        changed.add(checked.enterprise().stored(known.id(), known.createdAt(), known.updatedAt()));
      }
    }
    if (rejected > 0 && !acceptGood) {
      return new ImportReport(false, sheet.rows().size(), 0, 0, 0, rejected, problems);
    }
    enterprises.store(fresh, changed);
    return new ImportReport(
        true, sheet.rows().size(), fresh.size(), changed.size(), unchanged, rejected, problems);
  }

  private static Map<Integer, String> creditCodes(EnterpriseSheet sheet) {
    Map<Integer, String> codes = new LinkedHashMap<>();
    for (EnterpriseSheet.Row row : sheet.rows()) {
      try {
        String typed = row.cells().get(EnterpriseColumn.CREDIT_CODE);
        codes.put(row.line(), CreditCode.parse(typed).value());
      } catch (Refusal refusal) {
        // the check reports it with the rest of the row
      }
    }
    return codes;
  }

  private static String header(EnterpriseCheck.Fault fault) {
    return fault.column().header();
  }

  private static ImportReport.Problem duplicate(int line, List<Integer> lines) {
    String others =
        lines.stream()
            .filter(other -> other != line)
            .limit(MOST_LINES_TOLD)
            .map(String::valueOf)
            .collect(Collectors.joining("、"));
    String more = lines.size() > MOST_LINES_TOLD + 1 ? "等共" + lines.size() + "行" : "行";
    return new ImportReport.Problem(
        line, EnterpriseColumn.CREDIT_CODE.header(), "与第" + others + more + "重复，请只保留一行");
  }

  private static List<ImportReport.Problem> outside(
      int line, Enterprise stated, Enterprise known, EnterpriseScope scope) {
    if (known != null && !scope.covers(known)) {
      return List.of(
          new ImportReport.Problem(
              line, EnterpriseColumn.CREDIT_CODE.header(), "该企业已在您的维护范围以外登记，请联系上级管理员"));
    }
    long id = known == null ? 0 : known.id();
    if (!scope.covers(stated.stored(id, null, null))) {
      return List.of(
          new ImportReport.Problem(
              line, EnterpriseColumn.TOWNSHIP_CODE.header(), "该乡镇或行业不在您的维护范围内，请删去这一行"));
    }
    return List.of();
  }
}
