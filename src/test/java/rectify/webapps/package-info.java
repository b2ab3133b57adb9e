/** What Camunda's four web applications show their users. */
package rectify.webapps;
