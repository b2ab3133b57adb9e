/**
 * The register of enterprises, each under its township, its sub-category and its grade
 * (安全生产法第六十二条：分类分级监督管理), told apart by the unified social credit code (GB 32100-2015).
 */
package rectify.enterprise;
