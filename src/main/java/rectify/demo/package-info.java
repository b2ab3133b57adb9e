/**
 * The demo: an invented register in two counties, invented people's enterprises and lists, and
 * three months of history that end now. In the profile {@code demo} only; it has no legal basis and
 * no door of the web.
 */
package rectify.demo;
