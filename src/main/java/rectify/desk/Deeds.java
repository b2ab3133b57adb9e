package rectify.desk;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import rectify.engine.EngineClock;
import rectify.identity.People;
import rectify.page.Listing;
import rectify.page.SearchWords;
import rectify.register.Ledger;
import rectify.register.LedgerFilter;

/** What the current person has done, newest first: in cases, and in tasks that carry none. */
@Component
class Deeds {

  /** Deeds outside of cases that are looked at: an officer's of several years. */
  static final int MOST_OUTSIDE = 1000;

  private static final Comparator<Deed> NEWEST = Comparator.comparing(Deed::at).reversed();
  private static final ZoneId CHINA = EngineClock.ZONE;

  private final Ledger ledger;
  private final DoneTaskMapper tasks;
  private final People people;

  Deeds(Ledger ledger, DoneTaskMapper tasks, People people) {
    this.ledger = ledger;
    this.tasks = tasks;
    this.people = people;
  }

  /**
   * A page of them.
   *
   * @param filter its text and its days, which are those it was done on
   * @param page from 0
   */
  @Transactional(readOnly = true)
  Listing<Deed> page(LedgerFilter filter, int page) {
    List<Deed> outside = outside(filter);
    long offset = (long) page * Listing.SIZE;
    // whatever stands between the deeds of cases, those before this one stand on earlier pages
    long first = Math.max(0, offset - outside.size());
    Ledger.DonePage ofCases = ledger.done(filter, first, (int) (offset - first) + Listing.SIZE);
    List<Deed> rows =
        Stream.concat(ofCases.rows().stream().map(Deed::of), outside.stream())
            .sorted(NEWEST)
            .skip(offset - first)
            .limit(Listing.SIZE)
            .toList();
    return new Listing<>(rows, page + 1, Listing.SIZE, ofCases.total() + outside.size());
  }

  private List<Deed> outside(LedgerFilter filter) {
    List<String> words = SearchWords.of(filter.text());
    return tasks
        .done(
            people.current().id(),
            TasksWithoutCase.PROCESSES,
            date(filter.from()),
            date(filter.before()),
            MOST_OUTSIDE)
        .stream()
        .map(Deeds::deed)
        .filter(deed -> says(deed, words))
        .toList();
  }

  private static Deed deed(DoneTaskMapper.DoneTask task) {
    return new Deed(
        LocalDateTime.ofInstant(task.endedAt().toInstant(), CHINA),
        task.name(),
        null,
        task.number(),
        task.title(),
        null);
  }

  private static boolean says(Deed deed, List<String> words) {
    String all = SearchWords.together(deed.what(), deed.number(), deed.about());
    return words.stream().allMatch(all::contains);
  }

  private static Date date(LocalDate day) {
    return day == null ? null : Date.from(day.atStartOfDay(CHINA).toInstant());
  }
}
