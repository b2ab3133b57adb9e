/**
 * The engine's own people and groups, for whoever must hear when one leaves; the gate before every
 * check of a password.
 */
package rectify.account;
