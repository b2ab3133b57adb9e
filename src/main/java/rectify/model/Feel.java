package rectify.model;

import camundajar.impl.scala.Product;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.feel.api.FeelEngineApi;
import org.camunda.feel.api.FeelEngineBuilder;
import org.camunda.feel.api.ParseResult;
import org.camunda.feel.syntaxtree.ConstString;
import org.camunda.feel.syntaxtree.FunctionInvocation;
import org.camunda.feel.syntaxtree.Ref;

/**
 * One FEEL text, read as the engine reads it. What a table or a form may write of FEEL is a list:
 * values, names, comparisons, ranges, plain arithmetic and a few functions. Loops, definitions of
 * functions, calls of anything's methods and filters are not on it.
 *
 * @param names the variables it reads
 * @param texts the texts it compares with or answers
 * @param problem what is wrong, in Chinese, to follow the place; null if nothing is
 */
public record Feel(Set<String> names, Set<String> texts, String problem) {

  private static final int MAX_LENGTH = 1000;
  private static final int MAX_NESTING = 8;

  private static final Set<String> ALLOWED =
      Set.of(
          "ConstNull",
          "ConstBool",
          "ConstNumber",
          "ConstString",
          "ConstDate",
          "ConstList",
          "ConstRange",
          "ConstInputValue",
          "ClosedConstRangeBoundary",
          "OpenConstRangeBoundary",
          "Ref",
          "Equal",
          "LessThan",
          "LessOrEqual",
          "GreaterThan",
          "GreaterOrEqual",
          "In",
          "If",
          "Not",
          "Conjunction",
          "Disjunction",
          "AtLeastOne",
          "UnaryTestExpression",
          "InputEqualTo",
          "InputLessThan",
          "InputLessOrEqual",
          "InputGreaterThan",
          "InputGreaterOrEqual",
          "InputInRange",
          "Addition",
          "Subtraction",
          "Multiplication",
          "Division",
          "ArithmeticNegation",
          "FunctionInvocation",
          "PositionalFunctionParameters");

  /** What a table or form may call. */
  static final Set<String> FUNCTIONS =
      new TreeSet<>(
          Set.of(
              "not",
              "contains",
              "starts with",
              "ends with",
              "string length",
              "list contains",
              "count",
              "is defined",
              "date"));

  private static final FeelEngineApi READER =
      FeelEngineBuilder.forJava().withEnabledExternalFunctions(false).build();

  private static final Pattern STRING = Pattern.compile("\"(\\\\.|[^\"\\\\])*\"");
  private static final Pattern FULL_WIDTH =
      Pattern.compile("[“”‘’＂＇「」『』，。；：？！（）【】《》＝＜＞≤≥≠－＋×÷０-９Ａ-Ｚａ-ｚ　]");
  private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}&&[^\\t\\r\\n]]");

  /** Reads a condition or an answer. */
  public static Feel expression(String text) {
    return read(text, false);
  }

  /** Reads the tests of an input cell. */
  public static Feel tests(String text) {
    return read(text, true);
  }

  public boolean sound() {
    return problem == null;
  }

  private static Feel read(String text, boolean tests) {
    String look = look(text);
    if (look != null) {
      return wrong(look);
    }
    ParseResult parsed = tests ? READER.parseUnaryTests(text) : READER.parseExpression(text);
    if (parsed.isFailure()) {
      return wrong("写法有误，请检查引号、括号和运算符；文字须放在英文双引号里");
    }
    Set<String> names = new HashSet<>();
    Set<String> texts = new HashSet<>();
    String problem = walk(parsed.parsedExpression().expression(), names, texts);
    return new Feel(names, texts, problem);
  }

  private static Feel wrong(String problem) {
    return new Feel(Set.of(), Set.of(), problem);
  }

  /** What can be said before it is parsed, and keeps the parser from what would exhaust it. */
  private static String look(String text) {
    if (text.length() > MAX_LENGTH) {
      return "过长，最多" + MAX_LENGTH + "个字符";
    }
    if (CONTROL.matcher(text).find()) {
      return "含有看不见的控制字符，请删除后重新输入";
    }
    String bare = STRING.matcher(text).replaceAll("\"\"");
    Matcher wide = FULL_WIDTH.matcher(bare);
    if (wide.find()) {
      return "含有全角符号“" + wide.group() + "”，请改用英文半角符号，文字放在英文双引号里";
    }
    if (bare.contains("//") || bare.contains("/*")) {
      return "不得写注释，请把说明写在描述里";
    }
    int open = 0;
    for (char one : bare.toCharArray()) {
      open += "([{".indexOf(one) >= 0 ? 1 : ")]}".indexOf(one) >= 0 ? -1 : 0;
      if (open > MAX_NESTING) {
        return "括号嵌套过深，最多" + MAX_NESTING + "层";
      }
    }
    return null;
  }

  private static String walk(Object node, Set<String> names, Set<String> texts) {
    if (node instanceof camundajar.impl.scala.collection.Iterable<?> list) {
      return walkAll(list.iterator(), names, texts);
    }
    if (!(node instanceof Product product) || !isSyntax(node)) {
      return null;
    }
    String kind = node.getClass().getSimpleName().replace("$", "");
    if (!ALLOWED.contains(kind)) {
      return "用了不允许的写法，只能用值、变量名、比较、区间、and/or/not和四则运算";
    }
    if (node instanceof Ref ref) {
      names.add(ref.names().mkString("."));
      return null;
    }
    if (node instanceof ConstString constant) {
      texts.add(constant.value());
    }
    if (node instanceof FunctionInvocation call && !FUNCTIONS.contains(call.function())) {
      return "不得使用函数" + call.function() + "()，可用的函数有：" + String.join("、", FUNCTIONS);
    }
    return walkAll(product.productIterator(), names, texts);
  }

  private static String walkAll(
      camundajar.impl.scala.collection.Iterator<?> children, Set<String> names, Set<String> texts) {
    String problem = null;
    while (children.hasNext()) {
      String found = walk(children.next(), names, texts);
      problem = problem == null ? found : problem;
    }
    return problem;
  }

  private static boolean isSyntax(Object node) {
    return node.getClass().getName().startsWith("org.camunda.feel.syntaxtree.");
  }
}
