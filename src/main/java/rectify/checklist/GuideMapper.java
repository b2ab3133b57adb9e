package rectify.checklist;

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
      Family family) {}

  /** Every version of every guide, by code, the newest first. */
  List<GuideVersion> versions();

  List<GuideVersion> versionsOf(String guideCode);

  GuideVersion version(@Param("guideCode") String guideCode, @Param("number") int number);

  List<Row> items(@Param("versionIds") Collection<Long> versionIds);

  List<Row> itemsById(@Param("ids") Collection<Long> ids);

  void insertVersion(@Param("version") GuideVersion version);

  void insertItems(@Param("rows") List<Row> rows);
}
