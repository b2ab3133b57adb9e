package rectify.typed;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class TypedNumberTest {

  @Test
  void what_is_typed_is_the_number_that_was_meant_or_is_refused_in_words() throws IOException {
    for (JsonNode one :
        new ObjectMapper().readTree(getClass().getResourceAsStream("/sent/numbers.json"))) {
      TypedNumber number = TypedNumber.of(one.path("typed").asText());

      if (one.has("value")) {
        assertThat(number.problem()).as(one.toString()).isNull();
        assertThat(number.value().toPlainString())
            .as(one.toString())
            .isEqualTo(one.path("value").asText());
      } else {
        assertThat(number.value()).as(one.toString()).isNull();
        assertThat(number.problem())
            .as(one.toString())
            .startsWith("应为数字，现为“")
            .contains(one.path("says").asText());
      }
    }
  }

  @Test
  void a_text_without_an_end_is_refused_without_being_repeated() {
    assertThat(TypedNumber.of("1,".repeat(2_000)).problem()).hasSizeLessThan(80);
    assertThat(TypedNumber.of("").problem()).contains("请只填数字");
    assertThat(TypedNumber.of(null).problem()).contains("请只填数字");
  }
}
