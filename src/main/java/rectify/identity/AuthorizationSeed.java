package rectify.identity;

import static org.camunda.bpm.engine.authorization.Authorization.ANY;
import static org.camunda.bpm.engine.authorization.Authorization.AUTH_TYPE_GLOBAL;
import static org.camunda.bpm.engine.authorization.Authorization.AUTH_TYPE_GRANT;

import java.util.Map;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.AuthorizationQuery;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.springframework.stereotype.Component;

/**
 * What each kind of person may do in the engine, as few rows as that takes. A row is written when
 * it is missing and never changed afterwards: an administrator may widen or narrow it.
 *
 * <p>Nobody but the administrator may read users, groups or tenants: the register of enterprises
 * could be read off them. The engine itself lets a person read their own.
 */
@Component
class AuthorizationSeed {

  private static final Map<String, String> ROLE_GROUPS =
      Map.of(
          GroupIds.ENTERPRISE, "企业安全员",
          GroupIds.OFFICER, "监管执法人员",
          GroupIds.MANAGER, "领导与调度人员",
          GroupIds.PROCESS_DESIGNER, "流程设计员",
          GroupIds.ADMINISTRATOR, "系统管理员");

  private final AuthorizationService authorizations;
  private final People people;

  AuthorizationSeed(AuthorizationService authorizations, People people) {
    this.authorizations = authorizations;
    this.people = people;
  }

  void write() {
    people.ensureGroups(ROLE_GROUPS);

    everyone(Resources.APPLICATION, "tasklist", Permissions.ACCESS);
    everyone(Resources.APPLICATION, "welcome", Permissions.ACCESS);
    everyone(Resources.PROCESS_DEFINITION, ANY, ProcessDefinitionPermissions.READ);

    mayStart(GroupIds.ENTERPRISE, "hazard-rectification");
    mayStart(GroupIds.OFFICER, "inspection");

    grant(GroupIds.MANAGER, Resources.APPLICATION, "cockpit", Permissions.ACCESS);
    grant(
        GroupIds.MANAGER,
        Resources.PROCESS_DEFINITION,
        ANY,
        ProcessDefinitionPermissions.READ,
        ProcessDefinitionPermissions.READ_INSTANCE,
        ProcessDefinitionPermissions.READ_INSTANCE_VARIABLE,
        ProcessDefinitionPermissions.READ_TASK,
        ProcessDefinitionPermissions.READ_TASK_VARIABLE,
        ProcessDefinitionPermissions.READ_HISTORY,
        ProcessDefinitionPermissions.READ_HISTORY_VARIABLE,
        ProcessDefinitionPermissions.RETRY_JOB);
    grant(
        GroupIds.MANAGER,
        Resources.DECISION_DEFINITION,
        ANY,
        Permissions.READ,
        Permissions.READ_HISTORY);

    grant(GroupIds.PROCESS_DESIGNER, Resources.APPLICATION, "cockpit", Permissions.ACCESS);
    grant(
        GroupIds.PROCESS_DESIGNER, Resources.DEPLOYMENT, ANY, Permissions.READ, Permissions.CREATE);
    grant(GroupIds.PROCESS_DESIGNER, Resources.DECISION_DEFINITION, ANY, Permissions.READ);
    grant(
        GroupIds.PROCESS_DESIGNER,
        Resources.DECISION_REQUIREMENTS_DEFINITION,
        ANY,
        Permissions.READ);

    for (Resources resource : Resources.values()) {
      grant(GroupIds.ADMINISTRATOR, resource, ANY, Permissions.ALL);
    }
  }

  private void mayStart(String group, String processKey) {
    grant(
        group,
        Resources.PROCESS_DEFINITION,
        processKey,
        ProcessDefinitionPermissions.CREATE_INSTANCE);
    grant(group, Resources.PROCESS_INSTANCE, ANY, Permissions.CREATE);
  }

  private void everyone(Resource resource, String id, Permission... permissions) {
    AuthorizationQuery existing =
        authorizations
            .createAuthorizationQuery()
            .authorizationType(AUTH_TYPE_GLOBAL)
            .resourceType(resource)
            .resourceId(id);
    if (existing.count() == 0) {
      save(authorizations.createNewAuthorization(AUTH_TYPE_GLOBAL), resource, id, permissions);
    }
  }

  private void grant(String group, Resource resource, String id, Permission... permissions) {
    AuthorizationQuery existing =
        authorizations
            .createAuthorizationQuery()
            .authorizationType(AUTH_TYPE_GRANT)
            .groupIdIn(group)
            .resourceType(resource)
            .resourceId(id);
    if (existing.count() == 0) {
      Authorization authorization = authorizations.createNewAuthorization(AUTH_TYPE_GRANT);
      authorization.setGroupId(group);
      save(authorization, resource, id, permissions);
    }
  }

  private void save(
      Authorization authorization, Resource resource, String id, Permission... permissions) {
    authorization.setResource(resource);
    authorization.setResourceId(id);
    authorization.setPermissions(permissions);
    authorizations.saveAuthorization(authorization);
  }
}
