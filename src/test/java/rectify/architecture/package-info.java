/** How the house is cut, as tests that say why. */
package rectify.architecture;
