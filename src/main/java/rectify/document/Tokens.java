package rectify.document;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.regex.Pattern;

/** What a QR code carries: 128 random bits, which nobody guesses. */
final class Tokens {

  private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9_-]{22}");
  private static final SecureRandom RANDOM = new SecureRandom();

  private Tokens() {}

  static String next() {
    byte[] bits = new byte[16];
    RANDOM.nextBytes(bits);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
  }

  static boolean isOne(String text) {
    return SHAPE.matcher(text).matches();
  }
}
