package rectify.spreadsheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import rectify.document.HostileSheets;
import rectify.refusal.Refusal;

class HostileSheetsTest {

  /** What is allocated until a file is refused, the copy of the file itself not counted. */
  private static final long MOST_ALLOCATED = 64L << 20;

  @TestFactory
  Stream<DynamicTest> a_file_that_unpacks_to_too_much_is_refused_before_memory_is_taken() {
    Map<String, Supplier<byte[]>> files =
        Map.ofEntries(
            Map.entry("one cell of 190 MB", () -> HostileSheets.oneCell(190)),
            Map.entry("one cell of 2 MB", () -> HostileSheets.oneCell(2)),
            Map.entry("a hidden cell", () -> HostileSheets.hiddenCell(2)),
            Map.entry("an attribute", () -> HostileSheets.longAttribute(2)),
            Map.entry("a comment", () -> HostileSheets.longComment(2)),
            Map.entry("a million texts", () -> HostileSheets.manyTexts(1_000)),
            Map.entry("wide rows", () -> HostileSheets.wideRows(20_000)),
            Map.entry("empty rows", () -> HostileSheets.emptyRows(300_000)));
    return files.entrySet().stream()
        .map(file -> DynamicTest.dynamicTest(file.getKey(), () -> refused(file.getValue().get())));
  }

  @TestFactory
  Stream<DynamicTest> a_csv_of_nothing_but_separators_is_refused() {
    Map<String, byte[]> files =
        Map.of(
            "commas", HostileSheets.commas(8),
            "line breaks", HostileSheets.lineBreaks(8),
            "commas behind a quote", HostileSheets.commasBehindAQuote(8),
            "an open quote", ("\"" + "x,".repeat(4 << 20)).getBytes(StandardCharsets.UTF_8));
    return files.entrySet().stream()
        .map(file -> DynamicTest.dynamicTest(file.getKey(), () -> refused(file.getValue())));
  }

  @Test
  void commas_within_quotes_are_text() {
    String csv =
        "名称,备注\n甲,"
            + "\"第一，"
            + ",".repeat(300)
            + "\"\"好\"\"\n第二行\"\n3/4\"\" 管,b\n"
            + "丙,丁\n".repeat(9_000);

    List<SheetReader.Line> lines =
        SheetReader.read(csv.getBytes(StandardCharsets.UTF_8), "a.csv", "企业名册", 9_010);

    assertThat(lines).hasSize(9_003);
    assertThat(lines.get(1).cells().get(1)).endsWith("\"好\"\n第二行");
    assertThat(lines.get(2).cells()).containsExactly("3/4\"\" 管", "b");
  }

  private static void refused(byte[] file) {
    com.sun.management.ThreadMXBean threads =
        (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadAllocatedBytes();

    assertThatThrownBy(() -> SheetReader.read(file, "a", "企业名册", 50_000))
        .isInstanceOf(Refusal.class)
        .hasMessageMatching("[^a-zA-Z]*(Excel|MB|xlsx|[^a-zA-Z])*")
        .hasMessageContaining("请");

    long allocated = threads.getCurrentThreadAllocatedBytes() - before;
    assertThat(allocated).isLessThan(MOST_ALLOCATED + 4L * file.length);
  }
}
