package rectify.profile;

import java.time.LocalDateTime;
import java.util.List;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;

@Mapper
interface ProfileMapper {

  record Answers(
      long enterpriseId,
      String subcategoryCode,
      String traits,
      LocalDateTime updatedAt,
      String updatedBy) {}

  record Place(
      long id, long enterpriseId, Long workshopId, String name, String traits, boolean removed) {}

  /**
   * Locks the enterprise, so that two of its people take turns.
   *
   * @return its sub-category; null if there is no such enterprise
   */
  String lockedTrade(long enterpriseId);

  Answers answers(long enterpriseId);

  /** Removed ones too, in the order of the ids. */
  List<Place> workshops(long enterpriseId);

  /** Removed ones too, in the order of the ids. */
  List<Place> posts(long enterpriseId);

  Place post(long id);

  void saveAnswers(Answers answers);

  void insertWorkshop(@Param("place") Place place);

  void insertPost(@Param("place") Place place);

  void updateWorkshop(@Param("place") Place place);

  void updatePost(@Param("place") Place place);
}
