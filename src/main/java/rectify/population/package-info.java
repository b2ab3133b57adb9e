/**
 * Who lives in a simulated city and how they behave: a seed and a profile of constructed values.
 */
package rectify.population;
