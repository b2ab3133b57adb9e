package rectify.register;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import rectify.hazard.Hazard;
import rectify.identity.People;
import rectify.jurisdiction.Jurisdictions;
import rectify.ledger.Check;
import rectify.ledger.Checks;
import rectify.spreadsheet.Spreadsheet;

/** The ledger as a table for people. */
@Component
class LedgerExport {

  private static final List<String> HEADER =
      List.of(
          "案件编号",
          "来源",
          "企业",
          "县（市、区）",
          "乡镇（街道、园区）",
          "行业小类",
          "等级",
          "隐患部位",
          "隐患情况",
          "登记时间",
          "登记人",
          "状态",
          "责任单位",
          "整改期限",
          "原整改期限",
          "整改责任人",
          "整改措施",
          "整改资金（元）",
          "整改完成日期",
          "报告时间",
          "退回次数",
          "销号时间",
          "销号意见",
          "存证核对时间");

  private final Jurisdictions jurisdictions;
  private final People people;
  private final Checks checks;

  LedgerExport(Jurisdictions jurisdictions, People people, Checks checks) {
    this.jurisdictions = jurisdictions;
    this.people = people;
    this.checks = checks;
  }

  Spreadsheet of(Stream<List<Hazard>> portions) {
    List<String> header =
        Stream.concat(HEADER.stream(), Stream.of("存证核对结果（" + checks.anchored() + "）")).toList();
    return new Spreadsheet("隐患台账", header, portions.flatMap(this::rows));
  }

  private Stream<List<String>> rows(List<Hazard> hazards) {
    Map<Long, Check> checked = checks.of(hazards.stream().map(Hazard::id).toList());
    return hazards.stream().map(hazard -> row(hazard, checked.get(hazard.id())));
  }

  private List<String> row(Hazard hazard, Check check) {
    return Stream.of(
            hazard.caseNumber(),
            hazard.source().chinese(),
            hazard.enterpriseName(),
            jurisdictions.placeName(hazard.countyCode()),
            jurisdictions.township(hazard.townshipCode()).name(),
            jurisdictions.subcategory(hazard.subcategoryCode()).name(),
            hazard.level().chinese(),
            hazard.location(),
            hazard.description(),
            hazard.foundAt(),
            hazard.foundByName(),
            hazard.status().chinese(),
            hazard.authorityGroup() == null ? "" : people.groupName(hazard.authorityGroup()),
            hazard.dueAt(),
            hazard.originalDueAt(),
            hazard.responsiblePerson(),
            hazard.measures(),
            hazard.funds(),
            hazard.rectifiedOn(),
            hazard.reportedAt(),
            hazard.returnedTimes(),
            hazard.closedAt(),
            hazard.closingOpinion(),
            check == null ? null : check.checkedAt(),
            check == null ? Check.NOT_YET : check.result())
        .map(cell -> Objects.toString(cell, ""))
        .toList();
  }
}
