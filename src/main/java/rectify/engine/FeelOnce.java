package rectify.engine;

import camundajar.impl.scala.util.Either;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.dmn.feel.impl.FeelEngineFactory;
import org.camunda.bpm.dmn.feel.impl.scala.ScalaFeelEngine;
import org.camunda.bpm.dmn.feel.impl.scala.function.CustomFunctionTransformer;
import org.camunda.feel.FeelEngine;
import org.camunda.feel.FeelEngineClock;
import org.camunda.feel.syntaxtree.ParsedExpression;
import org.camunda.feel.valuemapper.ValueMapper.CompositeValueMapper;

/**
 * The engine's own FEEL, which parses an expression when it first meets it and not at every
 * evaluation: parsing took a seventh of a case's time. The texts are those of the deployed tables
 * and forms, never of a person's input, so their number is bounded.
 */
class FeelOnce extends ScalaFeelEngine {

  static FeelEngineFactory factory() {
    return FeelOnce::new;
  }

  private FeelOnce() {
    super(List.of());
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
