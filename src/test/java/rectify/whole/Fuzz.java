package rectify.whole;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ProcessEngine;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;
import rectify.identity.People;
import rectify.identity.Visitor;
import rectify.whole.FuzzDoors.Door;

/**
 * Knocks at every door as everybody with what no program of ours sends. The same seed asks the same
 * questions in the same order.
 */
public class Fuzz {

  /** The demo's eighteen, and a stranger. */
  private static final List<String> PEOPLE =
      List.of(
          ("jjenterprise naenterprise chendai1 chendai2 shuitou1 shuitou2 jjemergency1 jjemergency2"
                  + " naemergency1 naemergency2 jjoffice naoffice cityoffice jjmanager namanager"
                  + " citymanager designer admin ")
              .split(" ", -1));

  private static final List<String> WITH_MOST_DOORS =
      List.of("admin", "jjmanager", "citymanager", "designer");

  private static final Set<String> MAY_CHANGE_ALL = Set.of("admin", "designer");

  /** What a refused request may change nothing of. */
  private static final List<String> LEDGER =
      List.of(
          "hazard",
          "hazard_event",
          "evidence",
          "document",
          "enterprise",
          "inspection",
          "statistic",
          "ACT_RU_TASK",
          "ACT_RU_EXECUTION",
          "ACT_HI_TASKINST",
          "ACT_RE_DEPLOYMENT",
          "ACT_ID_MEMBERSHIP",
          "ACT_RU_AUTHORIZATION");

  private static final String COUNTS =
      LEDGER.stream()
          .map(table -> "(select count(*) from " + table + ")")
          .collect(Collectors.joining(", ", "select concat_ws(' ', ", ")"));

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final Map<String, Visitor> sessions = new LinkedHashMap<>();
  private final Map<String, List<Door>> doors = new LinkedHashMap<>();
  private final Map<String, List<Door>> open = new LinkedHashMap<>();
  private final Map<String, FuzzValues> values = new LinkedHashMap<>();
  private final Map<String, Map<String, Integer>> tally = new TreeMap<>();
  private final Map<String, String> faults = new TreeMap<>();
  private final Map<String, Integer> times = new TreeMap<>();
  private final int port;
  private final long seed;
  private final Random random;
  private final JdbcTemplate jdbc;
  private final boolean sparing;
  private int asked;

  /**
   * @param sparing leaves alone what other tests need: people, firms, definitions
   */
  public Fuzz(
      int port,
      long seed,
      boolean sparing,
      ProcessEngine engine,
      People people,
      JdbcTemplate jdbc,
      TransactionTemplate transaction) {
    this.port = port;
    this.seed = seed;
    this.random = new Random(seed);
    this.sparing = sparing;
    this.jdbc = jdbc;
    List<Map<String, String>> facts =
        new AccessFixture(port, engine, people, jdbc, transaction)
            .targets().stream().map(Target::facts).toList();
    // an address a person came in from is theirs: no guess of the fuzz's keeps them out
    PEOPLE.stream()
        .filter(person -> !person.isEmpty())
        .forEach(person -> new Visitor(port).as(person).get("/api/people/me"));
    JsonNode ours = Worker.read(new Visitor(port).as("admin").get("/api/openapi"));
    JsonNode theirs = FuzzDoors.engineDescription();
    group("/api", FuzzDoors.described(ours, ""), ours, facts);
    group("/engine-rest", FuzzDoors.described(theirs, "/engine-rest"), theirs, facts);
    group(
        "/camunda/api/engine",
        FuzzDoors.described(theirs, "/camunda/api/engine/engine/default"),
        theirs,
        facts);
    open.put("/engine-rest", FuzzDoors.listed(doors.get("/engine-rest"), "/engine-rest"));
    open.put(
        "/camunda/api/engine",
        FuzzDoors.listed(doors.get("/camunda/api/engine"), "/camunda/api/engine/engine/default"));
    group("/camunda/api", FuzzDoors.ofWebApplications(), ours, facts);
    group("/actuator", FuzzDoors.ofActuator(), ours, facts);
    group("pages", FuzzDoors.pages(), ours, facts);
  }

  private void group(
      String name, List<Door> some, JsonNode description, List<Map<String, String>> facts) {
    doors.put(name, some);
    values.put(name, new FuzzValues(random, description, facts));
  }

