package rectify.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The names that FEEL, a form's text or a form's property reads. */
public final class FeelNames {

  private FeelNames() {}

  private static final Pattern NAME = Pattern.compile("(?<![\\w.])[A-Za-z_]\\w*(?!\\w|\\s*\\()");
  private static final Pattern LONG_FUNCTION =
      Pattern.compile(
          "\\b(string length|string join|upper case|lower case|starts with|ends with|list contains"
              + "|substring before|substring after|date and time|years and months duration"
              + "|day of week|day of year|month of year|week of year|is defined|distinct values"
              + "|index of|insert before|get value|get entries)\\s*\\(");
  private static final Set<String> FEEL_WORDS =
      Set.of(
          "and",
          "or",
          "not",
          "if",
          "then",
          "else",
          "in",
          "between",
          "true",
          "false",
          "null",
          "some",
          "every",
          "satisfies",
          "for",
          "return",
          "instance",
          "of",
          "this",
          "item");

  /** The variables a FEEL expression reads. */
  public static Set<String> of(String feel) {
    String bare =
        LONG_FUNCTION.matcher(feel.replaceAll("\"(\\\\.|[^\"\\\\])*\"", "\"\"")).replaceAll("(");
    return NAME.matcher(bare)
        .results()
        .map(result -> result.group())
        .filter(name -> !FEEL_WORDS.contains(name))
        .collect(Collectors.toSet());
  }

  private static final Pattern TEMPLATE = Pattern.compile("\\{\\{(.*?)\\}\\}", Pattern.DOTALL);

  /** The variables a form's text reads in {@code {{…}}}; inside a loop names are the item's. */
  static Set<String> inTemplate(String text) {
    List<String> expressions = new ArrayList<>();
    int loops = 0;
    Matcher matcher = TEMPLATE.matcher(text);
    while (matcher.find()) {
      String inside = matcher.group(1).strip();
      if (loops == 0 && !inside.startsWith("/")) {
        expressions.add(inside.replaceFirst("^#(if|loop)\\s+", "").replaceFirst("^=", ""));
      }
      if (inside.startsWith("#loop")) {
        loops++;
      } else if (inside.startsWith("/loop")) {
        loops--;
      }
    }
    return expressions.stream().flatMap(e -> of(e).stream()).collect(Collectors.toSet());
  }

  /** The variables a form property reads, be it FEEL or text with templates. */
  public static Stream<String> inForm(String text) {
    return (text.startsWith("=") ? of(text.substring(1)) : inTemplate(text)).stream();
  }
}
