package rectify.chain;

/** How far an anchor found a chain. */
public record Leaf(long caseId, long anchorId, int events, String head) {

  public Head asHead() {
    return new Head(caseId, events, head);
  }
}
