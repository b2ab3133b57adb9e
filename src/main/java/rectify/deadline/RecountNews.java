package rectify.deadline;

import java.time.LocalDate;
import java.util.List;
import rectify.timer.Waiting;

/**
 * Knows the work whose clocks a changed calendar moves: whoever keeps it says which last days roll,
 * and enters in its history what was moved, in the same transaction.
 */
public interface RecountNews {

  /**
   * Whether the last day of this piece of work is the end of a period, which rolls to the next
   * working day when it becomes a rest day (民法典 art. 203); a day that was printed does not.
   */
  boolean rolls(Waiting task);

  /**
   * @param number of the work, such as a case number
   * @param clocks what was moved, Chinese, such as 验收：2027-02-12 → 2027-02-18
   * @param lastDay the new last day if it rolled; null if it stays
   */
  void recounted(String number, List<String> clocks, LocalDate lastDay);
}
