package rectify.deadline;

import java.util.List;

/**
 * Hears which clocks were moved because the calendar changed, in the same transaction: whoever
 * keeps a history of the work enters it there.
 */
public interface RecountNews {

  /**
   * @param number of the work, such as a case number
   * @param clocks what was moved, Chinese, such as 验收：2027-02-12 → 2027-02-18
   */
  void recounted(String number, List<String> clocks);
}
