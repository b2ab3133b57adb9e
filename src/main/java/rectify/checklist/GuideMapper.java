package rectify.checklist;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;

@Mapper
interface GuideMapper {

  record Row(
      long id,
      long versionId,
      int position,
      String code,
      String part,
      String content,
      String method,
      String basis,
      String criterion,
      String traits,
      Family family,
      String action,
      Reading checked,
      LocalDate review) {}

  /** Every version of every guide, by code, the newest first. */
  List<GuideVersion> versions();

  /** Every version of the guides of these codes, and of those whose code begins like a topic's. */
  List<GuideVersion> versionsFor(
      @Param("codes") Collection<String> codes, @Param("topic") String topic);

  List<GuideVersion> versionsOf(String guideCode);

  GuideVersion version(@Param("guideCode") String guideCode, @Param("number") int number);

  List<Row> items(@Param("versionIds") Collection<Long> versionIds);

  List<Row> itemsById(@Param("ids") Collection<Long> ids);

  /** How many enterprises have a list in which items of a guide stand, in whatever version. */
  int enterprisesWith(String guideCode);

  void insertVersion(@Param("version") GuideVersion version);

  void insertItems(@Param("rows") List<Row> rows);
}
