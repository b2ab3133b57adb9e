/**
 * Which place belongs to whom and which department answers for which trade: by territory and by
 * sector (安全生产法 art. 9, 10: 属地管理、管行业必须管安全).
 */
package rectify.jurisdiction;
