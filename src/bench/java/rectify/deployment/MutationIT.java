package rectify.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Breaks every place of the product's diagrams; the figures go to {@code target/mutation.txt}. With
 * {@code -Dmutants=N} every so many-th only, so that about N are tried.
 */
class MutationIT {

  @Test
  void no_broken_diagram_is_deployed_and_then_fails() throws IOException {
    Mutation mutation = new Mutation();

    List<Mutants.Mutant> all = mutation.all();
    int step = Math.max(1, all.size() / Integer.getInteger("mutants", all.size()));
    mutation.run(
        IntStream.range(0, all.size()).filter(i -> i % step == 0).mapToObj(all::get).toList());

    Files.writeString(
        Path.of("target", "mutation.txt"),
        "made %d%n".formatted(all.size())
            + mutation.figures()
            + "\nDeployed:\n"
            + String.join("\n", mutation.deployed)
            + "\n\nFailed:\n"
            + String.join("\n", mutation.failed)
            + "\n");
    System.out.println(mutation.figures());
    assertThat(mutation.mutants).isGreaterThan(600);
    assertThat(mutation.failed).isEmpty();
  }
}
