package rectify.whole;

import java.awt.image.BufferedImage;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import rectify.document.HostileSheets;
import rectify.evidence.HostilePictures;
import rectify.evidence.Photos;
import rectify.identity.Visitor;

/** Sends files made to harm, all at once, while an ordinary person sends ordinary photos. */
public final class HostileFiles {

  private static final Pattern ID = Pattern.compile("\"id\":(\\d+)");

  private final int port;

  public HostileFiles(int port) {
    this.port = port;
  }

  /** A file and who sends it to which door. */
  public record Sent(String what, String person, String path, byte[] content) {}

  /**
   * What came of it.
   *
   * @param statuses of the hostile files, and a word for a refusal that asks to come back
   * @param photos milliseconds of each ordinary photo
   */
  public record Outcome(List<String> statuses, List<Long> photos) {

    public long failures() {
      return statuses.stream().filter(status -> status.startsWith("5") && !isBusy(status)).count();
    }

    public long askedToComeBack() {
      return statuses.stream().filter(Outcome::isBusy).count();
    }

    private static boolean isBusy(String status) {
      return status.startsWith("503 系统正忙");
    }

    public long photo(int percent) {
      List<Long> sorted = new ArrayList<>(photos);
      Collections.sort(sorted);
      return sorted.get(Math.min(sorted.size() - 1, sorted.size() * percent / 100));
    }
  }

  /** Twenty files; of the size that once stopped the product if large. */
  public static List<Sent> twenty(boolean large) {
    List<Sent> files = new ArrayList<>();
    byte[] cell = HostileSheets.oneCell(large ? 190 : 2);
    byte[] commas = HostileSheets.commas(large ? 19 : 4);
    int edge = large ? 6_300 : 4_000;
    byte[] interlaced = HostilePictures.png(edge, edge, 8, true);
    byte[] deep = HostilePictures.png(edge, edge, 16, false);
    for (int copy = 0; copy < 4; copy++) {
      files.add(register("cell", cell));
      files.add(register("commas", commas));
      files.add(photo("interlaced", "shuitou" + (copy % 2 + 1), interlaced));
    }
    for (int copy = 0; copy < 2; copy++) {
      files.add(photo("interlaced", "chendai" + (copy + 1), interlaced));
      files.add(photo("sixteen bits", "jjemergency" + (copy + 1), deep));
    }
    files.add(register("hidden cell", HostileSheets.hiddenCell(large ? 50 : 2)));
    files.add(register("texts", HostileSheets.manyTexts(large ? 3_000 : 500)));
    files.add(register("wide rows", HostileSheets.wideRows(large ? 50_000 : 5_000)));
    files.add(photo("scans", "naemergency1", HostilePictures.jpegOfManyScans(6_000, 6_000, 90)));
    return files;
  }

  private static Sent register(String what, byte[] content) {
    return new Sent(what, "admin", "/api/enterprises/import", content);
  }

  private static Sent photo(String what, String person, byte[] content) {
    return new Sent(what, person, "/api/evidence", content);
  }

  /**
   * Sends each file so many times, all files at once.
   *
   * @param photos at least so many ordinary ones
   */
  public Outcome send(List<Sent> files, int times, int photos) throws Exception {
    List<String> statuses = Collections.synchronizedList(new ArrayList<>());
    AtomicBoolean over = new AtomicBoolean();
    ExecutorService people = Executors.newFixedThreadPool(files.size() + 1);
    try {
      Future<List<Long>> ordinary = people.submit(() -> ordinary(photos, over));
      List<Callable<Boolean>> sendings =
          files.stream()
              .map(
                  file ->
                      (Callable<Boolean>)
                          () -> {
                            for (int time = 0; time < times; time++) {
                              statuses.add(status(file));
                            }
                            return true;
                          })
              .toList();
      for (Future<Boolean> sending : people.invokeAll(sendings)) {
        sending.get();
      }
      over.set(true);
      return new Outcome(List.copyOf(statuses), ordinary.get());
    } finally {
      people.shutdownNow();
    }
  }

  private String status(Sent file) {
    HttpResponse<String> answer = upload(file.person(), file.path(), file.content());
    Matcher detail = Pattern.compile("\"detail\":\"([^\"]*)\"").matcher(answer.body());
    return answer.statusCode() + " " + (detail.find() ? detail.group(1) : "") + " " + file.what();
  }

  private List<Long> ordinary(int atLeast, AtomicBoolean over) {
    byte[] photo = Photos.jpeg(new BufferedImage(4_000, 3_000, BufferedImage.TYPE_INT_RGB));
    List<Long> milliseconds = new ArrayList<>();
    while (milliseconds.size() < atLeast || !over.get()) {
      long begin = System.nanoTime();
      HttpResponse<String> answer = upload("naenterprise", "/api/evidence", photo);
      milliseconds.add((System.nanoTime() - begin) / 1_000_000);
      Matcher id = ID.matcher(answer.body());
      if (answer.statusCode() != 201 || !id.find()) {
        throw new AssertionError(answer.statusCode() + " " + answer.body());
      }
      new Visitor(port).as("naenterprise").send("DELETE", "/api/evidence/" + id.group(1), "");
    }
    return milliseconds;
  }

  private HttpResponse<String> upload(String person, String path, byte[] content) {
    return new Visitor(port)
        .as(person)
        .upload(
            path,
            Map.of("kind", "before", "clientKey", UUID.randomUUID().toString()),
            "file.bin",
            content);
  }
}
