/**
 * Word of what is new, near, late, returned or urged: told to every person it concerns, through the
 * channels they have, and never lost. Legal basis: 安全生产法 第四十一条 (the hazard's people are told of
 * it), 事故隐患排查治理暂行规定 第十四条.
 */
package rectify.notification;
