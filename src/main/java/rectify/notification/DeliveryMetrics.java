package rectify.notification;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.stereotype.Component;

/**
 * What an operator's monitoring asks for. No health indicator: a gateway that is down is no reason
 * to take a node out of service.
 */
@Component
class DeliveryMetrics implements MeterBinder {

  private final NotificationMapper mapper;

  DeliveryMetrics(NotificationMapper mapper) {
    this.mapper = mapper;
  }

  @Override
  public void bindTo(MeterRegistry registry) {
    Gauge.builder("rectify.notifications.outbox", () -> mapper.waitingToSpread(null))
        .description("notices not yet addressed to persons")
        .register(registry);
    Gauge.builder("rectify.notifications.waiting", () -> mapper.count("WAITING"))
        .description("deliveries waiting for their time or another attempt")
        .register(registry);
    Gauge.builder("rectify.notifications.parked", () -> mapper.count("PARKED"))
        .description("deliveries given up, to be retried by an operator")
        .register(registry);
  }
}
