/**
 * Who does a task instead, or many at once: handed to a colleague, taken over by a deputy, done
 * together.
 */
package rectify.handover;
