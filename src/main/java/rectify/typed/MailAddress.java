package rectify.typed;

import java.util.Optional;
import java.util.regex.Pattern;

/** A mail address, looked at where it is entered: a wrong one would be found by nobody later. */
public final class MailAddress {

  private static final int LONGEST = 254;
  private static final int LONGEST_NAME = 64;
  private static final Pattern SEVERAL = Pattern.compile("[;,；，、\\s]");
  private static final Pattern NAME =
      Pattern.compile("[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*");
  private static final Pattern DOMAIN =
      Pattern.compile(
          "([A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?\\.)+[A-Za-z][A-Za-z0-9-]{0,61}[A-Za-z0-9]");

  private MailAddress() {}

  /**
   * What is wrong with an address, in Chinese and with what to do; empty if mail can be sent to it.
   */
  public static Optional<String> problem(String address) {
    String found = found(address);
    return found == null
        ? Optional.empty()
        : Optional.of("电子邮箱“" + address + "”不能用：" + found + "，例如 zhang@example.com。");
  }

  private static String found(String address) {
    if (SEVERAL.matcher(address).find()) {
      return "只能填一个地址，中间不能有分号、逗号或空格";
    }
    if (address.chars().anyMatch(c -> c >= 0xFF01 && c <= 0xFF5E || c == '。')) {
      return "含有全角字符，请改用半角的@、点、字母和数字";
    }
    int at = address.indexOf('@');
    if (at < 0 || at != address.lastIndexOf('@')) {
      return "应有一个@";
    }
    if (address.chars().anyMatch(c -> c > 126)) {
      return "只能用英文字母、数字和常用符号";
    }
    if (at > LONGEST_NAME || address.length() > LONGEST) {
      return "地址过长，请核对";
    }
    if (!NAME.matcher(address.substring(0, at)).matches()) {
      return "@前面的部分不正确，请核对";
    }
    return DOMAIN.matcher(address.substring(at + 1)).matches() ? null : "@后面应是完整的域名，请核对";
  }
}
