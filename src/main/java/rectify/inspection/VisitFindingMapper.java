package rectify.inspection;

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

  List<VisitFindingEvent> events(
      @Param("inspectionId") long inspectionId, @Param("number") int number);

  int tookPlace(@Param("inspectionId") long inspectionId, @Param("time") VisitTime time);
}
