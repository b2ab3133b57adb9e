package rectify.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import rectify.door.EngineDoors.Door;
import rectify.door.EngineDoors.Role;

class EngineDoorsTest {

  private static final Path GUIDE = Path.of("docs/operator.md");
  private static final String BEGIN = "<!-- engine-doors.txt -->";
  private static final String END = "<!-- /engine-doors.txt -->";

  private final EngineDoors doors = new EngineDoors();

  @ParameterizedTest
  @CsvSource({
    "GET, /engine-rest/task, EVERYBODY",
    "GET, /engine-rest/task/, EVERYBODY",
    "HEAD, /engine-rest/engine/default/task, EVERYBODY",
    "POST, /camunda/api/engine/engine/default/task/5/claim, EVERYBODY",
    "GET, /engine-rest/group/count, EVERYBODY",
    "GET, /engine-rest/group/officer, ADMINISTRATOR",
    "POST, /engine-rest/user/create, ADMINISTRATOR",
    "GET, /camunda/api/tasklist/plugin/tasklistPlugins/static/app/plugin.js, EVERYBODY",
    "POST, /camunda/api/cockpit/plugin/base/default/process-instance, MANAGER"
  })
  void a_door_on_the_list_opens_at_every_copy(String method, String path, Role role) {
    assertThat(doors.of(method, path))
        .get()
        .satisfies(door -> assertThat(door.roles()).contains(role));
  }

  @ParameterizedTest
  @CsvSource({
    "POST, /engine-rest/signal",
    "POST, /engine-rest/task/create",
    "DELETE, /engine-rest/task/5",
    "GET, /engine-rest/engine",
    "GET, /engine-rest/engine/other/task",
    "GET, /camunda/api/engine/engine/other/task",
    "GET, /engine-rest",
    "GET, /engine-rest/",
    "GET, /engine-rest//task",
    "GET, /engine-rest/task//form",
    "TRACE, /engine-rest/task",
    "PATCH, /engine-rest/task",
    "GET, /camunda/api/task",
    "GET, /engine-rest/camunda/api/engine/engine",
    "POST, /camunda/api/admin/setup/default/user/create",
    "POST, /camunda/api/admin/auth/user/default/login/admin",
    "GET, /camunda/api/admin/plugin/license/default/check-key"
  })
  void every_other_door_is_shut(String method, String path) {
    assertThat(doors.of(method, path)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"ent7", "enterprise", "town350582103", "dept350582housing", "office350582"})
  void nobody_but_an_administrator_is_one(String group) {
    assertThat(Role.of(List.of(group))).hasSize(2).doesNotContain(Role.ADMINISTRATOR);
    assertThat(Role.of(List.of())).containsExactly(Role.EVERYBODY);
    assertThat(Role.of(List.of("camunda-admin"))).contains(Role.ADMINISTRATOR);
  }

  @Test
  void no_door_stands_in_two_lines() {
    Map<String, Door> seen = new HashMap<>();
    for (Door door : doors.doors()) {
      for (String method : door.methods()) {
        String shape = method + " " + door.path().replaceAll("\\{[^}]*}", "{}");
        assertThat(seen.put(shape, door)).as(shape).isNull();
      }
    }
  }

  /** Where a line has a part that varies, the engine may have a door of that very name. */
  @Test
  void no_line_opens_a_door_it_does_not_name() {
    List<String> swallowed =
        EngineOperations.ofEngine().stream()
            .filter(
                operation ->
                    doors
                        .of(
                            operation.method(),
                            "/engine-rest" + operation.path().replace("{}", "x1"))
                        .filter(door -> !door.roles().isEmpty())
                        .map(door -> door.path().replaceAll("\\{[^}]*}", "{}"))
                        .filter(shape -> !shape.equals(operation.path().replaceAll("/$", "")))
                        .isPresent())
            .map(operation -> operation.method() + " " + operation.path())
            .toList();
    assertThat(swallowed).isEmpty();
  }

  @Test
  void every_line_says_what_the_door_is_for() {
    assertThat(doors.doors())
        .allSatisfy(
            door -> {
              assertThat(door.purpose()).containsPattern("[\\u4e00-\\u9fff]");
              assertThat(door.chapter()).isNotEmpty();
            });
  }

  /** {@code -Ddoors.write=true} writes the table. */
  @Test
  void the_operators_guide_shows_the_list() throws IOException {
    String guide = Files.readString(GUIDE);
    int begin = guide.indexOf(BEGIN) + BEGIN.length();
    int end = guide.indexOf(END);
    assertThat(end).as(GUIDE + " holds " + BEGIN + " and " + END).isGreaterThan(begin);
    if (Boolean.getBoolean("doors.write")) {
      Files.writeString(GUIDE, guide.substring(0, begin) + tables() + guide.substring(end));
      return;
    }
    assertThat(guide.substring(begin, end))
        .as(
            "the table of doors in %s; mvn test -Dtest=EngineDoorsTest -Ddoors.write=true writes it",
            GUIDE)
        .isEqualTo(tables());
  }

  private String tables() {
    StringBuilder text = new StringBuilder("\n");
    String chapter = "";
    for (Door door : doors.doors()) {
      if (!door.chapter().equals(chapter)) {
        chapter = door.chapter();
        text.append("\n### ").append(chapter).append("\n\n");
        text.append("| 接口 | 对谁开放 | 用途 |\n|---|---|---|\n");
      }
      text.append("| `")
          .append(door.methods().stream().sorted().collect(Collectors.joining(" ")))
          .append(' ')
          .append(door.path())
          .append("` | ")
          .append(
              door.roles().isEmpty()
                  ? "不开放"
                  : door.roles().stream().map(Role::chinese).collect(Collectors.joining("、")))
          .append(" | ")
          .append(door.purpose())
          .append(" |\n");
    }
    return text.append('\n').toString();
  }
}
