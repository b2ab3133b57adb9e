/**
 * Who somebody is and where they stand: people with their posts, counties and officer certificates,
 * and who stands in for them. Legal basis: 行政处罚法 第四十二条 (two officers who hold certificates).
 */
package rectify.identity;
