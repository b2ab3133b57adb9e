/**
 * What is done once however often it is asked for, again where another was faster, and little at a
 * time where it is heavy.
 */
package rectify.once;
