package rectify.chain;

import java.util.List;
import java.util.Map;
import rectify.seal.Written;

/**
 * A case as its chain is held against it.
 *
 * @param events how many events the case says it has
 * @param head the hash of the newest event, as the case says
 * @param facts what the case says of itself now, in the order it is hashed in
 * @param links its events by number
 * @param untold the first thing beside the case that is not as its events tell; null if all is
 */
public record Chain(
    long caseId,
    String caseNumber,
    String countyCode,
    int events,
    String head,
    Map<String, String> facts,
    List<Link> links,
    Untold untold) {

  /**
   * What is not as an event tells.
   *
   * @param seq of the event, or of the newest if none tells of it
   * @param detail what it is, in Chinese
   */
  public record Untold(int seq, String detail) {}

  /** The facts as they are hashed. */
  public static String written(Map<String, String> facts) {
    StringBuilder text = new StringBuilder(Written.of("case/1"));
    facts.forEach((name, value) -> text.append(Written.of(name, value)));
    return text.toString();
  }

  public Head asHead() {
    return new Head(caseId, events, head);
  }
}
