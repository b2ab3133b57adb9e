package rectify.decision;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import rectify.hazard.Level;
import rectify.hazard.Source;

/** The cases of a decision table, as its regulator writes them. */
final class Cases {

  private static final CSVFormat CSV =
      CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).setCommentMarker('#').get();

  private Cases() {}

  /** The rows below the header of a CSV file on the class path, by column. */
  static List<Map<String, String>> of(String resource) {
    try (InputStream file = Cases.class.getResourceAsStream(resource)) {
      return CSV.parse(new InputStreamReader(file, StandardCharsets.UTF_8)).stream()
          .map(row -> row.toMap())
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String level(String chinese) {
    return Stream.of(Level.values())
        .filter(level -> level.chinese().equals(chinese))
        .findFirst()
        .orElseThrow()
        .code();
  }

  static String source(String chinese) {
    return Stream.of(Source.values())
        .filter(source -> source.chinese().equals(chinese))
        .findFirst()
        .orElseThrow()
        .code();
  }
}
