/**
 * What keeps open cases somebody's and their clocks true: units that are succeeded, processes put
 * back, standstills, tasks that are free again.
 */
package rectify.upkeep;
