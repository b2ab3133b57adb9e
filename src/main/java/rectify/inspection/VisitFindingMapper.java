package rectify.inspection;

import java.time.LocalDateTime;
import java.util.List;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;

@Mapper
interface VisitFindingMapper {

  /** Lets the changes to the findings of an inspection wait for one another. */
  Long lock(long inspectionId);

  int lastNumber(long inspectionId);

  void insert(VisitFinding finding);

  int correct(VisitFinding finding);

  int takeBack(@Param("inspectionId") long inspectionId, @Param("number") int number);

  int becameCase(
      @Param("inspectionId") long inspectionId,
      @Param("number") int number,
      @Param("hazardId") long hazardId);

  VisitFinding find(@Param("inspectionId") long inspectionId, @Param("number") int number);

  /** Those that were not taken back, by number. */
  List<VisitFinding> standing(long inspectionId);

  void note(VisitFindingEvent event);

  /** The newest of an inspection that is locked. */
  Change newestChange(long inspectionId);

  /** Changes with a higher id, by id. */
  List<Change> changesAfter(@Param("id") long id, @Param("most") int most);

  /** A change as it is stored, and of which inspection. */
  record Change(
      long id,
      String countyCode,
      LocalDateTime openedAt,
      long inspectionId,
      int number,
      VisitFindingEvent.Kind kind,
      String detail,
      LocalDateTime happenedAt,
      String actor,
      String actorName) {}

  List<VisitFindingEvent> events(
      @Param("inspectionId") long inspectionId, @Param("number") int number);

  int tookPlace(@Param("inspectionId") long inspectionId, @Param("time") VisitTime time);
}
