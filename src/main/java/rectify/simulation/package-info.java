/**
 * The city simulator: a seed and a profile of behaviour in, the history of a city out, made by
 * invented people through the real processes under a moved clock. It has no legal basis and no door
 * of the web: it is a command of the product.
 */
package rectify.simulation;
