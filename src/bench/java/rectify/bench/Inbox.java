package rectify.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.TaskQuery;
import rectify.TestDatabase;
import rectify.enterprise.Enterprise;
import rectify.identity.Actor;
import rectify.identity.GroupIds;
import rectify.jurisdiction.County;
import rectify.jurisdiction.Jurisdictions;

/** How long people wait for their inbox: a page by due date, and how many there are. */
final class Inbox {

  private static final int PAGE = 15;
  private static final int WARM_UP = 20;
  private static final double AIM_MILLIS = 150;

  private final Settings settings;
  private final OurProduct product;
  private final OpenTasks openTasks;
  private final Report report;
  private final Random random = new Random(11);
  private final String unitList;

  Inbox(Settings settings, OurProduct product, TestDatabase.Schema schema, Report report) {
    this.settings = settings;
    this.product = product;
    this.openTasks = new OpenTasks(product, schema);
    this.report = report;
    this.unitList =
        product
            .bean(FilterService.class)
            .createTaskFilterQuery()
            .filterName("本单位待办")
            .singleResult()
            .getId();
  }

  void measure() {
    Map<String, Double> before = new LinkedHashMap<>();
    for (int size : settings.openTasks()) {
      openTasks.grow(size);
      people().forEach((who, somebody) -> measure(size, who, somebody, before));
    }
  }

  private void measure(int size, String who, Supplier<Actor> somebody, Map<String, Double> before) {
    for (int i = 0; i < WARM_UP; i++) {
      look(somebody.get());
    }
    List<Double> millis = new ArrayList<>();
    List<Long> counts = new ArrayList<>();
    for (int i = 0; i < settings.looks(); i++) {
      Actor person = somebody.get();
      long begun = System.nanoTime();
      counts.add(look(person));
      millis.add((System.nanoTime() - begun) / 1e6);
    }
    Spread spread = new Spread(millis);
    double p95 = spread.percentile(0.95);
    Double smaller = before.put(who, p95);
    report.row(
        String.format(Locale.ROOT, "inbox, %,d open tasks, %s", size, who),
        String.format(
            Locale.ROOT,
            "p95 %.1f ms, median %.1f ms, %.0f tasks%s",
            p95,
            spread.median(),
            new Spread(counts).median(),
            smaller == null ? "" : String.format(Locale.ROOT, ", %.1f × before", p95 / smaller)),
        size == 100_000 ? String.format(Locale.ROOT, "≤ %.0f ms, < 2 × before", AIM_MILLIS) : "");
  }

  /** What Tasklist asks for: the list of one's unit, or, for a manager, every task in sight. */
  private long look(Actor person) {
    return product.as(
        person, () -> person.groups().contains(GroupIds.MANAGER) ? everything() : listOfTheUnit());
  }

  private long listOfTheUnit() {
    FilterService filters = product.bean(FilterService.class);
    long count = filters.count(unitList);
    filters.listPage(unitList, 0, PAGE);
    return count;
  }

  private long everything() {
    TaskQuery query = product.bean(TaskService.class).createTaskQuery();
    long count = query.count();
    query.initializeFormKeys().orderByDueDate().asc().listPage(0, PAGE);
    return count;
  }

  /** Everybody who has an inbox; another person of the kind each time. */
  private Map<String, Supplier<Actor>> people() {
    City city = product.city();
    Jurisdictions jurisdictions = city.jurisdictions();
    List<String> allCounties =
        Stream.concat(jurisdictions.counties().stream().map(County::code), Stream.of(GroupIds.CITY))
            .toList();
    Map<String, Supplier<Actor>> people = new LinkedHashMap<>();
    people.put(
        "an enterprise",
        () -> {
          Enterprise own = any(city.enterprises());
          return actor(own.countyCode(), GroupIds.enterprise(own.id()), GroupIds.ENTERPRISE);
        });
    people.put(
        "a township",
        () -> {
          var own = any(jurisdictions.townships());
          return actor(own.countyCode(), own.groupId(), GroupIds.OFFICER);
        });
    people.put(
        "a county's department",
        () -> {
          var own = any(jurisdictions.departments());
          return actor(own.countyCode(), own.groupId(), GroupIds.OFFICER);
        });
    people.put(
        "a county's office",
        () -> {
          String own = any(jurisdictions.counties()).code();
          return actor(own, GroupIds.office(own), GroupIds.OFFICER);
        });
    people.put(
        "a county's manager", () -> actor(any(jurisdictions.counties()).code(), GroupIds.MANAGER));
    people.put(
        "the city's office",
        () -> actor(allCounties, GroupIds.office(GroupIds.CITY), GroupIds.OFFICER));
    people.put("the city's manager", () -> actor(allCounties, GroupIds.MANAGER));
    return people;
  }

  private <T> T any(List<T> all) {
    return all.get(random.nextInt(all.size()));
  }

  private static Actor actor(String county, String... groups) {
    return actor(List.of(county), groups);
  }

  private static Actor actor(List<String> counties, String... groups) {
    return new Actor("somebody", "somebody", List.of(groups), counties);
  }
}
