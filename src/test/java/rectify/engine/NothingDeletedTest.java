package rectify.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

class NothingDeletedTest {

  private static final Pattern TAKES_AWAY =
      Pattern.compile(
          ".*(Delete|Remove|Removal|Purge|Cleanup|Modif|Migrat|Restart|Cancel|Terminate).*Cmd");

  /** What takes nothing of a case away; each of them is somebody else's concern or nobody's. */
  private static final Set<String> ALLOWED =
      Set.of(
          // people, groups, tenants, rights and what belongs to a person
          "DeleteUserCmd",
          "DeleteGroupCmd",
          "DeleteTenantCmd",
          "DeleteMembershipCmd",
          "DeleteTenantUserMembershipCmd",
          "DeleteTenantGroupMembershipCmd",
          "DeleteUserInfoCmd",
          "DeleteUserPictureCmd",
          "DeleteAuthorizationCmd",
          "DeleteFilterCmd",
          // who may work on a task, and variables: asked for at each door
          "DeleteIdentityLinkCmd",
          "DeleteUserIdentityLinkCmd",
          "DeleteGroupIdentityLinkCmd",
          "DeleteIdentityLinkForProcessDefinitionCmd",
          "RemoveTaskVariablesCmd",
          "RemoveExecutionVariablesCmd",
          "AbstractRemoveVariableCmd",
          // the engine refuses it for a task of a process
          "DeleteTaskCmd",
          // a batch that is stopped leaves its cases alone; none can be made
          "DeleteBatchCmd",
          // the engine's own numbers
          "DeletePropertyCmd",
          "DeleteMetricsCmd",
          "DeleteTaskMetricsCmd",
          "DeleteLicenseKeyCmd",
          // the clean-up of what is past its time, and jobs that the engine itself replaces
          "HistoryCleanupCmd",
          "HistoryCleanupSchedulerCmd",
          "HistoryCleanupHandlerCmd",
          "FindHistoryCleanupJobsCmd",
          "DeleteJobsCmd",
          // in memory only
          "DeleteDeploymentListenerCmd",
          "DeleteDeploymentFailCmd",
          // a plan, and the parents of commands that are refused
          "CreateMigrationPlanCmd",
          "AbstractDeleteProcessInstanceCmd",
          "AbstractDeleteProcessDefinitionCmd",
          "AbstractModificationCmd",
          "AbstractInstanceCancellationCmd",
          "AbstractRestartProcessInstanceCmd",
          "AbstractProcessInstanceModificationCommand",
          "AbstractMigrationCmd");

  @Test
  void every_command_of_the_engine_that_takes_something_away_has_been_judged() throws IOException {
    Set<String> commands = new TreeSet<>();
    for (Resource found :
        new PathMatchingResourcePatternResolver()
            .getResources("classpath*:org/camunda/bpm/engine/impl/**/*Cmd.class")) {
      String name = found.getFilename().replaceFirst("\\.class$", "").replaceFirst("^.*\\$", "");
      if (TAKES_AWAY.matcher(name).matches()) {
        commands.add(name);
      }
    }

    assertThat(commands).hasSizeGreaterThan(60).containsAll(NothingDeleted.refused());
    commands.removeAll(NothingDeleted.refused());
    commands.removeAll(ALLOWED);
    assertThat(commands).isEmpty();
  }
}
