package rectify.typed;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MailAddressTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "zhang@example.com",
        "zhang.san+1@mail.quanzhou.gov.cn",
        "12345678@qq.com",
        "a_b-c@xn--fiqs8s.cn",
        "O'Neil@example.org"
      })
  void an_address_mail_can_be_sent_to_is_taken(String address) {
    assertThat(MailAddress.problem(address)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "＠, 全角",
    "zhang＠example.com, 全角",
    "zhang@example。com, 全角",
    "ｚhang@example.com, 全角",
    "a@b;c@d, 只能填一个",
    "a@b.cn；c@d.cn, 只能填一个",
    "'a@b.cn,c@d.cn', 只能填一个",
    "a@b.cn、c@d.cn, 只能填一个",
    "zhang san@example.com, 只能填一个",
    "张三 <zhang@example.com>, 只能填一个",
    "zhang, 应有一个@",
    "zhang@li@example.com, 应有一个@",
    "张三@example.com, 英文字母",
    "@example.com, @前面",
    ".zhang@example.com, @前面",
    "zhang@, 完整的域名",
    "a@b, 完整的域名",
    "zhang@example, 完整的域名",
    "zhang@-example.com, 完整的域名",
    "zhang@example..com, 完整的域名",
  })
  void any_other_is_refused_with_the_reason(String address, String reason) {
    assertThat(MailAddress.problem(address).orElse("")).contains(address, reason, "例如");
  }
}
