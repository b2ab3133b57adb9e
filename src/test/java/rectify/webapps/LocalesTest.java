package rectify.webapps;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The Chinese locale files stand beside the English ones of the engine version on the class path.
 */
class LocalesTest {

  /** Label of the vendor's banner: ours says nothing. */
  private static final String BANNER = "BANNER_CE_EOL_TEXT";

  /** Links to the vendor's own welcome page, which this product does not show. */
  private static final String FIRST_LOGIN = "FIRST_LOGIN_INFO";

  private static final Pattern PLACEHOLDER =
      Pattern.compile(
          "\\{\\{.*?}}|\\{}|%[sd]|&\\w+;|</?(?:a|b|br|code|em|i|p|span|strong)\\b[^>]*>");

  private static final Pattern LATIN_WORD = Pattern.compile("[A-Za-z]{2,}");

  private static final Set<String> NAMES =
      Set.of(
          "BPMN",
          "CSV",
          "CTRL",
          "DI",
          "DMN",
          "EDE",
          "FNI",
          "JSON",
          "LDAP",
          "PI",
          "TU",
          "XML",
          "cockpit",
          "tasklist",
          "YYYY",
          "MM",
          "DDTHH",
          "yyyy",
          "ddTHH",
          "mm",
          "ss");

  @ParameterizedTest
  @ValueSource(strings = {"tasklist", "welcome", "cockpit", "admin"})
  void every_label_of_the_engine_has_a_chinese_one_and_none_is_left_over(String app) {
    Set<String> chinese = labels(app, "zh").keySet();
    Set<String> english = labels(app, "en").keySet();
    assertThat(without(english, chinese)).as("missing").isEmpty();
    assertThat(without(chinese, english)).as("left over").isEmpty();
  }

  @Test
  void the_four_applications_say_the_same_thing_in_the_same_words() {
    Map<String, String> chineseOf = new TreeMap<>();
    for (String app : List.of("tasklist", "welcome", "cockpit", "admin")) {
      Map<String, String> chinese = labels(app, "zh");
      labels(app, "en")
          .forEach(
              (key, english) -> {
                String one = chinese.get(key);
                String other = chineseOf.putIfAbsent(key + "=" + english, one);
                assertThat(one).as("%s, %s", app, key).isEqualTo(other == null ? one : other);
              });
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"tasklist", "welcome", "cockpit", "admin"})
  void a_chinese_label_keeps_the_placeholders_and_tags_of_the_english_one(String app) {
    Map<String, String> chinese = labels(app, "zh");
    assertThat(labels(app, "en"))
        .allSatisfy(
            (key, english) -> {
              if (!key.equals(BANNER) && !key.equals(FIRST_LOGIN)) {
                assertThat(placeholders(chinese.getOrDefault(key, "")))
                    .as(key)
                    .isEqualTo(placeholders(english));
              }
            });
  }

  @ParameterizedTest
  @ValueSource(strings = {"tasklist", "welcome", "cockpit", "admin"})
  void no_chinese_label_holds_an_english_word(String app) {
    assertThat(labels(app, "zh"))
        .allSatisfy((key, chinese) -> assertThat(latinWords(chinese)).as(key).isEmpty());
  }

  @ParameterizedTest
  @ValueSource(strings = {"tasklist", "welcome", "cockpit", "admin"})
  void a_chinese_label_is_empty_only_where_chinese_needs_no_word(String app) {
    Map<String, String> chinese = labels(app, "zh");
    assertThat(labels(app, "en"))
        .allSatisfy(
            (key, english) -> {
              boolean silent = key.equals(BANNER) || english.isEmpty() || english.equals("s");
              assertThat(chinese.getOrDefault(key, "").isBlank()).as(key).isEqualTo(silent);
            });
  }

  @ParameterizedTest
  @ValueSource(strings = {"tasklist", "welcome", "cockpit", "admin"})
  void dates_have_every_chinese_form(String app) {
    JsonNode english = locale("tasklist", "en").path("dateLocales");
    JsonNode chinese = locale(app, "zh").path("dateLocales");
    assertThat(shape(chinese)).isEqualTo(shape(english));
    assertThat(chinese.at("/months/10").asText()).isEqualTo("十一月");
    assertThat(chinese.at("/weekdays/1").asText()).isEqualTo("星期一");
    assertThat(chinese.at("/longDateFormat/LLL").asText()).isEqualTo("YYYY年M月D日 HH:mm");
  }

  private static Set<String> without(Set<String> some, Set<String> others) {
    Set<String> rest = new TreeSet<>(some);
    rest.removeAll(others);
    return rest;
  }

  private static Map<String, String> labels(String app, String language) {
    Map<String, String> labels = new TreeMap<>();
    locale(app, language)
        .path("labels")
        .properties()
        .forEach(label -> labels.put(label.getKey(), label.getValue().asText()));
    assertThat(labels).as("%s, %s", app, language).isNotEmpty();
    return labels;
  }

  private static JsonNode locale(String app, String language) {
    String file =
        "/META-INF/resources/webjars/camunda/app/%s/locales/%s.json".formatted(app, language);
    try (InputStream in = LocalesTest.class.getResourceAsStream(file)) {
      assertThat(in).as(file).isNotNull();
      return new ObjectMapper().readTree(withoutByteOrderMark(in.readAllBytes()));
    } catch (IOException e) {
      throw new UncheckedIOException(file, e);
    }
  }

  private static String withoutByteOrderMark(byte[] utf8) {
    String text = new String(utf8, StandardCharsets.UTF_8);
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }

  /** Which entries there are, lists with their length; not what they say. */
  private static Set<String> shape(JsonNode node) {
    Set<String> shape = new TreeSet<>();
    node.properties()
        .forEach(
            part -> {
              shape.add(part.getKey() + ":" + part.getValue().size());
              part.getValue()
                  .fieldNames()
                  .forEachRemaining(n -> shape.add(part.getKey() + "." + n));
            });
    return shape;
  }

  private static List<String> placeholders(String label) {
    return PLACEHOLDER
        .matcher(label)
        .results()
        .map(m -> m.group().replace(" ", ""))
        .sorted()
        .toList();
  }

  private static List<String> latinWords(String label) {
    return Stream.of(PLACEHOLDER.matcher(label).replaceAll(" "))
        .flatMap(text -> LATIN_WORD.matcher(text).results())
        .map(match -> match.group())
        .filter(word -> !NAMES.contains(word))
        .toList();
  }
}
