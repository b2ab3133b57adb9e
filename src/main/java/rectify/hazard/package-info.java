/**
 * The case: a hazard registered, rectified, verified, extended and closed (安全生产法 art. 41; Order No.
 * 16).
 */
package rectify.hazard;
