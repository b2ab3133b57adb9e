package rectify.register;

import java.time.LocalDate;
import java.util.List;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import rectify.hazard.Hazard;

/** Reads lists of cases as somebody may see them, and keeps what they are searched by. */
@Mapper
interface CaseListMapper {

  List<Hazard> page(
      @Param("filter") LedgerFilter filter,
      @Param("scope") LedgerScope scope,
      @Param("order") Ledger.Order order,
      @Param("offset") long offset,
      @Param("limit") int limit);

  List<Hazard> before(
      @Param("filter") LedgerFilter filter,
      @Param("scope") LedgerScope scope,
      @Param("beforeId") long beforeId,
      @Param("limit") int limit);

  long count(@Param("filter") LedgerFilter filter, @Param("scope") LedgerScope scope);

  /**
   * @param today the first day on which an earlier last day has passed
   * @param soon the last day that counts as near
   * @param month the first day of the month
   */
  LedgerFigures figures(
      @Param("scope") LedgerScope scope,
      @Param("today") LocalDate today,
      @Param("soon") LocalDate soon,
      @Param("month") LocalDate month);

  /** The same of each county that has open cases. */
  List<CountyFigures> countyFigures(
      @Param("scope") LedgerScope scope, @Param("today") LocalDate today);

  List<Done> done(
      @Param("actor") String actor,
      @Param("filter") LedgerFilter filter,
      @Param("scope") LedgerScope scope,
      @Param("offset") long offset,
      @Param("limit") int limit);

  long countDone(
      @Param("actor") String actor,
      @Param("filter") LedgerFilter filter,
      @Param("scope") LedgerScope scope);
}
