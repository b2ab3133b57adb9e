package rectify.whole;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.core.io.ClassPathResource;

/**
 * Who may open which door, as a text file tells; see there. Holds the file against what the running
 * system answers.
 */
class AccessMatrix {

  private static final Pattern PLACEHOLDER = Pattern.compile("\\{([a-zA-Z]+)}");

  /** One line of the file. */
  record Door(String method, String path, String body, String shows, List<String> cells) {

    boolean onlyTells() {
      return !shows.equals("done") || method.equals("GET");
    }

    /** Whether the question, and so the answer, is the same whatever the case. */
    boolean isOfNoCase() {
      return method.equals("GET") && !path.contains("{");
    }
  }

  private final List<String> relations;
  private final List<Door> doors;
  private final BiFunction<Person, Target, String> relation;

  /** Doors of the engine that are on no list of a kind of people, whatever the case. */
  private final Set<String> shut = ConcurrentHashMap.newKeySet();

  /**
   * @param relations names of the file's columns
   * @param relation which column holds for a person and a case
   */
  AccessMatrix(String file, List<String> relations, BiFunction<Person, Target, String> relation) {
    this.relations = relations;
    this.relation = relation;
    this.doors = read(file, relations.size());
  }

  List<Door> doors() {
    return doors;
  }

  private static List<Door> read(String file, int columns) {
    List<Door> doors = new ArrayList<>();
    try {
      String text =
          new ClassPathResource("access/" + file).getContentAsString(StandardCharsets.UTF_8);
      for (String line : text.lines().toList()) {
        if (line.isBlank() || line.startsWith("#")) {
          continue;
        }
        String[] parts = line.split("\\s*\\|\\s*");
        List<String> cells = List.of(parts[4].strip().split("\\s+"));
        assertThat(cells).as(line).hasSize(columns);
        doors.add(new Door(parts[0].strip(), parts[1], parts[2], parts[3], cells));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return doors;
  }

  /** Tries every door of the file for one person and some cases; what differs from the file. */
  List<String> differences(String root, Person person, List<Target> targets) {
    return differences(root, person, targets, door -> true);
  }

  /** Tries some doors only. */
  List<String> differences(String root, Person person, List<Target> targets, Predicate<Door> some) {
    Map<String, HttpResponse<String>> ofNoCase = new HashMap<>();
    return targets.stream()
        .flatMap(target -> differences(root, person, target, some, ofNoCase).stream())
        .toList();
  }

  private List<String> differences(
      String root,
      Person person,
      Target target,
      Predicate<Door> some,
      Map<String, HttpResponse<String>> ofNoCase) {
    List<String> differences = new ArrayList<>();
    String column = relation.apply(person, target);
    for (Door door : doors) {
      if (!some.test(door)) {
        continue;
      }
      if (door.path().startsWith("!") && root.startsWith("/engine-rest")) {
        continue;
      }
      String expected =
          column.equals("anonymous") ? "n" : door.cells().get(relations.indexOf(column));
      if (expected.equals(".")) {
        continue;
      }
      String path = fill(door.path(), person, target);
      String body = fill(door.body(), person, target);
      if (PLACEHOLDER.matcher(path).find()) {
        continue;
      }
      String url = path.startsWith("!") ? path.substring(1) : root + path;
      String behind = person.kind() + " " + door.method() + " " + root + door.path();
      if (shut.contains(behind) && expected.matches("[n-]")) {
        continue;
      }
      HttpResponse<String> answer =
          door.isOfNoCase()
              ? ofNoCase.computeIfAbsent(url, same -> person.ask(door.method(), same, body))
              : person.ask(door.method(), url, body);
      if (answer.statusCode() == 403 && answer.body().contains("没有对您的岗位开放")) {
        shut.add(behind);
      }
      String got = outcome(door, answer, target, url + body);
      boolean asExpected =
          expected.equals("-") ? got.equals("n") || got.equals("y") : got.equals(expected);
      boolean known =
          !column.equals("anonymous")
              || Set.of(401, 403).contains(answer.statusCode())
              // a page leads to the login
              || url.startsWith("/city") && answer.statusCode() == 302;
      if (!asExpected || !known) {
        differences.add(
            "%s (%s of %s): %s %s %s: expected %s, got %s: %d %s"
                .formatted(
                    person.id(),
                    column,
                    target.caseNumber(),
                    door.method(),
                    url,
                    body,
                    expected,
                    got,
                    answer.statusCode(),
                    shortened(answer.body())));
      }
    }
    return differences;
  }

  private static String outcome(
      Door door, HttpResponse<String> answer, Target target, String question) {
    int status = answer.statusCode();
    if (status >= 500) {
      return "5xx";
    }
    if (status == 400 && answer.body().contains("提交的内容有误")) {
      return "f";
    }
    if (status >= 300) {
      return target.isNamedBy(answer.body(), question) ? "told by the refusal" : "n";
    }
    boolean opened =
        switch (door.shows()) {
          case "text" -> target.isToldBy(answer.body(), question);
          case "count" -> !answer.body().matches("\\{\"count\":0}");
          case "done" -> true;
          default -> throw new IllegalArgumentException(door.shows());
        };
    return opened ? "y" : "n";
  }

  private static String fill(String template, Person person, Target target) {
    Matcher matcher = PLACEHOLDER.matcher(template);
    StringBuilder filled = new StringBuilder();
    while (matcher.find()) {
      String name = matcher.group(1);
      String value = name.equals("me") ? person.id() : target.facts().get(name);
      matcher.appendReplacement(
          filled, Matcher.quoteReplacement(value == null ? matcher.group() : value));
    }
    return matcher.appendTail(filled).toString();
  }

  private static String shortened(String body) {
    String line = body.replaceAll("\\s+", " ");
    return line.length() <= 300 ? line : line.substring(0, 300) + "…";
  }
}
