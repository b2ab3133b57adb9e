/**
 * The only engine configuration: which beans a model may call, who may touch which task, what a
 * form may submit, which time it is, and how models and schema reach the database.
 */
package rectify.engine;
