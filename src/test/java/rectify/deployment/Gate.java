package rectify.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import rectify.model.Code;
import rectify.model.House;
import rectify.model.ModelDeployer;
import rectify.model.Models;
import rectify.model.Report;

/** The gate, without an engine behind it. */
final class Gate {

  static final Map<String, byte[]> BUNDLE = ModelDeployer.read();

  private static final Models PRODUCT = Models.of(BUNDLE, new Report());
  private static final Code CODE = Code.ofProduct(Set.of());

  private Gate() {}

  static String text(String file) {
    return new String(BUNDLE.get(file), StandardCharsets.UTF_8);
  }

  /** The file with one change, which must be one. */
  static String changed(String file, String good, String bad) {
    String text = text(file);
    assertThat(text).contains(good);
    return text.replace(good, bad);
  }

  /** What the gate says of one file. */
  static List<String> problems(String file, String content) {
    return problems(file, content.getBytes(StandardCharsets.UTF_8));
  }

  static List<String> problems(String file, byte[] content) {
    Map<String, byte[]> files = Map.of(file, content);
    List<String> problems = new ArrayList<>(Parcel.problems(files, House.ours()));
    if (problems.isEmpty()) {
      problems.addAll(ProcessContract.violations(files, PRODUCT, CODE));
    }
    return problems;
  }
}
