package rectify.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import rectify.document.DocumentsFixture;
import rectify.document.Pdfs;

class PrinterTest {

  private static final LocalDateTime AT = LocalDateTime.of(2026, 3, 2, 9, 30);
  private static final String TOKEN = "AAAAAAAAAAAAAAAAAAAAAA";

  private final Printer printer = new Printer("https://rectify.example/");

  @ParameterizedTest
  @EnumSource
  void every_kind_is_printed_with_its_title_number_and_date_in_embedded_fonts(DocumentKind kind)
      throws IOException {
    byte[] pdf = printed(document(kind, DocumentsFixture.sheet()));

    assertThat(Pdfs.text(pdf))
        .contains(kind.title(), "（晋）" + kind.word() + "〔2026〕12号", "晋江市应急管理局", "2026年3月2日")
        .contains("第 1 页", "共 1 页");
    assertThat(fontsOf(pdf)).isNotEmpty().allMatch(PDFont::isEmbedded);
    assertThat(pdf.length).isLessThan(300_000);
  }

  @Test
  void the_same_edition_gives_the_same_bytes() {
    Document document = document(DocumentKind.RECTIFICATION_ORDER, DocumentsFixture.sheet());

    assertThat(printed(document)).isEqualTo(printed(document));
  }

  @Test
  void a_rare_character_is_printed_and_one_no_font_has_is_seen_to_be_missing() throws IOException {
    Sheet sheet =
        Sheet.by("晋江市应急管理局", "𠮷祥")
            .field("名称", "𠮷祥㛃鿍䶮<b>&\"{{copies}}😀\u0007\tZ\n第二行")
            .copies("一式二份");

    String text = Pdfs.text(printed(document(DocumentKind.INSPECTION_RECORD, sheet)));

    assertThat(text).contains("𠮷祥㛃鿍䶮<b>&\"{{copies}}〓（U+1F600） Z", "第二行");
    assertThat(fontsOf(printed(document(DocumentKind.INSPECTION_RECORD, sheet))))
        .anyMatch(font -> font.getName().contains("RareSerif"));
  }

  @Test
  void a_long_document_runs_over_several_pages_that_count_themselves() throws IOException {
    Sheet.Writer sheet = Sheet.by("晋江市应急管理局", "演示");
    for (int i = 1; i <= 60; i++) {
      sheet.written(i + "．车间通道被占用，须立即清理并保持畅通，不得再次堆放物品。");
    }

    String text =
        Pdfs.text(printed(document(DocumentKind.RECTIFICATION_ORDER, sheet.copies("一式二份"))));

    assertThat(text).contains("第 2 页", "共 3 页", "60．车间通道");
  }

  @Test
  void the_code_leads_to_the_page_that_confirms_the_document() throws Exception {
    byte[] pdf = printed(document(DocumentKind.RECHECK_OPINION, DocumentsFixture.sheet()));

    assertThat(Pdfs.code(pdf)).isEqualTo("https://rectify.example/verify/" + TOKEN);
  }

  @Test
  void a_correction_shows_its_version_and_trace_and_the_old_one_says_that_it_is_replaced()
      throws IOException {
    Document document = document(DocumentKind.RECTIFICATION_ORDER, DocumentsFixture.sheet());
    Edition first = document.asIssued();
    Edition second =
        new Edition(
            1,
            2,
            DocumentsFixture.sheet().withText(0, "晋江市青阳街道").write(),
            "",
            TOKEN,
            "“单位地址”由“晋江市陈埭镇”更正为“晋江市青阳街道”。",
            "笔误",
            AT.plusDays(1),
            "jjemergency1",
            "陈某某");

    String now = Pdfs.text(printer.pdf(document, second, List.of(first, second)));
    String before = Pdfs.text(printer.pdf(document, first, List.of(first, second)));

    assertThat(now)
        .contains("〔2026〕12号（更正第2版）", "晋江市青阳街道", "更正记录", "更正理由：笔误（陈某某，2026年3月3日9时30分）")
        .doesNotContain("取代");
    assertThat(before).contains("本版已被更正第2版取代", "晋江市陈埭镇").doesNotContain("青阳", "更正记录");
  }

  private byte[] printed(Document document) {
    return printer.pdf(document, document.asIssued(), List.of(document.asIssued()));
  }

  private static Document document(DocumentKind kind, Sheet sheet) {
    return new Document(
        1,
        kind,
        "（晋）" + kind.word() + "〔2026〕12号",
        "晋",
        2026,
        12,
        1,
        1L,
        null,
        null,
        "dept350582emergency",
        "ent1",
        AT,
        "jjemergency1",
        sheet.write(),
        "0".repeat(64),
        TOKEN);
  }

  private static List<PDFont> fontsOf(byte[] pdf) throws IOException {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      List<PDFont> fonts = new ArrayList<>();
      for (PDPage page : document.getPages()) {
        for (COSName name : page.getResources().getFontNames()) {
          fonts.add(page.getResources().getFont(name));
        }
      }
      return fonts;
    }
  }
}
