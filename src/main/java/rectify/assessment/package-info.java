/**
 * What is held against whom: duties not fulfilled are scored (责任不落实，系统有考核), poor work is assessed
 * (工作不到位，系统有评估), everybody may answer (安全生产法 arts. 4 and 9).
 */
package rectify.assessment;
