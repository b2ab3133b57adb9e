/**
 * What every diagram, decision table and form keeps to, checked without an engine and told to the
 * designer in Chinese.
 */
package rectify.contract;
