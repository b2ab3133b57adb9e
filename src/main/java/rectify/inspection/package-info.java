/**
 * Supervisory inspections: findings, orders and rechecks by two officers (安全生产法 arts. 62-69; 行政处罚法
 * art. 42).
 */
package rectify.inspection;
