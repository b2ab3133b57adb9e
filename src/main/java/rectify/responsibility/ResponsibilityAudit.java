package rectify.responsibility;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toList;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import rectify.engine.EngineWork;
import rectify.jurisdiction.Catalog;
import rectify.jurisdiction.CoverageGap;
import rectify.jurisdiction.CoverageGap.Kind;
import rectify.jurisdiction.Jurisdictions;
import rectify.jurisdiction.OwnerGroup;
import rectify.jurisdiction.Responsibility;
import rectify.jurisdiction.RetiredUnits;
import rectify.jurisdiction.Subcategory;
import rectify.jurisdiction.Township;

/**
 * Finds, before it hurts, every sub-category in every place and every township that has no owner,
 * two owners, or a group without people as its owner (安全生产法 art. 10: no unclear duty), and all work
 * that belongs to nobody although it is open.
 */
@Component
public class ResponsibilityAudit {

  private static final Logger LOG = LoggerFactory.getLogger(ResponsibilityAudit.class);
  private static final int FIRST_LINES = 10;
  static final int FIRST_NUMBERS = 5;

  private final Jurisdictions jurisdictions;
  private final Supplier<Predicate<String>> staffed;
  private final List<Auditor> auditors;

  @Autowired
  ResponsibilityAudit(
      Jurisdictions jurisdictions,
      EngineWork engine,
      WorkAudit work,
      RetiredUnits units,
      ObjectProvider<Auditor> auditors) {
    this(
        jurisdictions,
        () -> engine.staffedGroups()::contains,
        Stream.concat(
                Stream.of(
                    work::gaps,
                    (counties, most) -> units.gaps(jurisdictions.catalog(), counties, most)),
                auditors.orderedStream())
            .toList());
  }

  ResponsibilityAudit(Jurisdictions jurisdictions, Predicate<String> groupHasMembers) {
    this(jurisdictions, () -> groupHasMembers, List.of());
  }

  private ResponsibilityAudit(
      Jurisdictions jurisdictions, Supplier<Predicate<String>> staffed, List<Auditor> auditors) {
    this.jurisdictions = jurisdictions;
    this.staffed = staffed;
    this.auditors = auditors;
  }

  /** The gaps of the catalog in use and of the work that runs; none if all is well. */
  public List<CoverageGap> gaps() {
    return gaps(county -> true, FIRST_NUMBERS);
  }

  /**
   * The same, of the work of some counties.
   *
   * @param counties whose work to look at; the catalog is everybody's
   * @param most how many numbers to name in a sentence
   */
  public List<CoverageGap> gaps(Predicate<String> counties, int most) {
    List<CoverageGap> gaps = new ArrayList<>(gaps(jurisdictions.catalog(), staffed.get()));
    auditors.forEach(auditor -> gaps.addAll(auditor.gaps(counties, most)));
    return gaps;
  }

  /** Looks for gaps and says loudly in the log if there are any. */
  @EventListener(ApplicationReadyEvent.class)
  public void warn() {
    List<CoverageGap> gaps = gaps();
    if (gaps.isEmpty()) {
      LOG.info(
          "Responsibility audit: every trade and township has exactly one staffed owner, and"
              + " everything open has its process, its task and its clock");
      return;
    }
    Map<Kind, Long> counted =
        gaps.stream().collect(groupingBy(CoverageGap::kind, Collectors.counting()));
    String counts =
        Arrays.stream(Kind.values())
            .filter(kind -> kind.ofTheCatalog() || counted.containsKey(kind))
            .map(kind -> kind + " " + counted.getOrDefault(kind, 0L))
            .collect(joining("，"));
    String first =
        gaps.stream()
            .limit(FIRST_LINES)
            .map(gap -> "\n  " + gap.subject() + " " + gap.advice())
            .collect(joining());
    LOG.warn("责任覆盖检查发现 {} 个问题（{}），前几条：{}", gaps.size(), counts, first);
  }

