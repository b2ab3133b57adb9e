package rectify.assessment;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.List;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import rectify.enterprise.EnterpriseScope;

@Mapper
interface ScoreMapper {

  /** An enterprise with what its findings cost. */
  record Standing(
      long enterpriseId, String name, String countyCode, long findings, BigDecimal points) {}

  /** What an authority's findings cost. */
  record Cost(String subject, long findings, BigDecimal points) {}

  /** A count of something of an enterprise. */
  record OfEnterprise(long enterpriseId, long part, long whole) {}

  /** The same of all enterprises of a trade in a township. */
  record OfTrade(String countyCode, String townshipCode, String trade, long part, long whole) {}

  /** The same of an authority's group. */
  record OfGroup(String authority, long part, long whole) {}

  /** The enterprises a person sees, those that lost most first. */
  List<Standing> page(
      @Param("period") String period,
      @Param("scope") EnterpriseScope scope,
      @Param("offset") long offset,
      @Param("limit") int limit);

  long count(@Param("scope") EnterpriseScope scope);

  List<Cost> costs(String period);

  List<OfEnterprise> lists(@Param("enterprises") Collection<Long> enterprises);

  List<OfEnterprise> information(@Param("enterprises") Collection<Long> enterprises);

  List<OfEnterprise> reports(
      @Param("period") String period, @Param("enterprises") Collection<Long> enterprises);

  List<OfEnterprise> rectifications(
      @Param("first") LocalDate first,
      @Param("last") LocalDate last,
      @Param("enterprises") Collection<Long> enterprises);

  List<OfTrade> listsByTrade();

  List<OfTrade> informationByTrade();

  List<OfTrade> reportsByTrade(String period);

  List<OfGroup> rectificationsByTownship(
      @Param("first") LocalDate first, @Param("last") LocalDate last);

  List<OfGroup> rectificationsByDepartment(
      @Param("first") LocalDate first, @Param("last") LocalDate last);

  /** Red lights of a time: attended to before the department's time was over, of all. */
  List<OfGroup> redLights(@Param("from") LocalDateTime from, @Param("until") LocalDateTime until);
}
