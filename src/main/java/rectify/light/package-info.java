/** The enterprises' warning lights, and what a department is asked each time one turns red. */
package rectify.light;
