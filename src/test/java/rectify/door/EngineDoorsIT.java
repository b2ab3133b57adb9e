package rectify.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.boot.test.web.server.LocalServerPort;
import rectify.door.EngineDoors.Role;
import rectify.door.EngineOperations.Operation;
import rectify.identity.Visitor;
import rectify.whole.WholeSystem;

/**
 * Every operation of the engine's REST API and of its web applications' plugins, tried by somebody
 * of every role and by nobody: on the list, or refused in Chinese.
 */
@WholeSystem
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EngineDoorsIT {

  private static final Map<Role, String> PEOPLE =
      Map.of(
          Role.ENTERPRISE, "jjenterprise",
          Role.OFFICER, "chendai1",
          Role.MANAGER, "jjmanager",
          Role.DESIGNER, "designer",
          Role.ADMINISTRATOR, "admin");

  private static final List<String> COPIES =
      List.of("/engine-rest", "/camunda/api/engine/engine/default");

  @LocalServerPort private int port;

  private final EngineDoors doors = new EngineDoors();
  private final Map<Role, Visitor> visitors = new EnumMap<>(Role.class);

  @BeforeAll
  void log_in() {
    PEOPLE.forEach((role, person) -> visitors.put(role, new Visitor(port).loggedIn(person)));
  }

  @Test
  void every_operation_is_on_the_list_of_the_role_or_shut() {
    Set<Operation> engine = EngineOperations.ofEngine();
    assertThat(engine).hasSizeGreaterThan(450);
    List<String> wrong = new ArrayList<>();
    visitors.entrySet().parallelStream()
        .forEach(
            visitor -> {
              List<String> found = new ArrayList<>();
              for (Operation operation : engine) {
                for (String copy : COPIES) {
                  check(visitor.getKey(), visitor.getValue(), copy, operation, found);
                }
              }
              for (Operation operation : EngineOperations.ofWebApplications()) {
                check(visitor.getKey(), visitor.getValue(), "", operation, found);
              }
              synchronized (wrong) {
                wrong.addAll(found);
              }
            });
    assertThat(wrong).isEmpty();
  }

  @Test
  void nothing_opens_to_a_stranger() {
    List<String> open = new ArrayList<>();
    Visitor stranger = new Visitor(port);
    for (Operation operation : EngineOperations.ofEngine()) {
      for (String copy : COPIES) {
        HttpResponse<String> answer = ask(stranger, copy, operation);
        if (!Set.of(401, 403).contains(answer.statusCode()) || !chinese(answer)) {
          open.add(told(answer));
        }
      }
    }
    for (Operation operation : EngineOperations.ofWebApplications()) {
      HttpResponse<String> answer = ask(stranger, "", operation);
      if (!operation.path().endsWith("/logout")
          && (!Set.of(401, 403).contains(answer.statusCode()) || !chinese(answer))) {
        open.add(told(answer));
      }
    }
    assertThat(open).isEmpty();
  }

  private void check(
      Role role, Visitor visitor, String copy, Operation operation, List<String> wrong) {
    String path = copy + filled(operation);
    if (path.endsWith("/logout")) {
      return;
    }
    boolean listed =
        doors
            .of(operation.method(), path)
            .filter(door -> door.opensToEverybody() || door.roles().contains(role))
            .isPresent();
    HttpResponse<String> answer = ask(visitor, copy, operation);
    boolean shut = answer.statusCode() == 403 && answer.body().contains(RefusedRequests.SHUT);
    if (listed == shut || answer.statusCode() >= 500) {
      wrong.add(role + " " + told(answer));
    }
  }

  private static HttpResponse<String> ask(Visitor visitor, String copy, Operation operation) {
    String body = operation.method().equals("GET") ? "" : "{}";
    return visitor.inSession(operation.method(), copy + filled(operation), body);
  }

  private static String filled(Operation operation) {
    return operation.path().replace("{}", "x1");
  }

  private static boolean chinese(HttpResponse<String> answer) {
    return answer.body().codePoints().anyMatch(Character::isIdeographic);
  }

  private static String told(HttpResponse<String> answer) {
    String body = answer.body().replaceAll("\\s+", " ");
    return answer.request().method()
        + " "
        + answer.request().uri().getPath()
        + ": "
        + answer.statusCode()
        + " "
        + body.substring(0, Math.min(200, body.length()));
  }
}
