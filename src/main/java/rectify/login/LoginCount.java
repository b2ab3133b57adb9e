package rectify.login;

import java.time.LocalDateTime;

/**
 * Wrong passwords of one kind.
 *
 * @param subject what is counted, as its key
 * @param account null where an address is counted
 * @param address null where an account is counted
 * @param blockedUntil nobody is let try before
 */
record LoginCount(
    String subject,
    String account,
    String address,
    int failures,
    LocalDateTime lastAt,
    LocalDateTime blockedUntil) {}
