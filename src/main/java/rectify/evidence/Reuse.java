package rectify.evidence;

import java.time.LocalDateTime;

/**
 * A picture that had been proof in another case before.
 *
 * @param caseNumber where it was used again
 * @param otherCaseNumber where it came from, a case or an inspection
 * @param same whether it is the very same file
 */
public record Reuse(
    long evidenceId,
    String caseNumber,
    LocalDateTime uploadedAt,
    long otherId,
    String otherCaseNumber,
    boolean same) {}
