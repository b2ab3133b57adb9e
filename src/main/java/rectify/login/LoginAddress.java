package rectify.login;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.HexFormat;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** Where a login comes from, as far as one household or office can choose it. */
final class LoginAddress {

  private static final int PREFIX_BYTES = 8;

  /** Work of the system itself has no address. */
  private static final String INSIDE = "inside";

  private LoginAddress() {}

  static String current() {
    return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes request
        ? of(request.getRequest().getRemoteAddr())
        : INSIDE;
  }

  /** An IPv4 address as it is; of an IPv6 address its /64, of which one machine may use any. */
  static String of(String remote) {
    if (remote == null || !remote.matches("[0-9A-Fa-f:.\\[\\]%a-z]{2,64}")) {
      return "unknown";
    }
    if (!remote.contains(":")) {
      return remote;
    }
    try {
      // written in digits, so that nothing is looked up
      InetAddress address = InetAddress.getByName(remote.replaceFirst("%.*", ""));
      return address instanceof Inet6Address v6
          ? HexFormat.of().formatHex(v6.getAddress(), 0, PREFIX_BYTES) + "::/64"
          : address.getHostAddress();
    } catch (UnknownHostException e) {
      return "unknown";
    }
  }
}
