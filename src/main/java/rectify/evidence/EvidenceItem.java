package rectify.evidence;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.List;

/**
 * A piece of evidence as people see it.
 *
 * @param part of what its task is about, such as a finding of an inspection; null if of none
 * @param takenLater whether the time the camera wrote lies after the upload, and so proves nothing
 * @param withdrawable whether the person who asks could take it back now: a draft of theirs, or
 *     what they gave to the task they have open
 * @param reuses where else the picture is; empty for enterprise people
 */
public record EvidenceItem(
    long id,
    String kind,
    String kindName,
    Integer part,
    String step,
    int round,
    String fileName,
    boolean picture,
    long size,
    String sha256,
    LocalDateTime takenAt,
    boolean takenLater,
    BigDecimal latitude,
    BigDecimal longitude,
    LocalDateTime uploadedAt,
    String uploadedByName,
    boolean own,
    boolean withdrawable,
    boolean withdrawn,
    List<String> reuses) {}
