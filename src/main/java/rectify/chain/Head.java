package rectify.chain;

/**
 * How far a chain has come.
 *
 * @param head the hash of its newest event
 */
public record Head(long caseId, int events, String head) {}