  static List<CoverageGap> gaps(Catalog catalog, Predicate<String> groupHasMembers) {
    List<CoverageGap> gaps = new ArrayList<>();
    Map<String, String> duties = new LinkedHashMap<>();
    trades(catalog, gaps, duties);
    territories(catalog, gaps, duties);
    for (OwnerGroup group : Jurisdictions.ownerGroups(catalog)) {
      String duty = duties.get(group.id());
      if (duty != null && !groupHasMembers.test(group.id())) {
        gaps.add(
            new CoverageGap(
                Kind.EMPTY_GROUP,
                group.id(),
                group.name() + "（" + group.id() + "）没有人员，" + duty + "无人办理，请给该组添加人员。"));
      }
    }
    return gaps;
  }

  private static void trades(Catalog catalog, List<CoverageGap> gaps, Map<String, String> duties) {
    Map<String, Integer> led = new LinkedHashMap<>();
    for (Subcategory subcategory : catalog.subcategories) {
      if (subcategory.retired()) {
        continue;
      }
      for (Catalog.Place place : catalog.places()) {
        List<Responsibility> owners = catalog.owners(subcategory, place);
        if (owners.size() != 1) {
          gaps.add(trade(catalog, subcategory, place, owners));
        }
        owners.forEach(owner -> led.merge(owner.department().groupId(), 1, Integer::sum));
      }
    }
    led.forEach((group, count) -> duties.put(group, "它主管的 " + count + " 个行业小类"));
  }

  private static CoverageGap trade(
      Catalog catalog, Subcategory subcategory, Catalog.Place place, List<Responsibility> owners) {
    String subject = subcategory.code() + "@" + place.code();
    String what = Catalog.trade(subcategory) + "在" + place.name();
    if (owners.isEmpty()) {
      return new CoverageGap(
          Kind.NO_OWNER,
          subject,
          what
              + "没有主管部门，请在 departments.csv 中补上该地的"
              + catalog.roleName(subcategory.leadRole())
              + "，或在 responsibility-overrides.csv 中指定其他部门。");
    }
    return new CoverageGap(
        Kind.TWO_OWNERS,
        subject,
        what
            + "有 "
            + owners.size()
            + " 个主管部门（"
            + String.join("、", owners.stream().map(owner -> owner.department().name()).toList())
            + "），请只保留一个。");
  }

  private static void territories(
      Catalog catalog, List<CoverageGap> gaps, Map<String, String> duties) {
    Map<String, List<Township>> byCode =
        catalog.townships.stream()
            .filter(township -> !township.retired())
            .collect(groupingBy(Township::code, LinkedHashMap::new, toList()));
    byCode.forEach(
        (code, same) -> {
          Township township = same.get(0);
          boolean supervised =
              catalog.county(township.countyCode()).filter(county -> !county.retired()).isPresent();
          if (same.size() > 1) {
            gaps.add(
                new CoverageGap(
                    Kind.TWO_OWNERS,
                    code,
                    township.name() + "（" + code + "）同时属于多个县（市、区），请在 townships.csv 中只保留一行。"));
          } else if (!supervised) {
            gaps.add(
                new CoverageGap(
                    Kind.NO_OWNER,
                    code,
                    township.name()
                        + "（"
                        + code
                        + "）所属的县（市、区）"
                        + township.countyCode()
                        + " 不在目录中或已停用，请在 townships.csv 中改正。"));
          }
          duties.put(township.groupId(), "辖区内的企业");
        });
    for (Catalog.Place place : catalog.places()) {
      duties.put(place.office().id(), "该地的督办事项");
      if (!place.equals(Catalog.Place.CITY)
          && byCode.values().stream()
              .noneMatch(same -> same.get(0).countyCode().equals(place.code()))) {
        gaps.add(
            new CoverageGap(
                Kind.NO_OWNER, place.code(), place.name() + "没有任何乡镇（街道、园区），请在 townships.csv 中补上。"));
      }
    }
  }
}
