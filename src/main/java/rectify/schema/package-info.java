/** The tables: every migration, Camunda's and Quartz's included, and one node's start at a time. */
package rectify.schema;
