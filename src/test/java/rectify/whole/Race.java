package rectify.whole;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Pattern;

/**
 * One round at a door: requests that leave at the same moment, and what must come of them.
 *
 * @param winners how many are answered with success, at least and at most
 * @param losses what the others may be answered
 * @param named whether each 409 must name who was first; all the people here are called 演示…
 * @param after what must hold in the tables; throws if it does not
 */
record Race(
    List<Shot> requests, int fewest, int most, Set<Integer> losses, boolean named, Check after) {

  private static final Pattern CHINESE = Pattern.compile("[\\u4e00-\\u9fff]{4}");
  private static final Pattern INSIDES =
      Pattern.compile("(?i)exception|sql|org\\.|java\\.|ENGINE-|rectify\\.|deadlock|select ");

  /** A request that is ready to leave. */
  @FunctionalInterface
  interface Shot {
    HttpResponse<String> get();
  }

  /** What must hold after a race, given the answers. */
  @FunctionalInterface
  interface Check {
    void of(List<HttpResponse<String>> answers);
  }

  /** One does it; whoever comes second learns who was first. */
  static Race one(Check after, Shot... requests) {
    return new Race(List.of(requests), 1, 1, Set.of(409), true, after);
  }

  /** One does it; the others are told that it is done, or find it gone. */
  static Race oneUnnamed(Set<Integer> losses, Check after, Shot... them) {
    return new Race(List.of(them), 1, 1, losses, false, after);
  }

  /** Everybody does it, with one effect. */
  static Race all(Check after, Shot... requests) {
    return new Race(List.of(requests), requests.length, requests.length, Set.of(), false, after);
  }

  /** Some do it one after the other, others may be told to look again. */
  static Race some(Check after, Shot... requests) {
    return new Race(List.of(requests), 1, requests.length, Set.of(409), true, after);
  }

  /** Lets them go; what was wrong, in words. */
  List<String> run(List<Integer> statuses) throws Exception {
    List<HttpResponse<String>> answers = new ArrayList<>();
    ExecutorService threads = Executors.newFixedThreadPool(requests.size());
    try {
      CyclicBarrier line = new CyclicBarrier(requests.size());
      List<Future<HttpResponse<String>>> running =
          requests.stream()
              .map(
                  request ->
                      threads.submit(
                          () -> {
                            line.await();
                            return request.get();
                          }))
              .toList();
      for (Future<HttpResponse<String>> one : running) {
        answers.add(one.get());
      }
    } finally {
      threads.shutdownNow();
    }
    answers.forEach(answer -> statuses.add(answer.statusCode()));
    return wrong(answers);
  }

  private List<String> wrong(List<HttpResponse<String>> answers) {
    List<String> wrong = new ArrayList<>();
    long winners = answers.stream().filter(Race::succeeded).count();
    if (winners < fewest || winners > most) {
      wrong.add(winners + " winners: " + answers.stream().map(Race::shown).toList());
    }
    for (HttpResponse<String> answer : answers) {
      if (!succeeded(answer)) {
        boolean words = CHINESE.matcher(answer.body()).find();
        boolean insides =
            INSIDES.matcher(answer.body().replaceAll("\"(instance|type)\":\"[^\"]*\"", "")).find();
        boolean names = !named || answer.statusCode() != 409 || answer.body().contains("演示");
        if (!losses.contains(answer.statusCode()) || !words || insides || !names) {
          wrong.add(shown(answer));
        }
      }
    }
    if (wrong.isEmpty()) {
      try {
        after.of(answers);
      } catch (AssertionError | RuntimeException broken) {
        wrong.add(String.valueOf(broken.getMessage()));
      }
    }
    return wrong;
  }

  static boolean succeeded(HttpResponse<String> answer) {
    return answer.statusCode() / 100 == 2;
  }

  private static String shown(HttpResponse<String> answer) {
    String body = answer.body();
    return answer.statusCode() + " " + body.substring(0, Math.min(300, body.length()));
  }
}
