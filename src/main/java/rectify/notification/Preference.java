package rectify.notification;

/**
 * How a person wants to be told.
 *
 * @param email whether the daily digest comes by mail
 * @param message whether urgent things come by the city's message gateway
 * @param phone for the gateway; may be null
 */
public record Preference(boolean email, boolean message, String phone) {

  static final Preference UNLESS_SAID_OTHERWISE = new Preference(true, true, null);
}
