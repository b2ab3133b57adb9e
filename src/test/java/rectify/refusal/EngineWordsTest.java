package rectify.refusal;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.sql.SQLSyntaxErrorException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is said instead of the engine's own sentences. */
class EngineWordsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "404 | InvalidRequestException | Task with id 'x' does not exist | 404 | 不存在",
        "404 | NotFoundException | HTTP 404 Not Found | 404 | 不存在",
        "405 | NotAllowedException | HTTP 405 Method Not Allowed | 405 | 不支持该请求方法",
        "415 | NotSupportedException | HTTP 415 Unsupported Media Type | 415 | 内容类型",
        "400 | InvalidRequestException | Cannot set query parameter 'maxResults' to value 'x' | 400 | “maxResults”的值不对",
        "403 | AuthorizationException | The user with id 'a' does not have 'READ' permission | 403 | 没有权限",
        "500 | ProcessEngineException | The user with id 'a' does not have one of the following permissions: 'READ' | 403 | 没有权限",
        "500 | OptimisticLockingException | ENGINE-03005 Execution of 'UPDATE' failed | 409 | 刚刚被他人修改",
        "500 | NullValueException | Cannot find task with id x: task is null | 404 | 不存在",
        "500 | NullValueException | userId is null | 400 | 不完整",
        "500 | ProcessEngineException | SPIN/DOM-XML-01009 Unable to parse input | 400 | 不完整",
        "400 | RestException | Cannot parse org.camunda.bpm.engine.rest.dto.task.TaskDto | 400 | 不完整",
      })
  void a_refusal_is_told_in_chinese(
      int status, String type, String message, int told, String words) {
    EngineWords.Said said = EngineWords.of(status, type, message, null);

    assertThat(said.status()).isEqualTo(told);
    assertThat(said.message()).contains(words).doesNotContain(message);
  }

  @Test
  void what_is_chinese_already_stays() {
    assertThat(EngineWords.of(400, "RefusedByRule", "请填写“结论”。", null).message())
        .isEqualTo("请填写“结论”。");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "NullPointerException | Cannot invoke \"rectify.hazard.Hazard.id()\" because \"hazard\" is null",
        "ProcessEngineException | The SQL parameter 'x' of our mapper is unknown",
      })
  void a_failure_of_our_own_steps_is_not_called_the_requests(String type, String message) {
    assertThat(EngineWords.of(500, type, message, new IllegalStateException())).isNull();
  }

  @Test
  void a_query_the_engine_puts_badly_is_to_be_put_another_way_but_a_lost_table_is_our_failure() {
    String words = "An exception occurred in the persistence layer.";
    SQLException badlyPut = new SQLSyntaxErrorException("near '('", "42000", 1064);
    SQLException lost = new SQLSyntaxErrorException("no such table", "42S02", 1146);

    assertThat(
            EngineWords.of(500, "ProcessEnginePersistenceException", words, new Exception(badlyPut))
                .message())
        .contains("查询条件");
    assertThat(EngineWords.of(500, "ProcessEnginePersistenceException", words, new Exception(lost)))
        .isNull();
  }

  @Test
  void a_text_longer_than_the_engines_column_is_to_be_shortened_but_one_of_ours_is_our_failure() {
    String words = "An exception occurred in the persistence layer.";
    Exception cut = new Exception(new SQLException("Data too long for column", "22001", 1406));

    assertThat(EngineWords.of(500, "ProcessEnginePersistenceException", words, cut).message())
        .contains("过长");
    assertThat(EngineWords.of(500, "DataIntegrityViolationException", words, cut)).isNull();
  }
}
