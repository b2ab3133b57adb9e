package rectify.refusal;

import java.sql.SQLException;
import java.sql.SQLSyntaxErrorException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the engine's doors say of a request they refuse, in Chinese and in one place. The engine's
 * own sentences are English, name its classes and statements, and call many faults of a request
 * failures of its own.
 */
final class EngineWords {

  /**
   * An answer to a request.
   *
   * @param status as told to whoever asked
   * @param message Chinese, says what to do
   */
  record Said(int status, String message) {}

  private record Rule(Pattern of, int status, String message) {

    Rule(String of, int status, String message) {
      this(Pattern.compile(of, Pattern.DOTALL), status, message);
    }
  }

  private static final String INCOMPLETE = "请求内容不完整或格式不对，请核对接口说明后重试。";
  private static final String MAY_NOT = "您没有权限进行这项操作；如确有需要，请联系管理员。";
  private static final String GONE = "请求的内容不存在，或已被他人处理，请刷新后重试。";
  private static final String VALUE = "“%s”的值不对，请核对接口说明后重试。";

  /** The first that matches "type message" counts; a group in it is the name of what is wrong. */
  private static final List<Rule> RULES =
      List.of(
          new Rule("^AuthorizationException|does not have |authenticated user", 403, MAY_NOT),
          new Rule("^OptimisticLocking|OptimisticLockingException", 409, "这项内容刚刚被他人修改，请刷新后重试。"),
          new Rule("^NullValueException [Cc]annot find", 404, GONE),
          new Rule(
              "^(InvalidRequest|Rest)Exception .*parameter '(?<name>[\\w.-]{1,60})'", 400, VALUE),
          new Rule("^(NotValid|NullValue|BadUserRequest|QueryMaxResults)\\w*", 400, INCOMPLETE),
          // a value that is none of its type, such as a piece of XML
          new Rule("^\\w* ?(UTILS|SPIN)[-/A-Z]*-[0-9]+", 400, INCOMPLETE),
          new Rule("ENGINE-03076", 409, "部署中的流程还有案件在办，不能删除；请等案件办结。"),
          new Rule("ENGINE-03025|^ProcessEngineException Invalid query usage", 400, INCOMPLETE),
          new Rule("not a valid resource identifier", 400, "编号含有不允许的字符，请只用字母和数字。"),
          // by the server's REST library alone, which finds no way to write the answer
          new Rule("^InternalServerErrorException HTTP 500", 406, byStatus(406)));

  /** Names of classes. */
  private static final Pattern INSIDES =
      Pattern.compile(
          "\\b(org\\.camunda|java\\.|javax\\.|jakarta\\.|com\\.fasterxml)[.a-z]*\\.[A-Z]");

  private static final Set<String> READING =
      Set.of(
          "NullPointerException",
          "StringIndexOutOfBoundsException",
          "IllegalArgumentException",
          "NumberFormatException",
          "ClassCastException",
          "InvalidRequestException",
          "ProcessEngineException",
          "RestException");

  private static final Pattern IS_GONE =
      Pattern.compile(
          "[Cc]annot find |found with id|not found|n't exist|list of executions is empty");

  private static final Pattern TAKES_COMMANDS =
      Pattern.compile(
          "^org\\.camunda\\.bpm\\.engine\\.(rest\\.|impl\\.cmd\\.|impl\\.oplog\\.|impl\\.persistence\\.deploy\\.|impl\\.\\w*(Query|Builder|ServiceImpl))");

  /** Of MySQL and H2; a table that is not there has another number, and is our failure. */
  private static final Set<Integer> UNREADABLE = Set.of(1064, 42000, 42001);

  /** The standard's state for text that is longer than its column. */
  private static final String TOO_LONG = "22001";

  private static final Pattern CHINESE = Pattern.compile("\\p{IsHan}{2}");

  private EngineWords() {}

  /**
   * What to say instead; null if the engine failed and the request is not to blame.
   *
   * @param type the engine's short word for it
   * @param command what the engine's command failed with; null if none did
   */
  static Said of(int status, String type, String message, Throwable command) {
    if (status < 500 && CHINESE.matcher(message).find() && !INSIDES.matcher(message).find()) {
      return new Said(status, message);
    }
    for (Rule rule : RULES) {
      Matcher matcher = rule.of().matcher(type + " " + message);
      if (matcher.find()) {
        String name = rule.message().equals(VALUE) ? matcher.group("name") : "";
        // a 4xx of the engine's is believed
        return new Said(status < 500 ? status : rule.status(), rule.message().formatted(name));
      }
    }
    if (status < 500) {
      return new Said(status, byStatus(status));
    }
    if (isBadlyPut(command)) {
      return new Said(400, "这些查询条件不能一起使用，请减少条件后重试。");
    }
    if (isTooLong(type, command)) {
      return new Said(400, "有一项内容过长，请缩短后重试。");
    }
    if (!isOfRequest(type, command)) {
      return null;
    }
    return IS_GONE.matcher(message).find() ? new Said(404, GONE) : new Said(400, INCOMPLETE);
  }

  /**
   * What fails before any command was begun fails at reading the request; what fails in the code
   * that takes a command in, at its parameters. Our own steps stand below both.
   */
  private static boolean isOfRequest(String type, Throwable command) {
    if (command == null) {
      return READING.contains(type);
    }
    Throwable first = rootOf(command);
    return Arrays.stream(first.getStackTrace())
        .map(StackTraceElement::getClassName)
        .filter(name -> !name.matches("(java|jdk)\\..*") && !name.matches(".*(EnsureUtil|Logger)"))
        .findFirst()
        .filter(name -> TAKES_COMMANDS.matcher(name).find())
        .isPresent();
  }

  /** The engine forgets a word between some conditions of its queries, such as two lists of ids. */
  private static boolean isBadlyPut(Throwable command) {
    return command != null
        && rootOf(command) instanceof SQLSyntaxErrorException broken
        && UNREADABLE.contains(broken.getErrorCode());
  }

  /**
   * The engine does not count what it writes into its own tables; what is ours is counted by us.
   */
  private static boolean isTooLong(String type, Throwable command) {
    return command != null
        && type.equals("ProcessEnginePersistenceException")
        && rootOf(command) instanceof SQLException cut
        && TOO_LONG.equals(cut.getSQLState());
  }

  private static Throwable rootOf(Throwable failure) {
    Throwable first = failure;
    for (int depth = 0; first.getCause() != null && depth < 20; depth++) {
      first = first.getCause();
    }
    return first;
  }

  /** What a status means where nothing else is known. */
  static String byStatus(int status) {
    return switch (status) {
      case 401 -> "您尚未登录或登录已过期，请先登录。";
      case 403 -> MAY_NOT;
      case 404 -> GONE;
      case 405 -> "这个地址不支持该请求方法，请核对接口说明。";
      case 406 -> "无法按所要求的格式返回结果，请改用 application/json。";
      case 409 -> "这项内容刚刚被他人修改，请刷新后重试。";
      case 413 -> "请求内容过大，请减少后重试。";
      case 415 -> "不支持这种内容类型，请改用接口说明中的类型。";
      default -> status < 500 ? INCOMPLETE : "系统出现故障，请稍后重试。";
    };
  }
}
