package rectify.deployment;

import java.time.LocalDateTime;

/**
 * A deployment that was taken back before any case ran on it.
 *
 * @param files the names of its files, as they were deployed
 */
record Withdrawal(
    String deploymentId,
    String name,
    String files,
    LocalDateTime deployedAt,
    String withdrawnBy,
    LocalDateTime withdrawnAt,
    String reason) {}
