package rectify.enterprise;

import static rectify.enterprise.EnterpriseColumn.TOWNSHIP_CODE;
import static rectify.enterprise.EnterpriseColumn.TOWNSHIP_NAME;

import java.util.EnumMap;
import java.util.Map;
import rectify.jurisdiction.Jurisdictions;

/** What an enterprise is after a spreadsheet's row: what the row says, and else what is known. */
final class KnownCells {

  private KnownCells() {}

  /**
   * Puts a row over what is registered.
   *
   * @param known null if the enterprise is new
   * @param clearBlanks whether a blank cell clears; else it says nothing, for a blank may be what a
   *     program left of a merged or hidden cell
   */
  static Map<EnterpriseColumn, String> and(
      Map<EnterpriseColumn, String> cells,
      Enterprise known,
      boolean clearBlanks,
      Jurisdictions jurisdictions) {
    Map<EnterpriseColumn, String> all = new EnumMap<>(EnterpriseColumn.class);
    if (known == null) {
      all.putAll(cells);
      return all;
    }
    for (EnterpriseColumn column : EnterpriseColumn.values()) {
      // a code and a name that contradict each other are a fault of the row alone
      if (column != TOWNSHIP_CODE && column != TOWNSHIP_NAME) {
        all.put(column, column.cell(known, jurisdictions));
      }
    }
    if (!clearBlanks && isBlank(cells.get(TOWNSHIP_CODE)) && isBlank(cells.get(TOWNSHIP_NAME))) {
      all.put(TOWNSHIP_CODE, known.townshipCode());
    }
    cells.forEach(
        (column, cell) -> {
          if (clearBlanks || !isBlank(cell)) {
            all.put(column, cell);
          }
        });
    return all;
  }

  private static boolean isBlank(String cell) {
    return EnterpriseCheck.clean(cell).isEmpty();
  }
}