  /** Asks so many questions; every kind of fault once, with how often it came and an example. */
  public List<String> run(int questions) {
    List<String> groups = List.copyOf(doors.keySet());
    String counts = jdbc.queryForObject(COUNTS, String.class);
    for (int i = 0; i < questions; i++) {
      int die = random.nextInt(100);
      String group =
          groups.get(die < 35 ? 0 : die < 62 ? 1 : die < 80 ? 2 : die < 87 ? 3 : die < 92 ? 4 : 5);
      boolean mostlyOpen = open.containsKey(group) && random.nextInt(10) < 7;
      Door door = values.get(group).any((mostlyOpen ? open : doors).get(group));
      List<String> who = mostlyOpen && random.nextInt(10) < 4 ? WITH_MOST_DOORS : PEOPLE;
      counts = ask(group, door, who.get(random.nextInt(who.size())), counts);
    }
    return faults.entrySet().stream()
        .map(
            fault ->
                times.get(fault.getKey()) + " × " + fault.getKey() + "\n    " + fault.getValue())
        .toList();
  }

  /** Door groups by class of status. */
  public List<String> table() {
    List<String> columns = List.of("2xx", "3xx", "4xx", "503 稍后再试", "5xx");
    List<String> lines = new ArrayList<>();
    lines.add("seed " + seed + ", " + asked + " requests, " + PEOPLE.size() + " people");
    lines.add("| Doors | " + String.join(" | ", columns) + " |");
    lines.add("|---|" + "---:|".repeat(columns.size()));
    tally.forEach(
        (group, row) ->
            lines.add(
                columns.stream()
                    .map(column -> String.valueOf(row.getOrDefault(column, 0)))
                    .collect(Collectors.joining(" | ", "| " + group + " | ", " |"))));
    return lines;
  }

  private String ask(String group, Door door, String somebody, String before) {
    FuzzQuestion question = FuzzQuestion.of(door, values.get(group), sparing);
    boolean leftAlone = sparing && !question.onlyReads() && MAY_CHANGE_ALL.contains(somebody);
    String person = leftAlone ? "jjmanager" : somebody;
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://localhost:" + port + question.path()))
            .timeout(Duration.ofSeconds(60))
            .method(question.method(), BodyPublishers.ofString(question.body()));
    if (question.accept() != null) {
      request.header("Accept", question.accept());
    }
    if (question.type() != null) {
      request.header("Content-Type", question.type());
    }
    identify(request, group, person);
    HttpResponse<String> answer = send(request.build());
    asked++;
    String status =
        FuzzJudge.isAskedToComeBack(answer) ? "503 稍后再试" : answer.statusCode() / 100 + "xx";
    tally.computeIfAbsent(group, g -> new TreeMap<>()).merge(status, 1, Integer::sum);
    if (answer.statusCode() == 401) {
      sessions.remove(person);
    }
    String fault = FuzzJudge.fault(group, question.method(), answer);
    if (fault != null) {
      note(fault, door, person + " " + question, answer);
    }
    if (question.onlyReads()) {
      return before;
    }
    String after = jdbc.queryForObject(COUNTS, String.class);
    if (answer.statusCode() >= 400 && !after.equals(before)) {
      note("changed " + before + " to " + after, door, person + " " + question, answer);
    }
    return after;
  }

  private void note(String fault, Door door, String question, HttpResponse<String> answer) {
    String kind = answer.statusCode() + " " + fault + ": " + door.method() + " " + door.path();
    times.merge(kind, 1, Integer::sum);
    faults.putIfAbsent(
        kind,
        shortened(question)
            + "\n    "
            + answer.headers().firstValue("Content-Type").orElse("")
            + " "
            + shortened(answer.body()));
  }

  private static String shortened(String text) {
    String line = text.replaceAll("\\s+", " ");
    return line.length() <= 500 ? line : line.substring(0, 500) + "…";
  }

  private void identify(HttpRequest.Builder request, String group, String person) {
    if (person.isEmpty()) {
      return;
    }
    if (group.equals("pages") || group.startsWith("/camunda")) {
      Visitor session =
          sessions.computeIfAbsent(person, known -> new Visitor(port).loggedIn(known));
      request.header(
          "Cookie",
          "JSESSIONID=%s; XSRF-TOKEN=%s"
              .formatted(session.cookie("JSESSIONID"), session.cookie("XSRF-TOKEN")));
      request.header("X-XSRF-TOKEN", session.cookie("XSRF-TOKEN"));
    } else {
      String secret = person + ":" + Visitor.PASSWORD;
      request.header(
          "Authorization",
          "Basic " + Base64.getEncoder().encodeToString(secret.getBytes(StandardCharsets.UTF_8)));
    }
  }

  private HttpResponse<String> send(HttpRequest request) {
    try {
      return client.send(request, BodyHandlers.ofString(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(request.toString(), e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
