package rectify.deployment;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.impl.persistence.deploy.Deployer;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ResourceEntity;
import org.w3c.dom.Document;
import rectify.engine.Trusted;
import rectify.model.ClockNotes;
import rectify.model.Code;
import rectify.model.House;
import rectify.model.ModelDeployer;
import rectify.model.Models;
import rectify.model.Report;
import rectify.model.Xml;
import rectify.refusal.Refusal;

/**
 * Stands before every deployment, whatever door it came through, and holds it to the same rules as
 * the build holds the product's own models. Whoever may deploy could otherwise run any code, reach
 * other counties' cases, or stop every report of the city with one wrong cell. A model that is in
 * the engine already is loaded as it is.
 */
class ModelGate implements Deployer {

  private static final int SHOWN = 20;

  private final Supplier<Map<String, Class<?>>> beans;
  private final Models product;
  private final Supplier<EngineLook> engine;

  /**
   * @param beans what an expression may call, by name; asked at each deployment
   * @param bundled the models that come with the product, by file name
   */
  ModelGate(
      Supplier<Map<String, Class<?>>> beans,
      Map<String, byte[]> bundled,
      Supplier<EngineLook> engine) {
    this.beans = beans;
    this.product = Models.of(bundled, new Report());
    this.engine = engine;
  }

  @Override
  public void deploy(DeploymentEntity deployment) {
    if (!deployment.isNew() || Trusted.active()) {
      return;
    }
    if (ModelDeployer.SOURCE.equals(deployment.getSource())) {
      throw new Refusal("部署来源“" + ModelDeployer.SOURCE + "”由系统自身使用，请换一个部署来源后再部署。");
    }
    if (deployment.getTenantId() != null) {
      throw new Refusal("流程图由全市共用，部署时请不要填写租户（Tenant ID）。");
    }
    Map<String, byte[]> files = new LinkedHashMap<>();
    for (ResourceEntity resource : deployment.getResources().values()) {
      files.put(resource.getName(), resource.getBytes());
    }
    refuse(Parcel.problems(files, House.ours()));
    refuse(problems(files));
    EngineLook look = engine.get();
    refuse(new VersionRules(look).problems(files));
    refuse(look.problems(deployment, files));
    deployment.getResources().values().forEach(ModelGate::refresh);
  }

  /** The notes beside the clocks say what the clocks say, whatever number was moved. */
  private static void refresh(ResourceEntity resource) {
    if (resource.getName().endsWith(".bpmn")) {
      Document xml = Xml.parse(resource.getName(), resource.getBytes(), House.ours(), new Report());
      resource.setBytes(ClockNotes.refreshed(resource.getBytes(), xml, House.ours()));
    }
  }

  private List<String> problems(Map<String, byte[]> files) {
    Code code = new Code(beans.get(), Code::findFacade, Set.of());
    return ProcessContract.violations(files, product, code);
  }

  private static void refuse(List<String> problems) {
    if (problems.isEmpty()) {
      return;
    }
    String more =
        problems.size() > SHOWN ? "另有" + (problems.size() - SHOWN) + "处，改正以上各处后会再列出。" : "";
    throw new Refusal(
        "不能部署，什么也没有改变，请改正后重新部署："
            + problems.stream().limit(SHOWN).collect(Collectors.joining())
            + more);
  }
}
