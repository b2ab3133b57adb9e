package rectify.clean;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Set;

/** JSON as it came in, with {@link CleanText} in every name and every text. */
final class CleanJson {

  /** Nothing of ours goes deeper than ten; a reader goes as deep as it is led. */
  private static final int DEEPEST = 50;

  private static final int LONGEST_NUMBER = 100;

  /** What nobody sees may be meant. */
  private static final Set<String> AS_IT_IS = Set.of("password", "authenticatedUserPassword");

  private static final JsonFactory JSON =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(DEEPEST)
                  .maxNumberLength(LONGEST_NUMBER)
                  .build())
          .enable(JsonWriteFeature.COMBINE_UNICODE_SURROGATES_IN_UTF8)
          .build();

  private CleanJson() {}

  /**
   * The same bytes where nothing was to clean.
   *
   * @throws IOException if it is no JSON, or goes too deep
   */
  static byte[] of(byte[] json) throws IOException {
    return isClean(json) ? json : cleaned(json);
  }

  private static boolean isClean(byte[] json) throws IOException {
    boolean clean = true;
    try (JsonParser parser = JSON.createParser(json)) {
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        if (token == JsonToken.FIELD_NAME) {
          clean &= CleanText.isClean(parser.currentName());
        } else if (token == JsonToken.VALUE_STRING && isCleaned(parser)) {
          clean &= CleanText.isClean(parser.getText());
        }
      }
    }
    return clean;
  }

  private static byte[] cleaned(byte[] json) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(json.length);
    try (JsonParser parser = JSON.createParser(json);
        JsonGenerator clean = JSON.createGenerator(bytes)) {
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        switch (token) {
          case FIELD_NAME -> clean.writeFieldName(CleanText.of(parser.currentName()));
          case VALUE_STRING ->
              clean.writeString(
                  isCleaned(parser) ? CleanText.of(parser.getText()) : parser.getText());
          case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> clean.writeNumber(parser.getText());
          default -> clean.copyCurrentEvent(parser);
        }
      }
    }
    return bytes.toByteArray();
  }

  private static boolean isCleaned(JsonParser parser) throws IOException {
    String name = parser.currentName();
    return name == null || !AS_IT_IS.contains(name);
  }
}
