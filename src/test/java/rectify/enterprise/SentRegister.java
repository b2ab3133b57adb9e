package rectify.enterprise;

import java.util.Map;
import java.util.Set;

/**
 * A register as somebody sent it, and what they meant.
 *
 * @param rows what each line says, by its number as the spreadsheet shows it
 * @param unreadable columns of lines whose cell shows other than it holds, so that they must be
 *     refused
 * @param refused what the refusal of the whole file must say; null if it is to be read
 */
record SentRegister(
    String name,
    byte[] file,
    Map<Integer, Map<EnterpriseColumn, String>> rows,
    Map<Integer, Set<EnterpriseColumn>> unreadable,
    String refused) {}
