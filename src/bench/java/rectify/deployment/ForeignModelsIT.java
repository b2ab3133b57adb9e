package rectify.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import rectify.identity.Visitor;
import rectify.whole.WholeSystem;

/**
 * Deploys every model of a directory of other people's over HTTP, as a process designer: {@code mvn
 * -Pdrill verify -Ddrill=ForeignModels -Dmodels=DIR}. Whatever they are, the answer is no error of
 * the server and no English sentence. The figures go to {@code target/foreign-models.txt}.
 */
@WholeSystem
class ForeignModelsIT {

  private static final String MODEL =
      "(?i).*\\.(bpmn|bpmn2|bpmn20\\.xml|dmn|dmn11\\.xml|cmmn|form|xml)";
  private static final String ENGLISH = "(?s).*[A-Za-z]{3,}( [A-Za-z]+){3,}.*";

  @Autowired private RepositoryService repository;
  @LocalServerPort private int port;

  @Test
  void every_foreign_model_is_answered_in_the_designers_language() throws IOException {
    Path directory = Path.of(System.getProperty("models", "target/no-models"));
    List<Path> files;
    try (Stream<Path> found = Files.walk(directory)) {
      files = found.filter(file -> file.toString().matches(MODEL)).sorted().toList();
    }
    assertThat(files).as("models in %s", directory).isNotEmpty();
    long before = repository.createDeploymentQuery().count();
    Map<Integer, Integer> statuses = new TreeMap<>();
    List<String> wrong = new ArrayList<>();
    List<String> deployed = new ArrayList<>();
    for (Path file : files) {
      HttpResponse<String> answer = deploy(file);
      statuses.merge(answer.statusCode(), 1, Integer::sum);
      String body = answer.body();
      if (answer.statusCode() == 200) {
        deployed.add(directory.relativize(file).toString());
      } else if (answer.statusCode() >= 500
          || !body.matches("(?s).*\\p{IsHan}.*")
          || body.replaceAll("“[^”]*”|（[^）]*）", "").matches(ENGLISH)) {
        wrong.add(
            directory.relativize(file)
                + ": "
                + answer.statusCode()
                + " "
                + body.substring(0, Math.min(400, body.length())));
      }
    }

    String figures =
        "models %d, by status %s, wrong %d%n".formatted(files.size(), statuses, wrong.size());
    System.out.print(figures);
    Files.writeString(
        Path.of("target", "foreign-models.txt"),
        figures
            + "\nWrong:\n"
            + String.join("\n", wrong)
            + "\n\nDeployed:\n"
            + String.join("\n", deployed)
            + "\n");
    assertThat(wrong).isEmpty();
    assertThat(repository.createDeploymentQuery().count()).isEqualTo(before + deployed.size());
  }

  private HttpResponse<String> deploy(Path file) throws IOException {
    String name = file.getFileName().toString().replace("\"", "");
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    String head = "--x\r\nContent-Disposition: form-data; name=";
    body.writeBytes(
        (head
                + "\"deployment-name\"\r\n\r\nforeign\r\n"
                + head
                + "\"data\"; filename=\""
                + name
                + "\"\r\n\r\n")
            .getBytes(StandardCharsets.UTF_8));
    body.writeBytes(Files.readAllBytes(file));
    body.writeBytes("\r\n--x--\r\n".getBytes(StandardCharsets.UTF_8));
    return new Visitor(port)
        .as("designer")
        .multipart("/engine-rest/deployment/create", "x", body.toByteArray());
  }
}
