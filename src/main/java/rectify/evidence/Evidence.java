package rectify.evidence;

import java.math.BigDecimal;
import java.time.LocalDateTime;

/**
 * A photo or a file. Times are China time.
 *
 * @param caseNumber of the case, or of the inspection while its finding is not registered; null
 *     while it is a draft that waits for its uploader's next report
 * @param step the task in the diagram it was uploaded for; {@link #DRAFT} if for none
 * @param taskId the task it was uploaded for; null if for none
 * @param round how often the case had been sent back when it was uploaded
 * @param fileName as it was uploaded
 * @param sha256 of the file as it was uploaded
 * @param storedAs where its files lie, see {@link EvidenceStore}
 * @param pictureHash see {@link PictureHash}; null for a document
 * @param takenAt when the camera says the picture was taken; null if it does not say
 * @param latitude where the camera says it was taken; null if it does not say
 * @param withdrawnAt null unless its uploader took it back
 */
public record Evidence(
    Long id,
    String caseNumber,
    String step,
    String taskId,
    int round,
    EvidenceKind kind,
    String fileName,
    String mediaType,
    long size,
    String sha256,
    String storedAs,
    Long pictureHash,
    LocalDateTime takenAt,
    BigDecimal latitude,
    BigDecimal longitude,
    LocalDateTime uploadedAt,
    String uploadedBy,
    String uploadedByName,
    LocalDateTime withdrawnAt) {

  /** Stands for the step of what is uploaded before there is a case. */
  static final String DRAFT = "draft";

  boolean isDraft() {
    return caseNumber == null;
  }

  /**
   * Whether the camera says the picture was taken after it had been sent: its clock is wrong, or
   * somebody wrote the time. A day is left for clocks of other zones.
   */
  boolean isTakenLater() {
    return takenAt != null && takenAt.isAfter(uploadedAt.plusDays(1));
  }

  boolean isPicture() {
    return pictureHash != null;
  }

  /** The part of its inspection it belongs to; null if to none. */
  Integer part() {
    int at = caseNumber == null ? -1 : caseNumber.indexOf('/');
    return at < 0 ? null : Integer.valueOf(caseNumber.substring(at + 1));
  }

  boolean isWithdrawn() {
    return withdrawnAt != null;
  }

  /** In one line, for the events of its case. */
  String inWords() {
    return "%s“%s”（%d字节，SHA-256 %s）".formatted(kind.chinese(), fileName, size, sha256);
  }
}
