package rectify.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.conditions.ArchConditions.dependOnClassesThat;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnitAccess;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.properties.CanBeAnnotated;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Calendar;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.ibatis.annotations.Mapper;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Controller;
import rectify.engine.ProcessBean;

/** The rules of the house, for the packages under a root. Each has a name and a reason. */
final class ArchitectureRules {

  /** Ground first: a package uses only packages before it. */
  static final List<String> ORDER =
      List.of(
          "typed",
          "refusal",
          "clean",
          "schema",
          "engine",
          "once",
          "task",
          "form",
          "account",
          "identity",
          "login",
          "door",
          "model",
          "diagram",
          "formmodel",
          "decision",
          "deployment",
          "page",
          "jurisdiction",
          "responsibility",
          "reorganisation",
          "timer",
          "deadline",
          "seal",
          "spreadsheet",
          "paper",
          "document",
          "evidence",
          "notification",
          "chain",
          "ledger",
          "enterprise",
          "profile",
          "checklist",
          "hazard",
          "register",
          "upkeep",
          "inspection",
          "supervision",
          "light",
          "selfcheck",
          "reminder",
          "grading",
          "suspicion",
          "assessment",
          "statistics",
          "timeline",
          "watch",
          "handover",
          "desk",
          "city",
          "population",
          "simulation",
          "demo");

  /** The rooms that know Camunda; all others speak to it through them and the façades. */
  private static final List<String> SPEAKING =
      List.of(
          "refusal",
          "clean",
          "schema",
          "engine",
          "once",
          "task",
          "form",
          "account",
          "identity",
          "door",
          "model",
          "diagram",
          "formmodel",
          "decision",
          "deployment",
          "timer");

  /** The rooms that know what no release of Camunda promises. */
  private static final List<String> INSIDE =
      List.of(
          "engine",
          "once",
          "task",
          "form",
          "account",
          "model",
          "diagram",
          "formmodel",
          "decision",
          "deployment",
          "timer");

  /** One for each process: the only classes of a feature that speak to the engine. */
  static final Set<String> FACADES =
      Set.of(
          "HazardRectification",
          "Inspection",
          "Supervision",
          "SelfCheck",
          "SelfCheckReminder",
          "RedLightAttention",
          "AssessmentFinding",
          "StatisticsSigning");

  private static final String CAMUNDA = "org.camunda..";

  /** What {@code IdentityService.getCurrentAuthentication()} returns. */
  private static final DescribedPredicate<JavaClass> PUBLIC_IN_SPITE_OF_ITS_PACKAGE =
      JavaClass.Predicates.type(org.camunda.bpm.engine.impl.identity.Authentication.class);

  private final String root;

  ArchitectureRules(String root) {
    this.root = root;
  }

  Map<String, ArchRule> byName() {
    Map<String, ArchRule> rules = new LinkedHashMap<>();
    rules.put("every class belongs to a listed package", packagesAreListed());
    for (int i = 0; i < ORDER.size() - 1; i++) {
      rules.put(ORDER.get(i) + " uses only packages before it", order(i));
    }
    rules.put("time comes from the clock", timeComesFromTheClock());
    rules.put("the engine is spoken to by facades", engineStaysBehindFacades());
    rules.put("cases are run by facades", servicesStayBehindFacades());
    rules.put("the engine's inside stays in engine", engineInternalsStayInEngine());
    rules.put("no other inside of Camunda is used", camundaInternalsStayInEngine());
    rules.put("nothing is scheduled by Spring", nothingIsScheduled());
    rules.put("mappers, controllers and jobs are package-private", innardsArePackagePrivate());
    rules.put("no field is injected", noFieldIsInjected());
    rules.put("no setter is injected", noSetterIsInjected());
    rules.put("process beans know no engine", processBeansKnowNoEngine());
    return rules;
  }

  private String in(String feature) {
    return root + "." + feature + "..";
  }

  private String[] in(List<String> features) {
    return features.stream().map(this::in).toArray(String[]::new);
  }

  private ArchRule packagesAreListed() {
    return classes()
        .should()
        .resideInAnyPackage(
            Stream.concat(Stream.of(root), Stream.of(in(ORDER))).toArray(String[]::new))
        .because("a package outside the order has no place in the house; add it to ORDER");
  }

  private ArchRule order(int index) {
    return noClasses()
        .that()
        .resideInAPackage(in(ORDER.get(index)))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(in(ORDER.subList(index + 1, ORDER.size())))
        .because("whoever reads the packages from the ground up meets nothing not yet read")
        .allowEmptyShould(true);
  }

  private ArchRule timeComesFromTheClock() {
    return classes()
        .that()
        .resideOutsideOfPackage(in("engine"))
        .should(
            new ArchCondition<>("take the time from the Clock bean") {
              @Override
              public void check(JavaClass type, ConditionEvents events) {
                accesses(type)
                    .filter(ArchitectureRules::readsTheWallClock)
                    .forEach(a -> events.add(SimpleConditionEvent.violated(a, a.getDescription())));
              }
            })
        .because("engine and domain share one time, which tests move");
  }

  private static Stream<JavaCodeUnitAccess<?>> accesses(JavaClass type) {
    List<JavaCodeUnitAccess<?>> accesses = new ArrayList<>();
    accesses.addAll(type.getMethodCallsFromSelf());
    accesses.addAll(type.getConstructorCallsFromSelf());
    accesses.addAll(type.getMethodReferencesFromSelf());
    accesses.addAll(type.getConstructorReferencesFromSelf());
    return accesses.stream();
  }

