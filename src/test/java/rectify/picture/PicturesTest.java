package rectify.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import rectify.model.DrawnClocks;

/**
 * What the pictures tell is true: each clock's note says who has how long, no line crosses what is
 * to be read, and docs/pictures show the diagrams and tables as they are. With {@code
 * -Dredraw=true} the notes and pictures are written anew first.
 */
class PicturesTest {

  private static final Path PROCESSES = Path.of("processes");
  private static final Path PICTURES = Path.of("docs", "pictures");
  private static final String HOW = "请运行 mvn -Dtest=PicturesTest -Dredraw=true test 重画";

  @BeforeAll
  static void redraw() throws IOException {
    if (!Boolean.getBoolean("redraw")) {
      return;
    }
    for (Path diagram : files(".bpmn")) {
      Files.writeString(diagram, noted(diagram));
    }
    Files.createDirectories(PICTURES);
    for (Map.Entry<Path, String> picture : pictures().entrySet()) {
      Files.writeString(picture.getKey(), picture.getValue());
    }
  }

  static List<Path> diagrams() throws IOException {
    return files(".bpmn");
  }

  @ParameterizedTest
  @MethodSource("diagrams")
  void the_note_beside_each_clock_says_who_has_how_long(Path diagram) throws IOException {
    Drawing drawing = Drawing.of(diagram);
    Map<String, String> written = new LinkedHashMap<>();
    drawing
        .elements()
        .forEach(
            (id, element) -> {
              if (id.startsWith(NotedDiagram.NOTE)) {
                written.put(
                    id.substring(NotedDiagram.NOTE.length()),
                    Drawing.child(element, "text").getTextContent());
                assertThat(drawing.shapes()).as(HOW).containsKey(id);
              }
            });

    assertThat(written)
        .as(HOW)
        .containsExactlyInAnyOrderEntriesOf(
            DrawnClocks.notes(diagram.getFileName().toString(), Files.readString(diagram)));
  }

  @ParameterizedTest
  @MethodSource("diagrams")
  void no_line_crosses_a_label_or_a_note(Path diagram) throws IOException {
    assertThat(Drawing.of(diagram).crossed()).as(diagram + "：请移开这些标签或连线").isEmpty();
  }

  @Test
  void a_number_that_is_moved_is_noted_by_the_deployment_itself() throws IOException {
    String diagram = Files.readString(PROCESSES.resolve("supervision.bpmn"));
    String moved = diagram.replace("workingDaysAfter(dueAt, 3)", "workingDaysAfter(dueAt, 4)");
    assertThat(moved).isNotEqualTo(diagram).contains("主管部门 · 整改期限后3个工作日");

    assertThat(DrawnClocks.refreshed("supervision.bpmn", moved))
        .contains("主管部门 · 整改期限后4个工作日")
        .doesNotContain("主管部门 · 整改期限后3个工作日");
    assertThat(DrawnClocks.refreshed("supervision.bpmn", diagram)).isEqualTo(diagram);
  }

  @Test
  void the_documents_show_every_diagram_and_table_as_it_is() throws IOException {
    Map<Path, String> pictures = pictures();
    for (Map.Entry<Path, String> picture : pictures.entrySet()) {
      assertThat(picture.getKey()).as(HOW).exists();
      assertThat(Files.readString(picture.getKey()).equals(picture.getValue()))
          .as(picture.getKey() + "：" + HOW)
          .isTrue();
    }
    try (Stream<Path> kept = Files.list(PICTURES)) {
      assertThat(kept).as("多余的图").containsExactlyInAnyOrderElementsOf(pictures.keySet());
    }
    String handbook = Files.readString(Path.of("docs", "designer.md"));
    pictures
        .keySet()
        .forEach(picture -> assertThat(handbook).contains("pictures/" + picture.getFileName()));
  }

  private static String noted(Path diagram) throws IOException {
    String xml = Files.readString(diagram);
    return NotedDiagram.of(xml, DrawnClocks.notes(diagram.getFileName().toString(), xml));
  }

  private static Map<Path, String> pictures() throws IOException {
    Map<Path, String> pictures = new LinkedHashMap<>();
    for (Path diagram : files(".bpmn")) {
      pictures.put(picture(diagram), DiagramPicture.of(Drawing.of(diagram)));
    }
    for (Path table : files(".dmn")) {
      pictures.put(picture(table), TablePicture.of(Files.readString(table)));
    }
    return pictures;
  }

  private static Path picture(Path model) {
    return PICTURES.resolve(model.getFileName().toString().replaceAll("\\.\\w+$", ".svg"));
  }

  private static List<Path> files(String ending) throws IOException {
    try (Stream<Path> all = Files.list(PROCESSES)) {
      return all.filter(file -> file.toString().endsWith(ending)).sorted().toList();
    }
  }
}
