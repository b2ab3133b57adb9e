package rectify.deployment;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.List;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.repository.Resource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import rectify.engine.DeploymentUse;
import rectify.engine.Trusted;
import rectify.model.ModelDeployer;
import rectify.refusal.Refusal;

/**
 * Takes back a deployment that no case ran on, the only way one ever leaves the engine: what cases
 * ran on is part of their record. The previous version is the newest again.
 */
@Component
class Withdrawals {

  private static final int MAX_REASON = 500;
  private static final int MAX_FILES = 2000;

  private final RepositoryService repository;
  private final AuthorizationService authorizations;
  private final IdentityService identity;
  private final DeploymentUse uses;
  private final WithdrawalMapper mapper;
  private final Clock clock;

  Withdrawals(
      RepositoryService repository,
      AuthorizationService authorizations,
      IdentityService identity,
      DeploymentUse uses,
      WithdrawalMapper mapper,
      Clock clock) {
    this.repository = repository;
    this.authorizations = authorizations;
    this.identity = identity;
    this.uses = uses;
    this.mapper = mapper;
    this.clock = clock;
  }

  List<Withdrawal> all() {
    mayOrRefuse(Permissions.READ);
    return mapper.all();
  }

  /** Takes back a deployment, and keeps who did and why. */
  @Transactional
  void withdraw(String deploymentId, String reason) {
    Authentication person = mayOrRefuse(Permissions.DELETE);
    String why = reason == null ? "" : reason.strip();
    if (why.isEmpty() || why.length() > MAX_REASON || why.matches("(?s).*\\p{Cc}.*")) {
      throw new Refusal("请写明撤回的理由，最多" + MAX_REASON + "字，不含换行。");
    }
    Deployment deployment =
        repository.createDeploymentQuery().deploymentId(deploymentId).singleResult();
    if (deployment == null) {
      throw Refusal.notFound("找不到这次部署，可能已经撤回，请刷新后重试。");
    }
    if (ModelDeployer.SOURCE.equals(deployment.getSource())) {
      throw Refusal.conflict("这是系统自带的部署，不能撤回；如需改变，请部署新的版本。");
    }
    DeploymentUse.Use use = uses.of(deploymentId);
    if (use.openCases() > 0 || use.endedCases() > 0 || use.decisions() > 0) {
      throw Refusal.conflict(
          "不能撤回：其上有%d件未办结的案件、%d件已办结的案件和%d次判定，案件须能查到所依据的流程图和判定表。如需停用，请部署新的版本。"
              .formatted(use.openCases(), use.endedCases(), use.decisions()));
    }
    if (!use.onlyVersions().isEmpty()) {
      throw Refusal.conflict(
          "不能撤回：它是“" + String.join("”“", use.onlyVersions()) + "”仅有的版本，请先部署新的版本。");
    }
    String files =
        repository.getDeploymentResources(deploymentId).stream()
            .map(Resource::getName)
            .sorted()
            .collect(Collectors.joining("、"));
    LocalDateTime deployedAt =
        LocalDateTime.ofInstant(deployment.getDeploymentTime().toInstant(), clock.getZone());
    mapper.insert(
        new Withdrawal(
            deploymentId,
            deployment.getName(),
            files.length() > MAX_FILES ? files.substring(0, MAX_FILES) : files,
            deployedAt,
            person.getUserId(),
            LocalDateTime.now(clock).withNano(0),
            why));
    Trusted.call(
        () -> {
          repository.deleteDeployment(deploymentId, false);
          return null;
        });
  }

  private Authentication mayOrRefuse(Permissions permission) {
    Authentication person = identity.getCurrentAuthentication();
    if (person == null
        || !authorizations.isUserAuthorized(
            person.getUserId(), person.getGroupIds(), permission, Resources.DEPLOYMENT)) {
      throw Refusal.forbidden("只有系统管理员可以撤回部署，请联系系统管理员。");
    }
    return person;
  }
}
