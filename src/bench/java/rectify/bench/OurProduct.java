package rectify.bench;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.camunda.bpm.engine.task.Task;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.TypeExcludeFilter;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.type.classreading.MetadataReader;
import org.springframework.core.type.classreading.MetadataReaderFactory;
import rectify.Rectify;
import rectify.TestDatabase;
import rectify.bench.CasePath.Step;
import rectify.evidence.Evidence;
import rectify.evidence.EvidenceFiles;
import rectify.evidence.Photos;
import rectify.hazard.HazardRectification;
import rectify.identity.Actor;

/** The whole product, worked through the doors Tasklist uses, as people with their rights. */
final class OurProduct implements Contender {

  private final ConfigurableApplicationContext context;
  private final City city;
  private final FormService forms;
  private final TaskService tasks;
  private final EvidenceFiles evidence;
  private final IdentityService identity;
  private final String definitionId;
  private final AtomicInteger turn = new AtomicInteger();
  private final Deadlocks deadlocks = new Deadlocks();

  OurProduct(TestDatabase.Schema schema) {
    context =
        new SpringApplicationBuilder(Rectify.class, TimerWatch.class)
            .initializers(
                starting -> {
                  starting
                      .getEnvironment()
                      .getPropertySources()
                      .addFirst(new MapPropertySource("benchmark", schema.properties()));
                  starting
                      .getBeanFactory()
                      .registerSingleton("withoutTestClasses", new WithoutTestClasses());
                })
            .run(
                "--server.port=0",
                "--spring.main.banner-mode=off",
                "--logging.level.root=warn",
                "--rectify.admin.id=benchadmin",
                "--rectify.admin.password=Rectify-Bench-2026");
    forms = context.getBean(FormService.class);
    tasks = context.getBean(TaskService.class);
    evidence = context.getBean(EvidenceFiles.class);
    identity = context.getBean(IdentityService.class);
    city = new City(context);
    definitionId =
        context
            .getBean(RepositoryService.class)
            .createProcessDefinitionQuery()
            .processDefinitionKey(HazardRectification.KEY)
            .latestVersion()
            .singleResult()
            .getId();
    rest();
  }

  @Override
  public String name() {
    return "Rectify";
  }

  @Override
  public int deadlocks() {
    return deadlocks.count();
  }

  @Override
  public void work(CasePath path) {
    City.Pair people = nextPair();
    String instance = report(path, people);
    path.steps().forEach(step -> answer(instance, step, people));
  }

  /** Begins a case and does the first steps; the id of its instance. */
  String openCase(Step... steps) {
    City.Pair people = nextPair();
    String instance = report(CasePath.TWO_TASKS, people);
    List.of(steps).forEach(step -> answer(instance, step, people));
    return instance;
  }

  private City.Pair nextPair() {
    return city.pair(turn.incrementAndGet());
  }

  private String report(CasePath path, City.Pair people) {
    return as(
        people.firm(),
        () -> {
          if (path.rectifiedOnSpot()) {
            deadlocks.survive(() -> photo(null));
          }
          return deadlocks.survive(
              () -> forms.submitStartForm(definitionId, Answers.report(path)).getId());
        });
  }

  /** Uploads the photo a step needs. */
  private Evidence photo(String taskId) {
    return evidence.upload(
        new EvidenceFiles.Upload(
            taskId,
            "after",
            UUID.randomUUID().toString(),
            "整改后.jpg",
            new ByteArrayInputStream(Photos.unique())));
  }

  private void answer(String instance, Step step, City.Pair people) {
    Actor actor = step == Step.RECTIFY ? people.firm() : people.officer();
    as(
        actor,
        () -> {
          Task task = tasks.createTaskQuery().processInstanceId(instance).singleResult();
          deadlocks.survive(() -> tasks.claim(task.getId(), actor.id()));
          if (step == Step.RECTIFY) {
            deadlocks.survive(() -> photo(task.getId()));
          }
          deadlocks.survive(() -> forms.submitTaskForm(task.getId(), Answers.of(step)));
          return null;
        });
  }

  /** Does something with a person logged in, as the engine's REST API does. */
  <T> T as(Actor person, Supplier<T> action) {
    identity.setAuthentication(person.id(), person.groups(), person.tenants());
    try {
      return action.get();
    } finally {
      identity.clearAuthentication();
    }
  }

  City city() {
    return city;
  }

  <T> T bean(Class<T> type) {
    return context.getBean(type);
  }

  /** Stops whatever works by itself, so that only people's work is measured. */
  void rest() {
    context.getBean(JobExecutor.class).shutdown();
    try {
      context.getBean(Scheduler.class).standby();
    } catch (SchedulerException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Lets due timers fire. */
  void wake() {
    context.getBean(JobExecutor.class).start();
  }

  @Override
  public void close() {
    context.close();
  }

  /** Keeps fixtures of the tests, which are on the class path too, out of the product. */
  private static final class WithoutTestClasses extends TypeExcludeFilter {

    @Override
    public boolean match(MetadataReader reader, MetadataReaderFactory factory) throws IOException {
      return reader.getResource().getURL().getPath().contains("/test-classes/");
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof WithoutTestClasses;
    }

    @Override
    public int hashCode() {
      return WithoutTestClasses.class.hashCode();
    }
  }
}
