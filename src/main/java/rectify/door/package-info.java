/**
 * One login in front of everything: who may open which door, who asks and from where, and what each
 * sees who may not.
 */
package rectify.door;
