package rectify.typed;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Files as spreadsheets on Chinese computers write them. */
class SentTextTest {

  private static final String TEXT = "代码,名称\n0101,机械制造（𠮷野）\n";

  @Test
  void what_chinese_windows_writes_is_read_like_utf8_with_and_without_its_mark() {
    assertThat(SentText.of(TEXT.getBytes(StandardCharsets.UTF_8))).contains(TEXT);
    assertThat(SentText.of(("\uFEFF" + TEXT).getBytes(StandardCharsets.UTF_8))).contains(TEXT);
    assertThat(SentText.of(TEXT.getBytes(Charset.forName("GB18030")))).contains(TEXT);
    assertThat(SentText.of("晋江,陈埭".getBytes(Charset.forName("GBK")))).contains("晋江,陈埭");
  }

  @Test
  void what_is_neither_is_not_guessed() {
    assertThat(SentText.of(TEXT.getBytes(StandardCharsets.UTF_16))).isEmpty();
    assertThat(SentText.of(new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, 0})).isEmpty();
    assertThat(SentText.of(new byte[0])).contains("");
  }
}
