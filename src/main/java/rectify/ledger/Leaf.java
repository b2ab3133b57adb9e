package rectify.ledger;

/** How far an anchor found a chain. */
record Leaf(long caseId, long anchorId, int events, String head) {

  Head asHead() {
    return new Head(caseId, events, head);
  }
}
