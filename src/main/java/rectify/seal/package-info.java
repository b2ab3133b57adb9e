/**
 * Codes under a key that nobody has who only has the database: the keys, what is sealed with them,
 * and the papers that were (电子签名法 art. 5: whether content stayed whole and unaltered since it was
 * final must be shown reliably). The chains of cases are the matter of {@code rectify.ledger}.
 */
package rectify.seal;
