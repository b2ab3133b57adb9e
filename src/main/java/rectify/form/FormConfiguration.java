package rectify.form;

import java.util.function.Supplier;
import java.util.stream.Stream;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.ProcessEnginePlugin;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import rectify.engine.EnginePart;
import rectify.once.OnceOnly;
import rectify.task.HeldTasks;
import rectify.task.TaskFacts;
import rectify.task.TaskReleases;

/** Puts the gate of forms before every way to start a process and to finish a task. */
@Configuration(proxyBeanMethods = false)
class FormConfiguration {

  @Bean
  @Order(2)
  static ProcessEnginePlugin formPlugin(
      ObjectProvider<ProcessStart> starts,
      ObjectProvider<TaskFacts> facts,
      ObjectProvider<ProofCheck> proofs,
      ObjectProvider<TaskDrafts> drafts,
      ObjectProvider<FormContent> contents,
      ObjectProvider<TaskReleases> releases,
      ObjectProvider<StandIns> standIns,
      ObjectProvider<OnceOnly> once) {
    return new EnginePart() {
      @Override
      public void preInit(ProcessEngineConfigurationImpl engine) {
        Supplier<Stream<TaskDrafts>> kept = known(drafts);
        HeldTasks held = new HeldTasks(engine, known(releases));
        FormGate gate =
            new FormGate(
                new Proofs(known(proofs)),
                () -> kept.get().findFirst(),
                known(contents),
                StandIns.of(standIns),
                held);
        KeyedForms keyed = new KeyedForms(once);
        engine.setCustomSessionFactories(
            with(engine.getCustomSessionFactories(), new OfferedStarts.Factory(known(starts))));
        engine.setTaskService(new GuardedTaskService(gate, keyed, held));
        engine.setFormService(new GuardedFormService(gate, starts, facts, keyed));
      }
    };
  }
}
