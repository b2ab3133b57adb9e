/**
 * The working-day calendar and the one way to turn a period into a date (民法典 art. 201, 203; 行政处罚法
 * art. 85; 行政强制法 art. 69; 全国年节及纪念日放假办法).
 */
package rectify.deadline;
