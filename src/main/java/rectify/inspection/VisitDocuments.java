package rectify.inspection;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;
import rectify.document.DocumentDraft;
import rectify.document.Documents;
import rectify.enterprise.Enterprise;
import rectify.hazard.HazardEvent;
import rectify.hazard.Hazards;
import rectify.identity.GroupIds;
import rectify.identity.People;
import rectify.paper.Document;
import rectify.paper.DocumentKind;
import rectify.paper.Sheet;
import rectify.typed.SpokenDates;

/** Issues what a visit ends with: the record, and the decisions that share its serial. */
@Component
class VisitDocuments {

  private final InspectionMapper mapper;
  private final Hazards hazards;
  private final Documents documents;
  private final VisitSheets sheets;
  private final FollowUpSheets followUps;
  private final Forms forms;
  private final People people;

  VisitDocuments(
      InspectionMapper mapper,
      Hazards hazards,
      Documents documents,
      VisitSheets sheets,
      FollowUpSheets followUps,
      Forms forms,
      People people) {
    this.mapper = mapper;
    this.hazards = hazards;
    this.documents = documents;
    this.sheets = sheets;
    this.followUps = followUps;
    this.forms = forms;
    this.people = people;
  }

  /** Issues the documents and closes what was corrected on the spot. */
  void issue(Visit visit, Enterprise enterprise, VisitSheets.Ending ending) {
    List<Finding> all = mapper.findings(visit.id());
    Document record =
        documents.issue(
            draft(
                visit,
                enterprise,
                DocumentKind.INSPECTION_RECORD,
                sheets.record(visit, enterprise, problems(all), ending)));
    mapper.record(
        visit.id(),
        ending.situation(),
        ending.siteRepresentative(),
        ending.refusalRemark() != null,
        ending.refusalRemark(),
        ending.witness(),
        record.id());
    List<Finding> unsafe = those(all, Disposal.MEASURES::equals);
    if (!unsafe.isEmpty()) {
      documents.issueInChain(
          record.id(),
          draft(
              visit,
              enterprise,
              DocumentKind.ON_SITE_MEASURES,
              sheets.measures(visit, enterprise, problems(unsafe), ending)));
    }
    List<Finding> ordered =
        those(all, disposal -> disposal == Disposal.ORDERED || disposal == Disposal.MEASURES);
    if (!ordered.isEmpty()) {
      order(visit, enterprise, ordered, ending, record);
    }
    transfer(visit, enterprise, those(all, Disposal.TRANSFERRED::equals), record);
    those(all, Disposal.CORRECTED::equals)
        .forEach(finding -> hazards.close(finding.hazardId(), "当场纠正：" + finding.onSpotMeasures()));
  }

  private void order(
      Visit visit,
      Enterprise enterprise,
      List<Finding> ordered,
      VisitSheets.Ending ending,
      Document record) {
    Document order =
        documents.issueInChain(
            record.id(),
            draft(
                visit,
                enterprise,
                DocumentKind.RECTIFICATION_ORDER,
                sheets.order(
                    visit,
                    enterprise,
                    problems(ordered),
                    ending,
                    visit.inspectorGroup(),
                    sheets.officers(visit))));
    for (Finding finding : ordered) {
      mapper.setOrder(finding.hazardId(), order.id());
      hazards.note(
          finding.hazardId(),
          HazardEvent.Kind.ORDERED,
          order.number()
              + "责令于"
              + SpokenDates.day(hazards.get(finding.hazardId()).dueAt())
              + "前整改完毕");
    }
  }

  /** One letter to each department that has to answer for something. */
  private void transfer(
      Visit visit, Enterprise enterprise, List<Finding> transferred, Document record) {
    Map<String, List<Finding>> byDepartment =
        transferred.stream()
            .filter(finding -> finding.transferGroup() != null)
            .collect(groupingBy(Finding::transferGroup, TreeMap::new, toList()));
    byDepartment.forEach(
        (department, findings) ->
            documents.issueInChain(
                record.id(),
                draft(
                    visit,
                    enterprise,
                    DocumentKind.TRANSFER_LETTER,
                    followUps.transfer(
                        visit, enterprise, department, problems(findings), record))));
  }

  private static List<Finding> those(List<Finding> findings, Predicate<Disposal> disposed) {
    return findings.stream().filter(finding -> disposed.test(finding.disposal())).toList();
  }

  private DocumentDraft draft(Visit visit, Enterprise enterprise, DocumentKind kind, Sheet sheet) {
    return new DocumentDraft(
        kind,
        forms.of(kind, visit.inspectorGroup(), enterprise).word(),
        forms.place(visit.countyCode(), visit.inspectorGroup()),
        null,
        visit.id(),
        visit.inspectorGroup(),
        GroupIds.enterprise(visit.enterpriseId()),
        people.current().id(),
        sheet);
  }

  private List<VisitSheets.Problem> problems(List<Finding> findings) {
    return findings.stream()
        .map(finding -> new VisitSheets.Problem(finding, hazards.get(finding.hazardId())))
        .toList();
  }
}
