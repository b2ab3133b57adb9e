package rectify.model;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.camunda.bpm.engine.repository.Resource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;
import rectify.engine.Trusted;

/**
 * Deploys the models that come with the product, each process together with its forms so that a
 * running case keeps the form it began with. A bundled model is deployed only when the engine has
 * none of that key, or when the newest one is bundled too and neither newer nor the same; what a
 * process designer deployed is never replaced.
 */
@Component
public class ModelDeployer implements SmartInitializingSingleton {

  /** Marks our own deployments; a designer's carry another source, or none. */
  public static final String SOURCE = "bundled";

  private static final Logger LOG = LoggerFactory.getLogger(ModelDeployer.class);
  private static final Pattern FORM_REF = Pattern.compile("camunda:formRef=\"([^\"]+)\"");
  private static final Pattern VERSION_TAG = Pattern.compile("camunda:versionTag=\"([^\"]+)\"");

  private final RepositoryService repository;
  private final Map<String, byte[]> bundled;

  @Autowired
  ModelDeployer(RepositoryService repository) {
    this(repository, read());
  }

  /**
   * @param bundled contents by file name
   */
  ModelDeployer(RepositoryService repository, Map<String, byte[]> bundled) {
    this.repository = repository;
    this.bundled = bundled;
  }

  public static Map<String, byte[]> read() {
    Map<String, byte[]> files = new LinkedHashMap<>();
    var resolver = new PathMatchingResourcePatternResolver();
    try {
      for (String pattern : List.of("processes/*.dmn", "processes/*.bpmn", "forms/*.form")) {
        for (var resource : resolver.getResources("classpath*:" + pattern)) {
          files.put(resource.getFilename(), resource.getContentAsByteArray());
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return files;
  }

  @Override
  public void afterSingletonsInstantiated() {
    deployBundled();
  }

  /**
   * Safe to call again, and on several nodes: an identical deployment is filtered by the engine.
   */
  void deployBundled() {
    for (String model : bundled.keySet()) {
      String key = model.replaceFirst("\\.[a-z]+$", "");
      if (model.endsWith(".bpmn")) {
        deploy(model, resourcesOf(model), latestProcess(key));
      } else if (model.endsWith(".dmn")) {
        deploy(model, Map.of(model, bundled.get(model)), latestDecision(key));
      }
    }
  }

  private Map<String, byte[]> resourcesOf(String bpmn) {
    Map<String, byte[]> resources = new LinkedHashMap<>();
    resources.put(bpmn, bundled.get(bpmn));
    Matcher reference = FORM_REF.matcher(new String(bundled.get(bpmn), StandardCharsets.UTF_8));
    while (reference.find()) {
      String form = reference.group(1) + ".form";
      resources.put(form, bundled.get(form));
    }
    return resources;
  }

  private void deploy(String model, Map<String, byte[]> resources, Latest latest) {
    if (latest != null) {
      String latestDeploymentId = latest.deploymentId();
      Deployment deployed =
          repository.createDeploymentQuery().deploymentId(latestDeploymentId).singleResult();
      if (same(resources, latestDeploymentId)) {
        return;
      }
      if (!SOURCE.equals(deployed.getSource())) {
        LOG.warn(
            "Kept the process designer's {} (deployment {} of {}): the bundled one differs and was not deployed",
            model,
            deployed.getName(),
            deployed.getDeploymentTime());
        return;
      }
      if (compareTags(versionTag(bundled.get(model)), latest.versionTag()) < 0) {
        LOG.warn("Kept {} {}: the bundled one is older", model, latest.versionTag());
        return;
      }
    }
    DeploymentBuilder deployment =
        repository.createDeployment().name(model).source(SOURCE).enableDuplicateFiltering(false);
    resources.forEach(
        (name, content) -> deployment.addInputStream(name, new ByteArrayInputStream(content)));
    Trusted.call(deployment::deploy);
    LOG.info("Deployed bundled {}", model);
  }

  private boolean same(Map<String, byte[]> resources, String deploymentId) {
    List<Resource> deployed = repository.getDeploymentResources(deploymentId);
    return deployed.size() == resources.size()
        && deployed.stream()
            .allMatch(
                resource ->
                    Arrays.equals(
                        resources.get(resource.getName()), content(deploymentId, resource)));
  }

  private byte[] content(String deploymentId, Resource resource) {
    try (var stream = repository.getResourceAsStreamById(deploymentId, resource.getId())) {
      return stream.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String versionTag(byte[] model) {
    Matcher tag = VERSION_TAG.matcher(new String(model, StandardCharsets.UTF_8));
    return tag.find() ? tag.group(1) : null;
  }

  /** Compares tags such as 1.10.0 number by number; a model without a tag is the oldest. */
  public static int compareTags(String left, String right) {
    return Arrays.compare(numbers(left), numbers(right));
  }

  private static int[] numbers(String tag) {
    return tag == null
        ? new int[0]
        : Arrays.stream(tag.split("\\D+"))
            .filter(part -> !part.isEmpty())
            .mapToInt(Integer::parseInt)
            .toArray();
  }

  private Latest latestProcess(String key) {
    var latest =
        repository
            .createProcessDefinitionQuery()
            .processDefinitionKey(key)
            .withoutTenantId()
            .latestVersion()
            .singleResult();
    return latest == null ? null : new Latest(latest.getDeploymentId(), latest.getVersionTag());
  }

  private Latest latestDecision(String key) {
    var latest =
        repository
            .createDecisionDefinitionQuery()
            .decisionDefinitionKey(key)
            .withoutTenantId()
            .latestVersion()
            .singleResult();
    return latest == null ? null : new Latest(latest.getDeploymentId(), latest.getVersionTag());
  }

  /** The newest deployed definition of a key. */
  private record Latest(String deploymentId, String versionTag) {}
}
