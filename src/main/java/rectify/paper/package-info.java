/**
 * How what is issued looks on A4: documents, tables of figures and placards, with their own fonts.
 */
package rectify.paper;
