package rectify.whole;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.util.regex.Pattern;

/** What is wrong with an answer a {@link Fuzz} got. */
final class FuzzJudge {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Pattern CHINESE = Pattern.compile("\\p{IsHan}{3}");

  /** Names of classes, statements and tables, numbers of errors, and places on the machine. */
  private static final Pattern INSIDES =
      Pattern.compile(
          "\\b(org|com|net|io|ch|java|javax|jakarta|sun|rectify)(\\.[a-z0-9_]+)+\\.[A-Z]\\w+"
              + "|\\w+\\.java:\\d+|\\bNullPointer"
              + "|(?i:\\bselect\\b.{1,300}\\bfrom\\b|\\binsert into\\b|\\bupdate\\b.{1,80}\\bset\\b)"
              + "|\\bACT_(RU|HI|RE|ID|GE)_|SQLSTATE|\\b(ENGINE|SPIN|UTILS|DMN|FEEL)[-/A-Z]*-\\d{3,}"
              + "|(?<![\\w.:/])/(work|home|tmp|var|usr|opt|root)/\\w",
          Pattern.DOTALL);

  /** An import answers with what is wrong in each row. */
  private static final Pattern REPORT =
      Pattern.compile("\"(problems|badRows)\":\\[\\{.*\"reason\":\"[^\"]*\\p{IsHan}{2}");

  private FuzzJudge() {}

  /** Null if nothing is. */
  static String fault(String group, String method, HttpResponse<String> answer) {
    int status = answer.statusCode();
    if (isAskedToComeBack(answer)) {
      return null;
    }
    if (status >= 500) {
      return "failed";
    }
    String body = answer.body();
    boolean legible = status >= 400 || group.equals("/api") && !isMeantToTell(answer);
    if (legible && INSIDES.matcher(body).find()) {
      return "tells of its insides";
    }
    boolean spoken = !method.equals("HEAD") && status >= 400;
    return spoken && !isInForm(group, answer) ? "is not in the door's form" : null;
  }

  static boolean isAskedToComeBack(HttpResponse<String> answer) {
    return answer.statusCode() == 503 && answer.headers().firstValue("Retry-After").isPresent();
  }

  /** The description of our doors, and the program that checks a case without us. */
  private static boolean isMeantToTell(HttpResponse<String> answer) {
    String path = answer.request().uri().getPath();
    return path.startsWith("/api/openapi") || path.startsWith("/api/ledger/Verifier.java");
  }

  private static boolean isInForm(String group, HttpResponse<String> answer) {
    String type = answer.headers().firstValue("Content-Type").orElse("");
    String body = answer.body();
    return switch (group) {
      case "/api", "/actuator" ->
          type.startsWith("application/problem+json") && says(body, "title", "detail")
              || type.startsWith("application/json") && REPORT.matcher(body).find();
      case "/engine-rest", "/camunda/api/engine", "/camunda/api" ->
          type.contains("json") && says(body, "type", "message");
      default -> type.startsWith("text/html") && CHINESE.matcher(body).find();
    };
  }

  private static boolean says(String body, String besides, String name) {
    try {
      JsonNode said = JSON.readTree(body);
      return said.has(besides) && CHINESE.matcher(said.path(name).asText()).find();
    } catch (JsonProcessingException e) {
      return false;
    }
  }
}
