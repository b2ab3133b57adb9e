package rectify.page;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** What a page of the engine says before its scripts have come. */
class FirstWordsTest {

  private static final PageFiles FILES = new PageFiles(new FileVersions(), new TasklistParts());

  private static final String PAGE =
      """
      <!DOCTYPE html>
      <html lang="en">
      <head><title>Camunda Tasklist</title><script defer src="/camunda/lib/deps.js?bust=7" nonce="n1"></script>
      <link rel="stylesheet" href="/camunda/app/tasklist/styles/user-styles.css?bust=7"></head>
      <body><div class="app-splash"><div>
        <div class="spinner spinner-big"></div>
      </div></div></body></html>
      """;

  @Test
  void a_page_says_in_chinese_what_is_being_opened() throws Exception {
    String page = ask("/camunda/app/tasklist/default/", PAGE);

    assertThat(page)
        .contains("<html lang=\"zh-CN\"")
        .contains("<title>任务办理 - 隐患整改案件管理系统</title>")
        .contains("role=\"status\">正在打开任务办理")
        .doesNotContain("Camunda Tasklist");
  }

  @Test
  void a_file_that_does_not_come_is_noticed_by_a_script_the_policy_allows() throws Exception {
    assertThat(ask("/camunda/app/tasklist/default/", PAGE))
        .containsPattern(
            "<script nonce=\"n1\" src=\"/kept/[0-9a-f]{16}/rectify/first-words.js\"></script>");
  }

  @Test
  void what_a_page_is_made_of_is_asked_for_by_its_version_and_side_by_side() throws Exception {
    String page = ask("/camunda/app/tasklist/default/", PAGE);

    assertThat(page)
        .containsPattern(
            "<script defer nonce=\"n1\" src=\"/kept/[0-9a-f]{16}/rectify/late-modules.js\" data-parts="
                + "\"/kept/[0-9a-f]{16}/parts/\"></script>"
                + "<script defer src=\"/kept/[0-9a-f]{16}/parts/first.js\"")
        .containsPattern("href=\"/kept/[0-9a-f]{16}/together/tasklist.css\"")
        .containsPattern(
            "modulepreload\" nonce=\"n1\" href=\"/kept/[0-9a-f]{16}/together/tasklist.js\\?bust=7")
        .containsPattern("data-scripts=\"../../../kept/[0-9a-f]{16}/together/tasklist\"")
        .doesNotContain("bust=7\" nonce");
  }

  @Test
  void other_applications_are_sent_the_whole_of_the_engines_bundle() throws Exception {
    assertThat(ask("/camunda/app/cockpit/default/", PAGE.replace("Tasklist", "Cockpit")))
        .containsPattern("src=\"/kept/7[.0-9]+/camunda/lib/deps.js\"")
        .containsPattern("href=\"/kept/[0-9a-f]{16}/together/cockpit.css\"")
        .doesNotContain("late-modules", "/parts/");
  }

  @Test
  void what_is_no_page_of_the_engine_is_left_as_it_is() throws Exception {
    assertThat(ask("/camunda/app/tasklist/scripts/config.js", PAGE)).isEqualTo(PAGE);
    assertThat(ask("/camunda/app/nothing/default/", PAGE)).isEqualTo(PAGE);
  }

  @Test
  void an_answer_that_is_none_of_them_passes_unchanged() throws Exception {
    assertThat(ask("/camunda/app/tasklist/default/", "没有权限")).isEqualTo("没有权限");
  }

  private static String ask(String path, String body) throws Exception {
    MockHttpServletResponse response = new MockHttpServletResponse();
    new FirstWords(FILES)
        .doFilter(
            new MockHttpServletRequest("GET", path),
            response,
            (request, answer) -> answer.getOutputStream().write(body.getBytes(UTF_8)));
    return response.getContentAsString(UTF_8);
  }
}
