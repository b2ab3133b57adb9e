/**
 * What makes the ledger of cases believable: events sealed with a key, anchors that leave the
 * house, an audit of both, and proofs anybody can check (民事诉讼法 art. 66: electronic data is
 * evidence; 互联网法院规定 art. 11: hash and trusted time). The chains themselves belong to the room of
 * the cases, which this room asks through {@link rectify.chain.Chains}.
 */
package rectify.ledger;
