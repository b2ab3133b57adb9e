package rectify.desk;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import rectify.deadline.Deadlines;
import rectify.hazard.Hazard;
import rectify.hazard.Status;
import rectify.identity.GroupIds;
import rectify.identity.People;
import rectify.identity.Standing;
import rectify.jurisdiction.County;
import rectify.jurisdiction.Jurisdictions;
import rectify.jurisdiction.OwnerGroup;
import rectify.page.Listing;
import rectify.register.Ledger;
import rectify.register.LedgerFilter;
import rectify.supervision.RungLevel;
import rectify.supervision.Supervision;

/** The lists of cases a person looks things up in, and what these can be narrowed to. */
@Service
class CaseLists {

  private static final int MOST_NUMBERS = 200;

  private final Ledger ledger;
  private final Supervision supervision;
  private final Jurisdictions jurisdictions;
  private final Deadlines deadlines;
  private final People people;
  private final TasksWithoutCase others;
  private final Clock clock;

  CaseLists(
      Ledger ledger,
      Supervision supervision,
      Jurisdictions jurisdictions,
      Deadlines deadlines,
      People people,
      TasksWithoutCase others,
      Clock clock) {
    this.ledger = ledger;
    this.supervision = supervision;
    this.jurisdictions = jurisdictions;
    this.deadlines = deadlines;
    this.people = people;
    this.others = others;
    this.clock = clock;
  }

  /** A page of the ledger, in a handful of statements. */
  @Transactional(readOnly = true)
  Listing<CaseRow> page(LedgerFilter filter, String sort, Integer page) {
    Ledger.Page found = ledger.page(filter, order(sort), Listing.index(page), Listing.SIZE);
    Map<Long, RungLevel> rungs =
        supervision.highestRungs(found.rows().stream().map(Hazard::id).toList());
    LocalDateTime now = LocalDateTime.now(clock);
    return new Listing<>(
        found.rows().stream().map(hazard -> row(hazard, rungs.get(hazard.id()), now)).toList(),
        Listing.index(page) + 1,
        Listing.SIZE,
        found.total());
  }

  /**
   * What the search among one's tasks goes by.
   *
   * @param numbers of open cases, newest first
   * @param tasks that belong to no case
   * @param more whether there are more than these
   */
  record Numbers(List<String> numbers, List<String> tasks, boolean more) {}

  /** The newest open cases the filter leaves, and the tasks beside them that say its words. */
  @Transactional(readOnly = true)
  Numbers openNumbers(LedgerFilter filter) {
    Ledger.Page found = ledger.page(filter.openOnly(), 0, MOST_NUMBERS);
    TasksWithoutCase.Found beside = others.withWords(filter.text());
    return new Numbers(
        found.rows().stream().map(Hazard::caseNumber).toList(),
        beside.ids(),
        found.total() > MOST_NUMBERS || beside.more());
  }

  private static Ledger.Order order(String sort) {
    return switch (sort == null ? "" : sort) {
      case "found" -> Ledger.Order.OLDEST;
      case "due" -> Ledger.Order.DUE_FIRST;
      case "-due" -> Ledger.Order.DUE_LAST;
      default -> Ledger.Order.NEWEST;
    };
  }

  private CaseRow row(Hazard hazard, RungLevel rung, LocalDateTime now) {
    boolean waits = hazard.status() == Status.RECTIFYING || hazard.status() == Status.PLANNING;
    return new CaseRow(
        hazard.caseNumber(),
        hazard.enterpriseName(),
        jurisdictions.placeName(hazard.countyCode())
            + jurisdictions.township(hazard.townshipCode()).name(),
        hazard.location(),
        hazard.level().chinese(),
        hazard.isMajor(),
        hazard.status().chinese(),
        hazard.authorityGroup() == null ? null : people.groupName(hazard.authorityGroup()),
        hazard.foundAt(),
        hazard.dueAt(),
        hazard.dueAt() == null || !waits
            ? null
            : Urgency.of(Deadlines.lastMoment(hazard.dueAt()), now, deadlines),
        rung == null ? null : rung.chinese());
  }

  /** The counties a person may choose from; none where there is no choice. */
  List<County> counties() {
    return people.current().standing().isCityLevel() ? jurisdictions.counties() : List.of();
  }

  /** The units of the county that is chosen, or is the person's only one. */
  List<OwnerGroup> units(LedgerFilter filter) {
    Standing standing = people.current().standing();
    if (standing.isEnterpriseStaff() && !standing.isOfficer() && !standing.manager()) {
      return List.of();
    }
    List<String> own =
        standing.counties().stream().filter(code -> !code.equals(GroupIds.CITY)).toList();
    String county =
        filter.countyCode() != null && !filter.countyCode().isBlank()
            ? filter.countyCode()
            : own.size() == 1 && !standing.isCityLevel() ? own.get(0) : null;
    return county == null
        ? List.of()
        : jurisdictions.ownerGroups().stream()
            .filter(group -> group.countyCode().equals(county))
            .filter(group -> !group.id().startsWith("office"))
            .toList();
  }
}
