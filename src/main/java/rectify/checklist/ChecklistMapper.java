package rectify.checklist;

import java.time.LocalDateTime;
import java.util.List;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;

@Mapper
interface ChecklistMapper {

  record Head(
      long id,
      long enterpriseId,
      int versionNumber,
      LocalDateTime confirmedAt,
      String confirmedBy) {}

  record Line(long checklistId, long guideItemId, Long workshopId, Long postId, String leftOut) {}

  /** The newest, or null. */
  Head current(long enterpriseId);

  Head version(@Param("enterpriseId") long enterpriseId, @Param("number") int number);

  /** In the order they were stored. */
  List<Line> lines(long checklistId);

  void insert(@Param("head") Head head);

  void insertLines(@Param("lines") List<Line> lines);
}
