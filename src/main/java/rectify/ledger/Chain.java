package rectify.ledger;

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
 */
public record Chain(
    long caseId,
    String caseNumber,
    String countyCode,
    int events,
    String head,
    Map<String, String> facts,
    List<Link> links) {

  /** The facts as they are hashed. */
  public static String written(Map<String, String> facts) {
    StringBuilder text = new StringBuilder(Written.of("case/1"));
    facts.forEach((name, value) -> text.append(Written.of(name, value)));
    return text.toString();
  }

  Head asHead() {
    return new Head(caseId, events, head);
  }
}
