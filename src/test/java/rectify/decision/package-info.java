/** Every decision table against the cases its regulator can read, without a process engine. */
package rectify.decision;
