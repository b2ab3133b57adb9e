package rectify.door;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.Pattern;

/** An address, or all that begin like it. */
record AddressRange(byte[] address, int bits) {

  /** Only what is written as an address: a name would be asked of the name server. */
  private static final Pattern LITERAL =
      Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}|(?=.*:)[0-9a-fA-F:]{2,39}");

  /**
   * Reads 10.0.0.7 or 10.0.0.0/8.
   *
   * @throws IllegalArgumentException if it is neither
   */
  static AddressRange of(String text) {
    String[] parts = text.split("/", 2);
    byte[] address =
        parse(parts[0])
            .orElseThrow(() -> new IllegalArgumentException("no address or range: " + text))
            .getAddress();
    int most = address.length * 8;
    if (parts.length == 1) {
      return new AddressRange(address, most);
    }
    if (!parts[1].matches("\\d{1,3}") || Integer.parseInt(parts[1]) > most) {
      throw new IllegalArgumentException("no address or range: " + text);
    }
    return new AddressRange(address, Integer.parseInt(parts[1]));
  }

  static Optional<InetAddress> parse(String text) {
    if (!LITERAL.matcher(text).matches()) {
      return Optional.empty();
    }
    try {
      return Optional.of(InetAddress.getByName(text));
    } catch (UnknownHostException e) {
      return Optional.empty();
    }
  }

  boolean contains(InetAddress other) {
    byte[] its = other.getAddress();
    if (its.length != address.length) {
      return false;
    }
    for (int bit = 0; bit < bits; bit++) {
      int mask = 0x80 >> (bit % 8);
      if ((its[bit / 8] & mask) != (address[bit / 8] & mask)) {
        return false;
      }
    }
    return true;
  }
}
