package rectify.deployment;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.TaskServiceImpl;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.mockito.Mockito;
import org.mockito.invocation.InvocationOnMock;
import rectify.deadline.LegalCalendar;
import rectify.form.ModelEngine;
import rectify.model.Code;
import rectify.model.House;
import rectify.model.Models;
import rectify.model.Vocabulary;

/**
 * Walks a diagram in an engine in memory: tasks are done with answers their forms offer, timers
 * fire, messages arrive, steps answer something of their type, all drawn from a seed. Whatever the
 * engine cannot do on the way is thrown.
 */
final class Walk implements AutoCloseable {

  private static final int STEPS = 40;
  private static final String NUMBER = "YH350582-2026-0000009";

  private final Map<Object, Object> beans = new HashMap<>();
  private final Set<Object> arranged = new HashSet<>();
  private final Models product;
  private final Code code;
  private final ProcessEngine engine;
  private Random random = new Random(0);

  Walk(Map<String, byte[]> bundle, Models product, Code code) {
    this.product = product;
    this.code = code;
    code.beans().forEach((name, type) -> beans.put(name, Mockito.mock(type, this::answer)));
    beans.put("deadlines", LegalCalendar.deadlines());
    ProcessEngineConfigurationImpl configuration = ModelEngine.configuration("walk", beans);
    configuration.setTaskService(new TaskServiceImpl());
    engine = configuration.buildProcessEngine();
    bundle.forEach((name, content) -> deploy(Map.of(name, content)));
  }

  /** Puts a diagram on top of the product's. */
  String deploy(Map<String, byte[]> files) {
    DeploymentBuilder deployment = engine.getRepositoryService().createDeployment();
    files.forEach(
        (name, content) -> deployment.addInputStream(name, new ByteArrayInputStream(content)));
    return deployment.deploy().getId();
  }

  void takeBack(String deployment) {
    engine.getRepositoryService().deleteDeployment(deployment, true);
  }

  /** From the start until the end, or far enough. */
  void from(String process, long seed) {
    random = new Random(seed);
    arranged.clear();
    Map<String, Object> variables = new HashMap<>();
    new Vocabulary(product, code).names(process).forEach(name -> variables.put(name, value(name)));
    String instance =
        engine.getRuntimeService().startProcessInstanceByKey(process, NUMBER, variables).getId();
    for (int step = 0; step < STEPS && running(instance); step++) {
      step(process);
    }
    engine
        .getRuntimeService()
        .createProcessInstanceQuery()
        .rootProcessInstances()
        .list()
        .forEach(left -> engine.getRuntimeService().deleteProcessInstance(left.getId(), "walked"));
  }

  private boolean running(String instance) {
    return engine
            .getRuntimeService()
            .createProcessInstanceQuery()
            .processInstanceId(instance)
            .count()
        > 0;
  }

  private void step(String process) {
    List<Runnable> possible = new ArrayList<>();
    for (Task task : engine.getTaskService().createTaskQuery().list()) {
      possible.add(() -> engine.getTaskService().complete(task.getId(), answers(task)));
    }
    for (Job job : engine.getManagementService().createJobQuery().timers().list()) {
      possible.add(() -> engine.getManagementService().executeJob(job.getId()));
    }
    for (String message : messages(process)) {
      if (random.nextInt(20) == 0) {
        possible.add(
            () -> engine.getRuntimeService().createMessageCorrelation(message).correlateAll());
      }
    }
    if (!possible.isEmpty()) {
      possible.get(random.nextInt(possible.size())).run();
    }
  }

  private Set<String> messages(String process) {
    House.Rules rules = House.ours().processes().get(process);
    return rules == null ? Set.of() : rules.messages();
  }

  private Map<String, Object> answers(Task task) {
    String form =
        engine
            .getTaskService()
            .createTaskQuery()
            .taskId(task.getId())
            .initializeFormKeys()
            .singleResult()
            .getCamundaFormRef()
            .getKey();
    Map<String, Object> answers = new HashMap<>();
    product.forms().stream()
        .filter(one -> one.id().equals(form))
        .flatMap(one -> one.components().stream())
        .filter(field -> field.has("key"))
        .forEach(
            field -> {
              String key = field.path("key").asText();
              int options = field.path("values").size();
              answers.put(
                  key,
                  switch (field.path("type").asText()) {
                    case "checkbox" -> random.nextBoolean();
                    case "number" -> 5;
                    case "datetime" -> "2026-03-20";
                    default ->
                        options == 0
                            ? value(key)
                            : field
                                .path("values")
                                .get(random.nextInt(options))
                                .path("value")
                                .asText();
                  });
            });
    return answers;
  }

  private Object value(String name) {
    if (name.endsWith("Id") && !name.equals("enterpriseId")) {
      return 9L;
    }
    if (name.matches(".*(At|On|From)|lastDay")) {
      return "2026-03-20";
    }
    return switch (name) {
      case "rectifiedOnSpot", "needsTransfer", "countyLevel", "firstTime" -> random.nextBoolean();
      case "level" -> random.nextBoolean() ? "major" : "general";
      case "source" -> "self-report";
      case "enterpriseId" -> random.nextBoolean() ? "none" : "9";
      default -> "文字";
    };
  }

  private Object answer(InvocationOnMock call) throws Throwable {
    Class<?> type = call.getMethod().getReturnType();
    if (call.getMethod().getName().matches("expire|arrangeRecheck")) {
      arranged.add(call.getArgument(0));
    }
    if (type == String.class) {
      return call.getMethod().getName().equals("recheck")
          ? List.of("passed", "failed").get(random.nextInt(2))
          : "2026-03-20";
    }
    String method = call.getMethod().getName();
    if (method.equals("recheckArranged")) {
      return arranged.contains(call.getArgument(0));
    }
    if (method.equals("beginRound")) {
      arranged.remove(call.getArgument(0));
    }
    if (type == boolean.class) {
      return random.nextBoolean();
    }
    if (type == List.class) {
      return List.of(1L, 2L);
    }
    return Mockito.RETURNS_DEFAULTS.answer(call);
  }

  @Override
  public void close() {
    engine.close();
  }
}
