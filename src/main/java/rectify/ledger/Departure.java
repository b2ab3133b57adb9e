package rectify.ledger;

import java.time.LocalDateTime;

/**
 * That an anchor has left for a second trust domain, or could not.
 *
 * @param way MAIL, WEBHOOK or PAPER
 * @param leftAt null while it has not
 * @param whom it was handed to
 */
record Departure(long anchorId, String way, LocalDateTime leftAt, String whom, String lastError) {}
