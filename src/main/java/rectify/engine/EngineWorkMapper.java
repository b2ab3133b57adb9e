package rectify.engine;

import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Set;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import rectify.engine.EngineWork.Clocks;
import rectify.engine.EngineWork.Instance;
import rectify.engine.EngineWork.StrayTask;
import rectify.engine.EngineWork.Tasks;

/**
 * Reads, and in one place moves, rows of the engine's own tables by the thousand, where its public
 * queries would ask once for each.
 */
@Mapper
interface EngineWorkMapper {

  List<Instance> instances();

  List<Tasks> tasks(@Param("now") Date now);

  List<Clocks> clocks();

  List<StrayTask> heldByNobody();

  List<StrayTask> heldByOutsiders();

  List<StrayTask> withoutPeople();

  List<StrayTask> withoutCandidates();

  List<String> numbersOfGroup(@Param("group") String group);

  List<String> numbersOfTenant(@Param("tenant") String tenant);

  Set<String> staffedGroups();

  List<String> membersOfGroup(@Param("group") String group);

  List<String> membersOfTenant(@Param("tenant") String tenant);

  int moveCandidates(
      @Param("from") String from,
      @Param("to") String to,
      @Param("numbers") Collection<String> numbers);

  int dropDoubledCandidates(@Param("from") String from, @Param("to") String to);

  int moveRoutes(
      @Param("from") String from,
      @Param("to") String to,
      @Param("numbers") Collection<String> numbers);

  int moveRoutesInHistory(
      @Param("from") String from,
      @Param("to") String to,
      @Param("numbers") Collection<String> numbers);
}
