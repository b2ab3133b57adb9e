package rectify.deadline;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What an import of a notice changed.
 *
 * @param wholeYears whose notice it replaced, separated by commas
 * @param changedDays days off that became working days or the other way round, by commas
 * @param moved how many clocks were moved at once
 * @param kept how many rest on its days and were not
 */
record HolidayImport(
    LocalDateTime importedAt,
    String importedBy,
    String wholeYears,
    String changedDays,
    int moved,
    int kept) {

  static String written(Iterable<?> all) {
    StringBuilder text = new StringBuilder();
    all.forEach(one -> text.append(text.isEmpty() ? "" : ",").append(one));
    return text.toString();
  }

  SortedSet<LocalDate> days() {
    return Stream.of(changedDays.split(","))
        .filter(day -> !day.isBlank())
        .map(LocalDate::parse)
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
