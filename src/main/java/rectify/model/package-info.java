/**
 * What every diagram, decision table and form keeps to, told to the designer in Chinese: the same
 * rules when the product is built and at every deployment, whatever door it comes through.
 */
package rectify.model;
