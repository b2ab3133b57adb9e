package rectify;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The product: a city's hazard rectification cases, run by its processes. */
@SpringBootApplication
public class Rectify {

  public static void main(String[] args) {
    SpringApplication.run(Rectify.class, args);
  }
}
