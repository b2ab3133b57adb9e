package rectify.supervision;

import java.time.LocalDateTime;

/**
 * Who was asked to see to a late duty.
 *
 * @param level {@code superior} or {@code office}
 * @param times how often they were asked
 * @param answeredAt null while they have not answered
 */
record DutyRung(
    long lateDutyId,
    String level,
    String authorityGroup,
    LocalDateTime askedAt,
    int times,
    LocalDateTime answeredAt) {}
