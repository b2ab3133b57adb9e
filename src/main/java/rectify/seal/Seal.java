package rectify.seal;

/**
 * A hash under a key.
 *
 * @param algorithm as {@link Algorithm#written()}
 * @param keyId which key; null without
 */
public record Seal(String algorithm, String keyId, String hash) {}
