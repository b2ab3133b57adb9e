package rectify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

class ComposeFileTest {

  private Map<String, Map<String, Object>> services;
  private Map<String, Object> file;

  @BeforeEach
  void reads_the_file() throws IOException {
    try (Reader reader = Files.newBufferedReader(Path.of("docker-compose.yml"))) {
      file = new Yaml().load(reader);
    }
    services = map(file, "services");
  }

  @Test
  void no_secret_has_a_default() {
    services
        .values()
        .forEach(
            service ->
                ComposeFileTest.<Object>map(service, "environment")
                    .forEach(
                        (name, value) -> {
                          if (name.contains("PASSWORD") || name.endsWith("_KEYS")) {
                            assertThat(value.toString()).matches("\\$\\{" + name + ":\\?[^}]+}");
                          }
                        }));
    assertThat(map(services.get("mysql"), "environment"))
        .containsKeys("MYSQL_PASSWORD", "MYSQL_ROOT_PASSWORD");
  }

  @Test
  void every_service_is_watched_and_keeps_its_data_in_a_named_volume() {
    Map<String, Object> volumes = map(file, "volumes");

    assertThat(services.values())
        .allSatisfy(
            service -> {
              assertThat(map(service, "healthcheck")).containsKey("test");
              assertThat((Iterable<?>) service.get("volumes"))
                  .allSatisfy(v -> assertThat(volumes).containsKey(v.toString().split(":")[0]));
            });
  }

  @Test
  void the_application_waits_for_a_healthy_database_that_nobody_else_reaches() {
    assertThat(services.get("rectify").get("depends_on"))
        .isEqualTo(Map.of("mysql", Map.of("condition", "service_healthy")));
    assertThat(services.get("mysql")).doesNotContainKey("ports");
  }

  @Test
  void the_database_is_set_as_the_engine_needs_it() {
    assertThat((Iterable<?>) services.get("mysql").get("command"))
        .map(Object::toString)
        .contains(
            "--character-set-server=utf8mb4",
            "--collation-server=utf8mb4_bin",
            "--transaction-isolation=READ-COMMITTED",
            "--binlog-format=ROW");
  }

  @Test
  void the_application_is_given_what_the_mysql_profile_asks_for() throws IOException {
    String configuration = Files.readString(Path.of("src/main/resources/application.yaml"));

    assertThat(map(services.get("rectify"), "environment"))
        .containsEntry("SPRING_PROFILES_ACTIVE", "mysql")
        .allSatisfy(
            (name, value) -> {
              if (name.startsWith("MYSQL_")) {
                assertThat(configuration).contains("${" + name);
              }
            });
  }

  @SuppressWarnings("unchecked")
  private static <V> Map<String, V> map(Map<String, ?> parent, String key) {
    return (Map<String, V>) parent.get(key);
  }
}
