/** What staff see of a case beside its form: cards, the case itself, follows, drafts. */
package rectify.desk;
