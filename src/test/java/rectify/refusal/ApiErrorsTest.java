package rectify.refusal;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import java.time.LocalDate;
import java.util.Locale;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.servlet.i18n.FixedLocaleResolver;

class ApiErrorsTest {

  private final MockMvc mvc =
      MockMvcBuilders.standaloneSetup(new Door())
          .setControllerAdvice(new ApiErrors())
          .setLocaleResolver(new FixedLocaleResolver(Locale.SIMPLIFIED_CHINESE))
          .build();

  @ParameterizedTest
  @CsvSource({
    "INVALID, 400",
    "NOT_FOUND, 404",
    "FORBIDDEN, 403",
    "CONFLICT, 409",
    "TOO_MANY, 429",
    "BUSY, 503"
  })
  void a_refusal_answers_with_its_kind_and_its_own_words(String kind, int expected)
      throws Exception {
    mvc.perform(get("/api/door/refuse/" + kind))
        .andExpect(status().is(expected))
        .andExpect(content().contentType(MediaType.APPLICATION_PROBLEM_JSON))
        .andExpect(jsonPath("$.detail").value("请改正。"))
        .andExpect(jsonPath("$.instance").value("/api/door/refuse/" + kind));
  }

  @Test
  void a_refusal_deep_inside_the_engine_is_still_a_refusal() throws Exception {
    mvc.perform(get("/api/door/deep"))
        .andExpect(status().isConflict())
        .andExpect(jsonPath("$.detail").value("已经销号。"));
  }

  @Test
  void what_the_engine_forbids_is_forbidden_without_its_english_sentence() throws Exception {
    mvc.perform(get("/api/door/forbidden"))
        .andExpect(status().isForbidden())
        .andExpect(jsonPath("$.detail").value(containsString("没有权限")));
  }

  @Test
  void every_wrong_field_is_named_with_its_reason() throws Exception {
    post("{\"name\": \"\"}")
        .andExpect(status().isBadRequest())
        .andExpect(jsonPath("$.errors[0].field").value("name"))
        .andExpect(jsonPath("$.errors[0].reason").value("不能为空"))
        .andExpect(jsonPath("$.detail").value(containsString("name：不能为空")));
  }

  @Test
  void a_field_of_the_wrong_type_is_named() throws Exception {
    post("{\"name\": \"x\", \"day\": \"tomorrow\"}")
        .andExpect(status().isBadRequest())
        .andExpect(jsonPath("$.errors[0].field").value("day"));
  }

  @Test
  void broken_json_is_called_so() throws Exception {
    post("{")
        .andExpect(status().isBadRequest())
        .andExpect(jsonPath("$.detail").value(containsString("不是有效的 JSON")));
  }

  @Test
  void a_parameter_that_is_missing_or_of_the_wrong_type_is_named() throws Exception {
    mvc.perform(get("/api/door/page"))
        .andExpect(status().isBadRequest())
        .andExpect(jsonPath("$.errors[0].field").value("number"))
        .andExpect(jsonPath("$.errors[0].reason").value("不能缺少"));
    mvc.perform(get("/api/door/page?number=one"))
        .andExpect(status().isBadRequest())
        .andExpect(jsonPath("$.errors[0].reason").value("格式不正确"));
  }

  @Test
  void the_wrong_method_or_content_type_is_the_callers_fault() throws Exception {
    mvc.perform(get("/api/door")).andExpect(status().isMethodNotAllowed());
    mvc.perform(
            MockMvcRequestBuilders.post("/api/door").contentType(MediaType.TEXT_PLAIN).content("x"))
        .andExpect(status().isUnsupportedMediaType())
        .andExpect(jsonPath("$.detail").value(containsString("内容类型")));
  }

  @Test
  void an_upload_that_is_too_large_says_how_large_it_may_be() throws Exception {
    mvc.perform(get("/api/door/large"))
        .andExpect(status().isPayloadTooLarge())
        .andExpect(jsonPath("$.detail").value(containsString("20MB")));
  }

  @Test
  void a_failure_of_ours_tells_a_reference_and_nothing_else() throws Exception {
    mvc.perform(get("/api/door/broken"))
        .andExpect(status().isInternalServerError())
        .andExpect(jsonPath("$.reference").isNotEmpty())
        .andExpect(content().string(not(containsString("secret"))));
  }

  private ResultActions post(String json) throws Exception {
    return mvc.perform(
        MockMvcRequestBuilders.post("/api/door")
            .contentType(MediaType.APPLICATION_JSON)
            .content(json));
  }

  record Thing(@NotBlank String name, LocalDate day) {}

  @RestController
  @RequestMapping("/api/door")
  static class Door {

    @PostMapping
    void take(@Valid @RequestBody Thing thing) {}

    @GetMapping("/page")
    int page(@RequestParam int number) {
      return number;
    }

    @GetMapping("/refuse/{kind}")
    void refuse(@PathVariable Refusal.Kind kind) {
      throw new Refusal(kind, "请改正。");
    }

    @GetMapping("/deep")
    void deep() {
      throw new ProcessEngineException("wrapped", Refusal.conflict("已经销号。"));
    }

    @GetMapping("/forbidden")
    void forbidden() {
      throw new AuthorizationException("The user may not do this");
    }

    @GetMapping("/large")
    void large() {
      throw new MaxUploadSizeExceededException(20);
    }

    @GetMapping("/broken")
    void broken() {
      throw new IllegalStateException("secret");
    }
  }
}
