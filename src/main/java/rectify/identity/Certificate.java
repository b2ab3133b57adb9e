package rectify.identity;

import java.time.LocalDate;

/**
 * An officer's law enforcement certificate (行政执法证).
 *
 * @param validUntil its last valid day
 */
public record Certificate(String userId, String certificateNumber, LocalDate validUntil) {}
