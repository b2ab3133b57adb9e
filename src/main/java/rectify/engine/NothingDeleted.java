package rectify.engine;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.impl.ProcessInstanceQueryImpl;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.springframework.beans.DirectFieldAccessor;
import rectify.refusal.Refusal;

/**
 * Refuses every command that would take a case, its clock or its history from under the ledger,
 * whoever gives it and through whatever door: a cascading delete of a designer's own deployment
 * erased the running cases of two counties. What may go goes through the product's own doors, which
 * keep who and why.
 */
class NothingDeleted extends CommandInterceptor {

  private static final String DEPLOYMENT =
      "部署和流程定义是案件记录的一部分，不能在这里删除。%s没有案件使用的部署，可由系统管理员写明理由后撤回（/api/deployments/{id}/withdrawal）；其余请部署新的版本。";
  private static final String INSTANCE =
      "案件不能直接删除、取消、改道、重启或迁移，否则台账上的案件将没有任务也没有时限。请在任务中办理，按规定销号或撤销。";
  private static final String CLOCK = "时限和提醒不能删除，否则逾期不会升级督办。请处理出错的原因后重试。";
  private static final String HISTORY = "办理历史须保存至规定年限，不能删除，也不能改变保存期限；到期由系统清理。";

  /** The engine's commands by simple name, and what is said of each. */
  private static final Map<String, String> REFUSED =
      Stream.of(
              said(
                  DEPLOYMENT,
                  "DeleteDeploymentCmd",
                  "DeleteProcessDefinitionsByIdsCmd",
                  "DeleteProcessDefinitionsByKeyCmd"),
              said(
                  INSTANCE,
                  "DeleteProcessInstanceCmd",
                  "DeleteProcessInstancesCmd",
                  "DeleteProcessInstanceBatchCmd",
                  "ModifyProcessInstanceCmd",
                  "ModifyProcessInstanceAsyncCmd",
                  "ProcessInstanceModificationCmd",
                  "ProcessInstanceModificationBatchCmd",
                  "ActivityCancellationCmd",
                  "ActivityInstanceCancellationCmd",
                  "TransitionInstanceCancellationCmd",
                  "RestartProcessInstancesCmd",
                  "RestartProcessInstancesBatchCmd",
                  "MigrateProcessInstanceCmd",
                  "MigrateProcessInstanceBatchCmd",
                  "TerminateCaseExecutionCmd",
                  "PurgeDatabaseAndCacheCmd"),
              said(CLOCK, "DeleteJobCmd"),
              said(
                  HISTORY,
                  "DeleteHistoricProcessInstancesCmd",
                  "DeleteHistoricProcessInstancesBatchCmd",
                  "DeleteHistoricTaskInstanceCmd",
                  "DeleteHistoricVariableInstanceCmd",
                  "DeleteHistoricVariableInstancesByProcessInstanceIdCmd",
                  "DeleteHistoricDecisionInstancesBulkCmd",
                  "DeleteHistoricDecisionInstancesBatchCmd",
                  "DeleteHistoricDecisionInstanceByInstanceIdCmd",
                  "DeleteHistoricDecisionInstanceByDefinitionIdCmd",
                  "DeleteHistoricCaseInstanceCmd",
                  "DeleteHistoricCaseInstancesBulkCmd",
                  "DeleteHistoricBatchCmd",
                  "DeleteUserOperationLogEntryCmd",
                  "DeleteAttachmentCmd",
                  "DeleteTaskCommentCmd",
                  "DeleteProcessInstanceCommentCmd",
                  "SetRemovalTimeToHistoricBatchesCmd",
                  "SetRemovalTimeToHistoricDecisionInstancesCmd",
                  "SetRemovalTimeToHistoricProcessInstancesCmd"))
          .flatMap(one -> one.entrySet().stream())
          .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

  private static Map<String, String> said(String sentence, String... commands) {
    return Stream.of(commands).collect(Collectors.toMap(command -> command, command -> sentence));
  }

  static Set<String> refused() {
    return REFUSED.keySet();
  }

  @Override
  public <T> T execute(Command<T> command) {
    if (!Trusted.active()) {
      String sentence = sentence(command.getClass());
      if (sentence != null) {
        throw Refusal.forbidden(sentence.formatted(open(command)));
      }
    }
    return next.execute(command);
  }

  /** A subclass of a refused command is refused too. */
  private static String sentence(Class<?> command) {
    Class<?> type = command;
    while (type != null && !REFUSED.containsKey(type.getSimpleName())) {
      type = type.getSuperclass();
    }
    return type == null ? null : REFUSED.get(type.getSimpleName());
  }

  /** How many open cases run on a deployment, for those who may know. */
  private <T> String open(Command<T> command) {
    DirectFieldAccessor fields = new DirectFieldAccessor(command);
    if (!fields.isReadableProperty("deploymentId")) {
      return "";
    }
    String deployment = (String) fields.getPropertyValue("deploymentId");
    Long open =
        deployment == null
            ? null
            : next.execute(
                context -> {
                  Authentication person = context.getAuthentication();
                  if (person != null && !context.getAuthorizationManager().isCamundaAdmin(person)) {
                    return null;
                  }
                  context.disableTenantCheck();
                  ProcessInstanceQueryImpl query = new ProcessInstanceQueryImpl();
                  query.deploymentId(deployment);
                  return context.runWithoutAuthorization(
                      () ->
                          context
                              .getExecutionManager()
                              .findProcessInstanceCountByQueryCriteria(query));
                });
    return open == null ? "" : "其上有" + open + "件未办结的案件。";
  }
}
