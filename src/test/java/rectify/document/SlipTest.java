package rectify.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import rectify.paper.DocumentKind;
import rectify.paper.Sheet.Block;
import rectify.paper.Sheet.Style;
import rectify.refusal.Refusal;

class SlipTest {

  @ParameterizedTest
  @EnumSource
  void no_fact_day_level_or_measure_is_on_the_list_of_any_document(DocumentKind kind) {
    for (String fact :
        new String[] {
          "隐患部位和情况",
          "隐患情况",
          "隐患部位",
          "隐患等级",
          "隐患等级和来源",
          "整改措施",
          "整改期限",
          "整改完成日期",
          "检查时间",
          "检查场所",
          "复查结论",
          "审批决定",
          "案件编号",
          "整改资金",
          "重大隐患判定依据",
          "二、采取的方法和措施",
          "五、治理的时限和要求"
        }) {
      assertThat(Slip.in(kind, new Block(Style.ROW, fact, "x", true))).as(kind + fact).isEmpty();
    }
    assertThat(Slip.in(kind, new Block(Style.TEXT, null, "1．车间：护栏松动", true))).isEmpty();
  }

  @Test
  void what_was_written_as_fixed_stays_fixed_whatever_its_label() {
    assertThat(Slip.in(DocumentKind.RECHECK_OPINION, new Block(Style.ROW, "复查意见", "已整改", false)))
        .isEmpty();
  }

  @Test
  void what_was_never_said_is_not_put_in_afterwards() {
    assertThat(Slip.in(DocumentKind.RECTIFICATION_REPORT, new Block(Style.ROW, "整改责任人", "无", true)))
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "现场查看了三个车间的配电箱和通道，护拦已加固，通道畅通，现场整洁, 现场查看了三个车间的配电箱和通道，护栏已加固，通道畅通，现场整洁",
    "请于月底前督促企业立即整该，并派人到场指导, 请于月底前督促企业立即整改，并派人到场指导"
  })
  void a_wrong_character_is_a_slip_of_the_pen(String issued, String corrected) {
    assertThatCode(() -> Slip.WORDING.check(issued, corrected)).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @CsvSource({
    "现场查看了三个车间的配电箱和通道，护栏已加固, 现场查看了两个车间的配电箱和通道，护栏已加固",
    "现场查看了三个车间的配电箱和通道，护栏已加固, 现场查看了三个车间的配电箱和通道，护栏未加固",
    "整改后复查合格，同意销号，请继续保持, 整改后复查不合格，同意销号，请继续保持",
    "请于2026年4月10日前办结并报告, 请于2026年4月20日前办结并报告",
    "请于２０２６年４月１０日前办结并报告, 请于２０２６年５月１０日前办结并报告"
  })
  void a_number_a_day_or_a_no_is_a_fact(String issued, String corrected) {
    assertThatThrownBy(() -> Slip.WORDING.check(issued, corrected))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("不能作为笔误更正");
  }

  @Test
  void a_text_is_not_rewritten_bit_by_bit() {
    String issued = "现场查看了配电箱和通道，护栏松动";
    assertThatThrownBy(() -> Slip.WORDING.check(issued, "现场询问了法定代表人，护栏松动"))
        .hasMessageContaining("最多改动3字");
  }

  @Test
  void a_name_is_corrected_in_one_character_and_never_becomes_another_person() {
    assertThatCode(() -> Slip.NAME.check("陈佳禾", "陈家禾")).doesNotThrowAnyException();
    assertThatThrownBy(() -> Slip.NAME.check("陈佳禾", "林建国")).hasMessageContaining("换人不是笔误");
  }

  @Test
  void an_address_is_put_right_and_not_exchanged() {
    assertThatCode(() -> Slip.ADDRESS.check("陈埭镇演示路664号", "陈埭镇演示路646号")).doesNotThrowAnyException();
    assertThatThrownBy(() -> Slip.ADDRESS.check("陈埭镇演示路664号", "池店镇工业园区创业大道东段12号3号楼"))
        .hasMessageContaining("换一处地址不是笔误");
  }

  @ParameterizedTest
  @ValueSource(strings = {"见附件", "0595", "13800000000；整改期限延长"})
  void a_phone_number_is_one(String typed) {
    assertThatThrownBy(() -> Slip.PHONE.check("13800000000", typed)).isInstanceOf(Refusal.class);
  }
}
