package rectify.deployment;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import rectify.deployment.Mutants.Mutant;
import rectify.model.Code;
import rectify.model.ModelDeployer;
import rectify.model.Models;
import rectify.model.Report;

/**
 * Breaks the product's own diagrams in every place and sees that no broken one is deployed and then
 * fails: each is refused, or walks like the original.
 */
final class Mutation {

  private static final int WALKS = 2;

  private final Map<String, byte[]> bundle = ModelDeployer.read();
  private final Models product = Models.of(bundle, new Report());
  private final Code code = Code.ofProduct(Set.of());

  int mutants;
  int equal;
  int refused;
  int refusedByEngine;
  final List<String> deployed = new ArrayList<>();
  final List<String> failed = new ArrayList<>();

  /** Every mutant there is. */
  List<Mutant> all() {
    List<Mutant> all = new ArrayList<>();
    bundle.forEach(
        (file, content) -> {
          if (file.endsWith(".bpmn")) {
            all.addAll(Mutants.of(file, content));
          }
        });
    return all;
  }

  /** The product's own diagrams first, then the mutants. */
  void run(List<Mutant> some) {
    try (Walk walk = new Walk(bundle, product, code)) {
      product.processes().forEach(process -> walk(walk, process.id(), process.id()));
      some.forEach(mutant -> run(mutant, walk));
    }
  }

  private void run(Mutant mutant, Walk walk) {
    byte[] content = mutant.content();
    if (Arrays.equals(content, Mutants.unchanged(mutant.file(), bundle.get(mutant.file())))) {
      equal++;
      return;
    }
    mutants++;
    Map<String, byte[]> files = files(mutant.file(), content);
    Report shape = new Report();
    if (!ProcessContract.shape(files, product, shape)
        || !shape.lines().isEmpty()
        || !ProcessContract.violations(files, product, code).isEmpty()) {
      refused++;
      return;
    }
    String deployment;
    try {
      deployment = walk.deploy(Map.of(mutant.file(), content));
    } catch (RuntimeException e) {
      refusedByEngine++;
      return;
    }
    deployed.add(mutant.toString());
    try {
      walk(walk, mutant.file().replace(".bpmn", ""), mutant.toString());
    } finally {
      walk.takeBack(deployment);
    }
  }

  private void walk(Walk walk, String process, String what) {
    for (int seed = 1; seed <= WALKS; seed++) {
      try {
        walk.from(process, seed);
      } catch (RuntimeException e) {
        failed.add(what + ": " + e);
        return;
      }
    }
  }

  private Map<String, byte[]> files(String file, byte[] content) {
    Map<String, byte[]> files = new LinkedHashMap<>();
    files.put(file, content);
    String diagram = new String(bundle.get(file), StandardCharsets.UTF_8);
    bundle.forEach(
        (name, form) -> {
          if (name.endsWith(".form")
              && diagram.contains("formRef=\"" + name.replace(".form", "") + "\"")) {
            files.put(name, form);
          }
        });
    return files;
  }

  /** The figures, one a line. */
  String figures() {
    return """
        mutants                        %6d
        same text as the original      %6d
        refused by the gate            %6d
        refused by the engine's parser %6d
        deployed, and walk like the original %d
        deployed and failed            %6d
        """
        .formatted(
            mutants,
            equal,
            refused,
            refusedByEngine,
            deployed.size() - failed.size(),
            failed.size());
  }
}
