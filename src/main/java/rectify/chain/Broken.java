package rectify.chain;

/**
 * What does not hold in a chain.
 *
 * @param seq the first event concerned
 * @param detail what exactly, in Chinese
 */
public record Broken(Verdict verdict, int seq, String detail) {}
