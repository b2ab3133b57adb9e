package samples.architecture.hazard;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Calendar;
import java.util.Date;
import java.util.function.Supplier;

class WallClock {
  Object bare() {
    return LocalDateTime.now();
  }

  Object zoned() {
    return LocalDate.now(ZoneId.of("Asia/Shanghai"));
  }

  Supplier<Instant> reference() {
    return Instant::now;
  }

  Object date() {
    return new Date();
  }

  Supplier<Date> dateReference() {
    return Date::new;
  }

  Object calendar() {
    return Calendar.getInstance();
  }

  long millis() {
    return System.currentTimeMillis();
  }

  Clock systemClock() {
    return Clock.systemUTC();
  }

  LocalDate good(Clock clock) {
    return LocalDate.now(clock);
  }
}
