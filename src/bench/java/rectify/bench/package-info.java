/**
 * The benchmark: our product, a bare engine and a peer on one real MySQL 8, compared side by side.
 */
package rectify.bench;
