/**
 * Classes that break one rule each, to show that the rules can fail. Outside the product's root
 * package, where no component scan finds them.
 */
package samples.architecture;
