package rectify.engine;

import camundajar.impl.scala.util.Either;
import java.time.temporal.Temporal;
import java.time.temporal.TemporalAmount;
import java.util.Arrays;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.dmn.feel.impl.FeelEngineFactory;
import org.camunda.bpm.dmn.feel.impl.scala.ScalaFeelEngine;
import org.camunda.bpm.dmn.feel.impl.scala.function.CustomFunctionTransformer;
import org.camunda.bpm.engine.variable.context.VariableContext;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.camunda.feel.FeelEngine;
import org.camunda.feel.FeelEngineClock;
import org.camunda.feel.syntaxtree.ParsedExpression;
import org.camunda.feel.syntaxtree.Val;
import org.camunda.feel.syntaxtree.ValNull$;
import org.camunda.feel.valuemapper.CustomValueMapper;
import org.camunda.feel.valuemapper.JavaCustomValueMapper;
import org.camunda.feel.valuemapper.ValueMapper.CompositeValueMapper;
import org.camunda.spin.json.SpinJsonNode;
import rectify.refusal.Refusal;

/**
 * The engine's own FEEL, to which only values are handed: a Java object would bring its methods
 * along, and a table could call them. It parses an expression when it first meets it and not at
 * every evaluation, and answers the plainest cells of a table and conditions of a form itself: FEEL
 * took a quarter of a case's time. The texts are those of the deployed tables and forms, never of a
 * person's input, so their number is bounded.
 */
public final class FeelOnce extends ScalaFeelEngine {

  private static final Pattern TEXT = Pattern.compile("\\s*\"([^\"\\\\]*)\"\\s*");
  private static final Pattern TEXTS = Pattern.compile(TEXT + "(," + TEXT + ")*");
  private static final Pattern NAME = Pattern.compile("[a-zA-Z][a-zA-Z0-9]*");
  private static final Pattern COMPARISON =
      Pattern.compile("\\s*(" + NAME + ")\\s*(!?=)\\s*(?:\"([^\"\\\\]*)\"|(true|false))\\s*");

  /** Makes one for a decision engine. */
  public static FeelEngineFactory factory() {
    return FeelOnce::new;
  }

  /**
   * A decision engine that reads this FEEL and nothing else: a table that came before the gate, or
   * past it, runs no script and no expression of the process engine.
   */
  public static DefaultDmnEngineConfiguration decisions() {
    DefaultDmnEngineConfiguration decisions = new DefaultDmnEngineConfiguration();
    decisions.setFeelEngineFactory(factory());
    decisions.setScriptEngineResolver(language -> null);
    decisions.setElProvider(
        expression -> {
          throw new Refusal("判定表只能用FEEL表达式，请流程设计员改正后重新部署。");
        });
    return decisions;
  }

  private FeelOnce() {
    super(List.of());
  }

  /**
   * A text, or the name of a text or truth value, is what it is; a comparison of such a name with
   * such a value, or one or another of them, is plain too.
   */
  @Override
  @SuppressWarnings("unchecked")
  public <T> T evaluateSimpleExpression(String expression, VariableContext variables) {
    Matcher text = TEXT.matcher(expression);
    if (text.matches()) {
      return (T) text.group(1);
    }
    if (NAME.matcher(expression).matches()) {
      Object value = plain(variables, expression);
      if (value != null) {
        return (T) value;
      }
    }
    List<Boolean> compared =
        Arrays.stream(expression.split(" or ")).map(one -> compared(one, variables)).toList();
    if (!compared.contains(null)) {
      return (T) (Boolean) compared.contains(true);
    }
    return super.evaluateSimpleExpression(expression, variables);
  }

  /** A text fits a cell that lists it. */
  @Override
  public boolean evaluateSimpleUnaryTests(
      String tests, String inputName, VariableContext variables) {
    if (plain(variables, inputName) instanceof String input && TEXTS.matcher(tests).matches()) {
      return TEXT.matcher(tests).results().anyMatch(text -> text.group(1).equals(input));
    }
    return super.evaluateSimpleUnaryTests(tests, inputName, variables);
  }

  /** Whether a plain comparison holds; null if it is none. */
  private static Boolean compared(String expression, VariableContext variables) {
    Matcher comparison = COMPARISON.matcher(expression);
    if (!comparison.matches() || !variables.containsVariable(comparison.group(1))) {
      return null;
    }
    TypedValue variable = variables.resolve(comparison.group(1));
    Object value = variable == null ? null : variable.getValue();
    Object other =
        comparison.group(3) == null ? Boolean.valueOf(comparison.group(4)) : comparison.group(3);
    if (value != null && value.getClass() != other.getClass()) {
      return null;
    }
    return other.equals(value) == comparison.group(2).equals("=");
  }

  private static Object plain(VariableContext variables, String name) {
    TypedValue value = variables.containsVariable(name) ? variables.resolve(name) : null;
    Object plain = value == null ? null : value.getValue();
    return plain instanceof String || plain instanceof Boolean ? plain : null;
  }

  /**
   * What is no text, number, truth value, date, or list or context of these is nothing to FEEL: its
   * own mapper makes a context of any object, with the getters as values and every public method as
   * a function.
   */
  private static final class ValuesOnly extends JavaCustomValueMapper {

    @Override
    public int priority() {
      return Integer.MAX_VALUE;
    }

    @Override
    public Optional<Val> toValue(Object value, Function<Object, Val> inner) {
      return value == null || isValue(value) ? Optional.empty() : Optional.of(ValNull$.MODULE$);
    }

    @Override
    public Optional<Object> unpackValue(Val value, Function<Val, Object> inner) {
      return Optional.empty();
    }

    private static boolean isValue(Object value) {
      return value instanceof String
          || value instanceof Boolean
          || value instanceof Number
          || value instanceof Enum<?>
          || value instanceof Date
          || value instanceof Temporal
          || value instanceof TemporalAmount
          || value instanceof Map<?, ?>
          || value instanceof Collection<?>
          || value instanceof SpinJsonNode
          || value instanceof Val
          || value.getClass().getName().startsWith("camundajar.impl.scala.");
    }
  }

  @Override
  protected camundajar.impl.scala.collection.immutable.List<CustomValueMapper> getValueMappers() {
    return super.getValueMappers().$colon$colon(new ValuesOnly());
  }

  /** Deprecated for callers, but what the engine's own evaluation still goes through. */
  @Override
  @SuppressWarnings("deprecation")
  protected FeelEngine buildFeelEngine(
      CustomFunctionTransformer functions, CompositeValueMapper values) {
    return new FeelEngine(
        functions,
        values,
        new FeelEngine.Configuration(false),
        FeelEngineClock.SystemClock$.MODULE$) {

      private final Map<String, Either<Failure, ParsedExpression>> expressions =
          new ConcurrentHashMap<>();
      private final Map<String, Either<Failure, ParsedExpression>> unaryTests =
          new ConcurrentHashMap<>();

      @Override
      public Either<Failure, ParsedExpression> parseExpression(String expression) {
        return expressions.computeIfAbsent(expression, super::parseExpression);
      }

      @Override
      public Either<Failure, ParsedExpression> parseUnaryTests(String tests) {
        return unaryTests.computeIfAbsent(tests, super::parseUnaryTests);
      }
    };
  }
}
