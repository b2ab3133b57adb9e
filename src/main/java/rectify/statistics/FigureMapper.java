package rectify.statistics;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;

/** Counts in the ledger and in the self-checks; a county of null is the whole city. */
@Mapper
interface FigureMapper {

  /**
   * Self-checks of one trade in one area.
   *
   * @param area a township in a county's table, a county in the city's
   * @param due checks of the month
   * @param onTime reported by their last day
   * @param late reported after it, by the cut-off
   * @param zero of those reported, the ones that found nothing
   */
  record Reported(String category, String area, long due, long onTime, long late, long zero) {}

  List<Reported> reported(
      @Param("month") String month,
      @Param("cutOff") LocalDateTime cutOff,
      @Param("county") String county);

  /**
   * Hazards of one trade that were registered from the first day to the cut-off.
   *
   * @param planned major, not closed by the cut-off, with a plan the department has approved
   * @param ready of those, the plan names measures, funds, people, time and safeguards
   * @param listed major, taken to listed supervision (挂牌督办)
   * @param funds yuan, of rectifications reported by the cut-off; null if there are none
   */
  record Treated(
      String category,
      long generalFound,
      long generalClosed,
      long majorFound,
      long majorClosed,
      long planned,
      long ready,
      long listed,
      BigDecimal funds) {}

  List<Treated> treated(
      @Param("from") LocalDate from,
      @Param("cutOff") LocalDateTime cutOff,
      @Param("county") String county);

  /** Enterprises of one trade with a hazard registered or a self-check reported. */
  record Units(String category, long units) {}

  List<Units> units(
      @Param("from") LocalDate from,
      @Param("cutOff") LocalDateTime cutOff,
      @Param("county") String county);

  /** The same of all trades, each enterprise once though it has changed its trade. */
  long allUnits(
      @Param("from") LocalDate from,
      @Param("cutOff") LocalDateTime cutOff,
      @Param("county") String county);

  /** Months with self-checks, newest first. */
  List<String> months(@Param("from") String from, @Param("until") String until);

  /** Whether anything was registered or reported by then. */
  boolean hasBegun(LocalDateTime by);
}
