/** Classes that break one rule each, to show that the rules can fail. */
package rectify.architecture.samples;
