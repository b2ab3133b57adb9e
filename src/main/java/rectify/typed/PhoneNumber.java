package rectify.typed;

import java.util.regex.Pattern;

/** A telephone number as people write it: with area code, several of them, with an extension. */
public final class PhoneNumber {

  private static final Pattern FORM = Pattern.compile("[0-9+()\\-/,;、 转]{5,40}");

  private PhoneNumber() {}

  /**
   * Whether this is one.
   *
   * @param cleaned without what nobody sees, in half width
   */
  public static boolean is(String cleaned) {
    return FORM.matcher(cleaned).matches();
  }

  /** What to say of one that is none. */
  public static String problem(String typed) {
    return "“" + typed + "”不是有效的电话号码，应为5至40位数字，可带区号、+、-、分机“转”";
  }
}
