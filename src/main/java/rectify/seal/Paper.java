package rectify.seal;

/**
 * Something that was issued or signed and does not change any more.
 *
 * @param room which kind of paper, such as {@code document}
 * @param number as people call it
 * @param county whose it is; null if that is not one county's
 * @param text all that it says and is, see {@link Written}
 */
public record Paper(String room, long id, String number, String county, String text) {

  String sealed(String algorithm, String keyId) {
    return Written.of("paper/1", algorithm, keyId, room, id, text);
  }
}
