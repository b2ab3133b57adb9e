/**
 * What staff see of a case beside its form: cards, the case itself, who has the task, what became
 * of a form that was handed in, follows, drafts.
 */
package rectify.desk;
