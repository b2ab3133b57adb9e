/**
 * The drill that kills the service in the middle of its work and counts what is lost or doubled.
 */
package rectify.drill;
