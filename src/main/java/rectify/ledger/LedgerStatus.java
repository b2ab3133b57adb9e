package rectify.ledger;

import java.time.LocalDateTime;

/**
 * How far the ledger can be believed now.
 *
 * @param verifiedAt when the audit last ran; null if it never has
 * @param papers how many documents and signed tables it looked at then
 * @param findings how many things do not hold
 * @param anchoredAt when the newest anchor was drawn
 * @param outsideAt when the newest anchor was drawn that has left; null if none has
 * @param unseenHours how long a forgery by somebody with key and database could stay unseen; null
 *     for ever
 * @param sentence the same in words
 */
record LedgerStatus(
    LocalDateTime verifiedAt,
    Integer chains,
    Long events,
    Integer papers,
    long findings,
    LocalDateTime anchoredAt,
    LocalDateTime outsideAt,
    Long unseenHours,
    String sentence) {}
