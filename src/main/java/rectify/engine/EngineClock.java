package rectify.engine;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.springframework.stereotype.Component;

/**
 * The one clock of the product, in China's time zone. It is the engine's own, so that both move
 * together.
 */
@Component
public class EngineClock extends Clock {

  /** China has one time zone; every deadline is a date in it. */
  public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  private final ZoneId zone;

  public EngineClock() {
    this(ZONE);
  }

  private EngineClock(ZoneId zone) {
    this.zone = zone;
  }

  @Override
  public ZoneId getZone() {
    return zone;
  }

  @Override
  public Clock withZone(ZoneId other) {
    return new EngineClock(other);
  }

  @Override
  public Instant instant() {
    return ClockUtil.getCurrentTime().toInstant();
  }
}
