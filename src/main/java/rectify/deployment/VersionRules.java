package rectify.deployment;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import rectify.model.ModelDeployer;
import rectify.model.Models;
import rectify.model.Report;
import rectify.model.Xml;

/**
 * A diagram that changed, or whose form changed, carries a higher version tag than the one before:
 * who looks at a running case must see which version it follows.
 */
final class VersionRules {

  private final EngineLook engine;

  VersionRules(EngineLook engine) {
    this.engine = engine;
  }

  List<String> problems(Map<String, byte[]> files) {
    List<String> problems = new ArrayList<>();
    Models models = Models.of(files, new Report());
    for (Models.ProcessFile process : models.processes()) {
      Optional<EngineLook.Deployed> latest = engine.latest(process.id());
      String tag = process.process().getCamundaVersionTag();
      if (latest.isPresent()
          && changed(process, files, latest.get().files())
          && ModelDeployer.compareTags(tag, latest.get().versionTag()) <= 0) {
        problems.add(
            "%s：内容与已部署的版本不同，版本标签（Version tag）须大于已部署的%s，现为%s，请加大，如%s。"
                .formatted(
                    process.file(),
                    latest.get().versionTag(),
                    tag,
                    next(latest.get().versionTag())));
      }
    }
    return problems;
  }

  private static boolean changed(
      Models.ProcessFile process, Map<String, byte[]> files, Map<String, byte[]> deployed) {
    return files.entrySet().stream()
        .filter(file -> belongs(file.getKey(), process))
        .anyMatch(file -> !Arrays.equals(file.getValue(), content(file.getKey(), deployed)));
  }

  private static boolean belongs(String name, Models.ProcessFile process) {
    String file = Models.file(name);
    return file.equals(process.file())
        || Xml.all(process.xml().getDocumentElement())
            .map(element -> Xml.camunda(element, "formRef"))
            .anyMatch(form -> file.equals(form + ".form"));
  }

  private static byte[] content(String name, Map<String, byte[]> deployed) {
    String file = Models.file(name);
    return deployed.entrySet().stream()
        .filter(one -> Models.file(one.getKey()).equals(file))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse(null);
  }

  private static String next(String tag) {
    String[] parts = String.valueOf(tag).split("\\.");
    try {
      parts[parts.length - 1] = String.valueOf(Integer.parseInt(parts[parts.length - 1]) + 1);
    } catch (NumberFormatException e) {
      return "1.0.1";
    }
    return String.join(".", parts);
  }
}
