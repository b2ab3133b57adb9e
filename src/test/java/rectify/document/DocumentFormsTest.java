package rectify.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.DefaultResourceLoader;
import rectify.paper.DocumentKind;

/** Who may order what, and how they call it, is data. */
class DocumentFormsTest {

  private static final String TOWNSHIP = "town350582103";

  @TempDir private Path catalog;

  @Test
  void a_township_without_a_delegation_advises_and_reports() throws IOException {
    DocumentForms forms = forms("");
    DocumentForm order = forms.of(DocumentKind.RECTIFICATION_ORDER, TOWNSHIP, "0414");

    assertThat(forms.mayOrder(TOWNSHIP)).isFalse();
    assertThat(order.title()).isEqualTo("限期整改意见书");
    assertThat(order.demand()).isEqualTo("要求");
    assertThat(order.basis()).contains("第九条").doesNotContain("第六十五条");
    assertThat(order.review()).isEqualTo(DocumentForm.Review.NONE);
    assertThat(order.copies("一式二份。")).isEqualTo("一式二份。文书名称和文号字为本市自拟。");
  }

  @Test
  void a_township_orders_while_its_delegation_holds() throws IOException {
    DocumentForms forms = forms("350582103,晋政文〔2026〕9号,2026-01-01,2026-12-31\n");

    assertThat(forms.mayOrder(TOWNSHIP)).isTrue();
    assertThat(forms.of(DocumentKind.RECTIFICATION_ORDER, TOWNSHIP, "0414"))
        .extracting(DocumentForm::title, DocumentForm::demand)
        .containsExactly("责令限期整改指令书", "责令");
    assertThat(forms.mayOrder("town350582104")).isFalse();
    assertThat(forms("350582103,晋政文〔2026〕9号,2026-01-01,2026-03-31\n").mayOrder(TOWNSHIP)).isFalse();
  }

  @Test
  void each_authority_calls_its_order_by_its_own_name_and_law() throws IOException {
    DocumentForms forms = forms("");

    assertThat(order(forms, "dept350582emergency", "0414").title()).isEqualTo("责令限期整改指令书");
    assertThat(order(forms, "dept350582market", "0904").title()).isEqualTo("特种设备安全监察指令书");
    assertThat(order(forms, "dept350582market", "0904").basis()).contains("特种设备安全法");
    assertThat(order(forms, "dept350582market", "0803").title()).isEqualTo("责令限期整改通知书");
    assertThat(order(forms, "dept350582fire", "1001").title()).isEqualTo("责令限期改正通知书");
    assertThat(order(forms, "dept350582fire", "1001").basis()).contains("消防法");
    assertThat(order(forms, "dept350582education", "1005").word()).isEqualTo("安改");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "town350582103",
        "dept350582emergency",
        "dept350582market",
        "dept350582fire",
        "dept350582housing",
        "dept350500postal",
        "dept350500maritime",
        "dept350582forestry"
      })
  void every_authority_has_a_form_of_every_paper_of_a_visit(String group) throws IOException {
    DocumentForms forms = forms("");

    assertThat(
            Arrays.stream(DocumentKind.values())
                .filter(kind -> kind.family() == DocumentKind.Family.ENFORCEMENT)
                .map(kind -> forms.of(kind, group, "0904")))
        .hasSize(5)
        .allMatch(form -> form.basis().startsWith("《"));
  }

  @Test
  void the_court_of_a_county_is_named_and_of_a_zone_left_to_the_law() throws IOException {
    DocumentForms forms = forms("");

    assertThat(forms.court("350582")).isEqualTo("晋江市人民法院");
    assertThat(forms.court("350592")).isEqualTo("有管辖权的人民法院");
  }

  private static DocumentForm order(DocumentForms forms, String group, String trade) {
    return forms.of(DocumentKind.RECTIFICATION_ORDER, group, trade);
  }

  /** The shipped files, with these delegations. */
  private DocumentForms forms(String delegations) throws IOException {
    for (String file : new String[] {"document-forms.csv", "courts.csv"}) {
      Files.write(
          catalog.resolve(file), new ClassPathResource("catalog/" + file).getContentAsByteArray());
    }
    Files.writeString(
        catalog.resolve("delegations.csv"), "township_code,basis,from,to\n" + delegations);
    ZoneId china = ZoneId.of("Asia/Shanghai");
    return new DocumentForms(
        new DefaultResourceLoader(),
        catalog.toUri().toString(),
        Clock.fixed(LocalDate.of(2026, 11, 28).atStartOfDay(china).toInstant(), china));
  }
}
