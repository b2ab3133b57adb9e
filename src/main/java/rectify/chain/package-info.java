/**
 * What a case's chain of events is and when it holds: links, heads and the tree over them, without
 * any store.
 */
package rectify.chain;
