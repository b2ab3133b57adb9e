/**
 * What comes in is cleaned before anybody reads it: the text of requests, of their JSON and of
 * forms.
 */
package rectify.clean;
