package rectify.form;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The proof a step needs, as the process designer wrote it into the diagram: the extension property
 * {@code evidence} names the kind, and {@code evidenceWhen} the one answer of the form for which it
 * is needed, such as {@code request=report}.
 *
 * @param kind one of {@link #KINDS}
 * @param field the form's field that decides; null if the proof is always needed
 * @param value the answer for which it is needed
 */
public record RequiredProof(String kind, String field, String value) {

  /** The property that names the kind. */
  public static final String KIND = "evidence";

  /** The property that names the answer. */
  public static final String WHEN = "evidenceWhen";

  /** What a diagram may ask for. */
  public static final Set<String> KINDS = Set.of("before", "after", "scene", "document");

  private static final Pattern ANSWER = Pattern.compile("([a-zA-Z][a-zA-Z0-9]*)=([^=\\s]+)");

  /**
   * Reads the properties of a step.
   *
   * @throws IllegalArgumentException if {@link #problems} has something to say
   */
  public static Optional<RequiredProof> of(Map<String, String> properties) {
    if (!problems(properties).isEmpty()) {
      throw new IllegalArgumentException(String.join("；", problems(properties)));
    }
    String kind = properties.get(KIND);
    if (kind == null) {
      return Optional.empty();
    }
    String when = properties.get(WHEN);
    if (when == null) {
      return Optional.of(new RequiredProof(kind, null, null));
    }
    Matcher answer = ANSWER.matcher(when);
    return answer.matches()
        ? Optional.of(new RequiredProof(kind, answer.group(1), answer.group(2)))
        : Optional.empty();
  }

  /** What is wrong with the properties of a step, in Chinese; empty if nothing is. */
  public static Set<String> problems(Map<String, String> properties) {
    Set<String> problems = new LinkedHashSet<>();
    String kind = properties.get(KIND);
    String when = properties.get(WHEN);
    if (kind != null && !KINDS.contains(kind)) {
      problems.add("所需证据（扩展属性evidence）只能是before（整改前）、after（整改后）、scene（现场）或document（文件）");
    }
    if (when != null && kind == null) {
      problems.add("写了evidenceWhen而没有写evidence，请补上所需证据的种类");
    }
    if (when != null && !ANSWER.matcher(when).matches()) {
      problems.add("扩展属性evidenceWhen应写成“字段=答案”，如 request=report");
    }
    return problems;
  }

  /** Whether these answers call for the proof. */
  public boolean appliesTo(Map<String, ?> form) {
    return field == null || value.equals(String.valueOf(form.get(field)));
  }
}
