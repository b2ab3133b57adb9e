/**
 * What a diagram keeps to: its elements, clocks, dates, expressions and branches, and the shape the
 * product's own has.
 */
package rectify.diagram;