  private static boolean readsTheWallClock(JavaCodeUnitAccess<?> access) {
    JavaClass owner = access.getTargetOwner();
    String name = access.getTarget().getName();
    List<String> parameters =
        access.getTarget().getRawParameterTypes().stream().map(JavaClass::getName).toList();
    return owner.getPackageName().equals("java.time")
            && name.equals("now")
            && !parameters.contains(Clock.class.getName())
        || owner.isEquivalentTo(Clock.class)
            && (name.startsWith("system") || name.startsWith("tick"))
        || owner.isEquivalentTo(Date.class) && name.equals("<init>") && parameters.isEmpty()
        || owner.isEquivalentTo(Calendar.class) && name.equals("getInstance")
        || owner.isEquivalentTo(System.class) && name.equals("currentTimeMillis");
  }

  private DescribedPredicate<JavaClass> facade() {
    return describe(
        "process façades",
        type ->
            FACADES.stream()
                .anyMatch(
                    facade ->
                        type.getName()
                            .matches(
                                root.replace(".", "\\.") + "\\.[a-z]+\\." + facade + "(\\$.*)?")));
  }

  private ArchRule engineStaysBehindFacades() {
    return noClasses()
        .that(
            DescribedPredicate.not(resideInAnyPackage(in(SPEAKING)))
                .and(DescribedPredicate.not(facade())))
        .should()
        .dependOnClassesThat()
        .resideInAPackage(CAMUNDA)
        .because("one class per process speaks to the engine, so that it can be exchanged");
  }

  private ArchRule servicesStayBehindFacades() {
    return noClasses()
        .that(
            DescribedPredicate.not(resideInAnyPackage(in(SPEAKING)))
                .and(DescribedPredicate.not(facade())))
        .should()
        .dependOnClassesThat()
        .haveNameMatching("org\\.camunda\\.bpm\\.engine\\.(RuntimeService|TaskService)")
        .because("a case is started, told and finished in the domain's verbs");
  }

  private ArchRule engineInternalsStayInEngine() {
    return noClasses()
        .that()
        .resideOutsideOfPackages(in(INSIDE))
        .should(
            dependOnClassesThat(
                resideInAPackage("org.camunda.bpm.engine.impl..")
                    .and(DescribedPredicate.not(PUBLIC_IN_SPITE_OF_ITS_PACKAGE))))
        .because("what changes with a fork or a patch of the engine is in one place");
  }

  private ArchRule camundaInternalsStayInEngine() {
    return noClasses()
        .that()
        .resideOutsideOfPackages(in(INSIDE))
        .should(
            dependOnClassesThat(
                resideInAPackage("org.camunda..impl..")
                    .and(
                        DescribedPredicate.not(
                            resideInAnyPackage(
                                "org.camunda.bpm.engine.impl..",
                                "org.camunda.bpm.engine.rest.security.auth..",
                                "org.camunda.bpm.webapp.impl.security..")))))
        .because("only the login filters of REST and web applications have no public form");
  }

  private ArchRule nothingIsScheduled() {
    return noMethods()
        .should()
        .beAnnotatedWith(Scheduled.class)
        .because("two nodes would do it twice: Quartz sweeps many cases, a timer belongs to one")
        .allowEmptyShould(true);
  }

  private ArchRule innardsArePackagePrivate() {
    DescribedPredicate<CanBeAnnotated> annotated =
        CanBeAnnotated.Predicates.annotatedWith(Mapper.class)
            .or(CanBeAnnotated.Predicates.metaAnnotatedWith(Controller.class));
    return classes()
        .that(
            describe(
                "mappers, controllers and jobs",
                type ->
                    // what rooms mark their controllers with is none
                    annotated.test(type) && !type.isAnnotation()
                        || type.isAssignableTo("org.quartz.Job")
                        || type.getSimpleName().matches(".+(Mapper|Controller|Job)")))
        .should()
        .bePackagePrivate()
        .because("a feature has one public door")
        .allowEmptyShould(true);
  }

  private ArchRule noFieldIsInjected() {
    return noFields()
        .should(beInjected())
        .because("a constructor says what a class needs and lets a test give it")
        .allowEmptyShould(true);
  }

  private ArchRule noSetterIsInjected() {
    return noMethods()
        .should(beInjected())
        .because("a constructor says what a class needs and lets a test give it")
        .allowEmptyShould(true);
  }

  private static <T extends JavaMember> ArchCondition<T> beInjected() {
    Set<String> annotations =
        Set.of(
            Autowired.class.getName(),
            Value.class.getName(),
            "jakarta.annotation.Resource",
            "jakarta.inject.Inject");
    return new ArchCondition<>("be injected") {
      @Override
      public void check(T member, ConditionEvents events) {
        boolean injected =
            member.getAnnotations().stream()
                .anyMatch(a -> annotations.contains(a.getRawType().getName()));
        events.add(
            new SimpleConditionEvent(
                member,
                injected,
                member.getDescription() + (injected ? " is injected" : " is not injected")));
      }
    };
  }

  private ArchRule processBeansKnowNoEngine() {
    return noClasses()
        .that()
        .areAnnotatedWith(ProcessBean.class)
        .and(DescribedPredicate.not(facade()))
        .should()
        .dependOnClassesThat()
        .resideInAPackage(CAMUNDA)
        .because("a diagram calls verbs of the domain, which run without an engine")
        .allowEmptyShould(true);
  }
}
