package rectify.whole;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import rectify.identity.Visitor;

/** The guides and what they rest on, read and changed in a browser. */
@WholeSystem
class GuidePagesIT {

  private static final String SHEET =
      """
      条目,部位,检查内容,检查方法,依据,重大隐患条款,适用特征,类别,处置提示,核对方式,复核日期
      01,车辆,出租车灭火器有效、放在够得着的地方,打开后备箱看压力表,%s,,,两者,,%s,2027-11-30
      """;

  @LocalServerPort private int port;

  @Test
  void the_city_office_sees_what_a_file_changes_before_it_saves_it() {
    Visitor office = new Visitor(port).loggedIn("cityoffice");
    String good = SHEET.formatted("制度要求（市级默认，可修改）", "市级默认");

    assertThat(office.get("/city/guides").body()).contains("制鞋企业监督检查指引", "导入本市修改的指引");
    assertThat(send(office, "preview", good).body()).contains("尚未保存", "增加1条，修改0条，删去0条");
    assertThat(office.get("/city/guides/0605").statusCode()).isEqualTo(404);
    assertThat(send(office, "store", good).body()).contains("已保存", "已导入为第 1 版");
    assertThat(office.get("/city/guides/0605").body())
        .contains("出租汽车企业检查指引", "出租车灭火器有效", "制度要求（市级默认，可修改）");
  }

  @Test
  void a_file_that_cites_what_is_not_in_the_register_is_shown_its_faults() {
    Visitor office = new Visitor(port).loggedIn("cityoffice");

    assertThat(send(office, "store", SHEET.formatted("《没有登记的标准》", "记忆")).body())
        .contains("没有保存任何内容", "不在依据目录中");
    assertThat(send(new Visitor(port).loggedIn("jjoffice"), "preview", SHEET).statusCode())
        .isEqualTo(403);
  }

  @Test
  void what_could_not_be_read_and_what_cites_a_document_is_on_the_screen() {
    Visitor office = new Visitor(port).loggedIn("cityoffice");

    assertThat(office.get("/city/standards?state=gap").body())
        .contains("重大火灾隐患判定规则", "没有读到条文", "25项只读到第三条");
    assertThat(
            office
                .get(
                    "/city/standards/citing?name=%E3%80%8A%E4%B8%AD%E5%8D%8E%E4%BA%BA%E6%B0%91%E5%85%B1%E5%92%8C%E5%9B%BD%E6%B6%88%E9%98%B2%E6%B3%95%E3%80%8B")
                .body())
        .contains("修改、废止它会触及", "第二十八条");
    assertThat(office.get("/city/guides/visit-0414").body()).contains("可以：责令", "未对照原文");
  }

  private static HttpResponse<String> send(Visitor visitor, String doing, String sheet) {
    visitor.get("/city/guides");
    return visitor.upload(
        "/city/guides",
        Map.of(
            "_csrf",
            visitor.cookie("RECTIFY-XSRF-TOKEN"),
            "code",
            "0605",
            "name",
            "出租汽车企业检查指引",
            "doing",
            doing),
        "a.csv",
        sheet.getBytes(StandardCharsets.UTF_8));
  }
}
