/**
 * Photos and files that prove what was found and what was done (行政执法全过程记录, 国办发〔2018〕118号): kept as
 * they were uploaded, shown without what a camera writes into them, never changed.
 */
package rectify.evidence;
