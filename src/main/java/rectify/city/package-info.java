/** The platform's first page and the page of a case: what a person looks up beside their tasks. */
package rectify.city;
