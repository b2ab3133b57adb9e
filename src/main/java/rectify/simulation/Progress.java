package rectify.simulation;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.function.Consumer;

/** Says after each simulated day how far it is, how fast it goes and how long it will take. */
final class Progress {

  private final LocalDate from;
  private final long days;
  private final Consumer<String> hearer;
  private final long begun = System.nanoTime();

  Progress(LocalDateTime from, LocalDateTime until, Consumer<String> hearer) {
    this.from = from.toLocalDate();
    this.days = Math.max(1, ChronoUnit.DAYS.between(this.from, until.toLocalDate()));
    this.hearer = hearer;
  }

  void day(LocalDate date, long done, int waiting, int repeats) {
    double seconds = (System.nanoTime() - begun) / 1e9;
    long over = ChronoUnit.DAYS.between(from, date) + 1;
    Duration left = Duration.ofSeconds(Math.round(seconds / over * (days - over)));
    hearer.accept(
        String.format(
            Locale.ROOT,
            "%s（%d/%d天）办理%d件，%.1f件/秒，待办%d件，重做%d次，预计还需%d分%02d秒",
            date,
            over,
            days,
            done,
            done / seconds,
            waiting,
            repeats,
            left.toMinutes(),
            left.toSecondsPart()));
  }
}
