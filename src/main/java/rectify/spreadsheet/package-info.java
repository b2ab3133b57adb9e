/**
 * Spreadsheets that people send and take away: CSV and xlsx read within limits, and written so that
 * no code loses a zero.
 */
package rectify.spreadsheet;
