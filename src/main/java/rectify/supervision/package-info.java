/** The ladder of supervision over what is overdue (安全生产法 art. 41, para. 3). */
package rectify.supervision;
