/**
 * Who somebody is and where they stand: one login in front of everything, people with their posts,
 * counties and officer certificates. Legal basis: 行政处罚法 第四十二条 (two officers who hold certificates),
 * 网络安全法 第二十一条 (identification, access control, logs).
 */
package rectify.identity;
