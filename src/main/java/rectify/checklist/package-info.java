/**
 * Guides of check items, the list, registers and post cards an enterprise draws from them, and the
 * published criteria of major hazards (安全生产法第四十一条：隐患排查治理制度、重大事故隐患判定标准).
 */
package rectify.checklist;
