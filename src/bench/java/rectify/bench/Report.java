package rectify.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The one table: printed row by row as it grows, and written to a file at the end. */
final class Report {

  private final List<String> lines = new ArrayList<>();

  Report(List<String> conditions) {
    conditions.forEach(this::line);
    line("");
    line("| What | Measured | Aim |");
    line("|---|---|---|");
  }

  void row(String what, String measured) {
    row(what, measured, "");
  }

  void row(String what, String measured, String aim) {
    line("| " + what + " | " + measured + " | " + aim + " |");
  }

  private void line(String line) {
    lines.add(line);
    System.out.println(line);
  }

  void write(Path file) {
    try {
      Files.createDirectories(file.getParent());
      Files.write(file, lines);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
