package rectify.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import rectify.document.Pdfs;
import rectify.paper.Placard.Line;

class PlacardsTest {

  private static final Line GLUE = new Line("胶水", "胶水桶随用随盖<&{{title}}", "怎么查：逐处清点", "涉及重大隐患判定");

  private final Placards placards = new Placards(new Printer("https://rectify.example"));

  @Test
  void a_card_says_what_is_checked_and_its_code_opens_that_on_a_phone() throws Exception {
    byte[] pdf = placards.pdf("岗位卡片", List.of(card("刷胶工", 1)));

    assertThat(Pdfs.text(pdf))
        .contains("演示鞋厂", "岗位卡片", "刷胶工", "成型车间", "第1版")
        .contains("涉及重大隐患判定", "胶水桶随用随盖<&{{title}}", "怎么查：逐处清点", "手机扫码")
        .doesNotContain("结果", "检查人");
    assertThat(Pdfs.code(pdf)).isEqualTo("https://rectify.example/check/7");
  }

  @Test
  void a_register_has_room_for_results_and_its_head_on_every_page() throws IOException {
    List<Line> lines = IntStream.range(0, 60).mapToObj(i -> GLUE).toList();
    Placard register = new Placard("演示鞋厂", "车间表册", "成型车间", "第1版", lines, true, null);

    try (PDDocument pdf = Loader.loadPDF(placards.pdf("车间表册", List.of(register)))) {
      assertThat(pdf.getNumberOfPages()).isBetween(2, 6);
      PDFTextStripper second = new PDFTextStripper();
      second.setStartPage(2);
      second.setEndPage(2);
      assertThat(second.getText(pdf)).contains("检查内容", "结果", "第 2 页");
    }
    assertThat(Pdfs.text(placards.pdf("车间表册", List.of(register))))
        .contains("检查人：")
        .doesNotContain("手机扫码");
  }

  @Test
  void each_card_begins_a_page_and_one_without_items_says_so() throws IOException {
    byte[] pdf = placards.pdf("岗位卡片", List.of(card("刷胶工", 2), card("保安", 0), card("叉车工", 1)));

    try (PDDocument document = Loader.loadPDF(pdf)) {
      assertThat(document.getNumberOfPages()).isEqualTo(3);
    }
    assertThat(Pdfs.text(pdf)).contains("目前没有适用的条目。");
  }

  private static Placard card(String name, int lines) {
    return new Placard(
        "演示鞋厂",
        "岗位卡片",
        name,
        "成型车间　第1版",
        IntStream.range(0, lines).mapToObj(i -> GLUE).toList(),
        false,
        "https://rectify.example/check/7");
  }
}
