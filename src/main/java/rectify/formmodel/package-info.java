/**
 * What a form keeps to, so that the task list shows it and the server can check it: its fields,
 * conditions and words, and what the form that comes with the product promises.
 */
package rectify.formmodel;
