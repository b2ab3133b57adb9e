package samples.architecture.hazard;

import org.springframework.scheduling.annotation.Scheduled;

class Nightly {
  @Scheduled(cron = "0 0 1 * * *")
  void sweep() {}
}
