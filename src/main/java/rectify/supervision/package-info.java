/**
 * The ladders of supervision: over what is overdue or fails again and again (安全生产法 art. 41, para.
 * 3), and over an authority late with its own duty (arts. 9 and 10).
 */
package rectify.supervision;
