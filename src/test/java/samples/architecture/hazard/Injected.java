package samples.architecture.hazard;

import java.time.Clock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;

class Injected {
  @Autowired Clock clock;

  @Value("${server.port}")
  int port;

  private Clock other;

  @Autowired
  void setOther(Clock other) {
    this.other = other;
  }

  Clock other() {
    return other;
  }
}
