package rectify.timer;

import java.util.Collection;
import java.util.Date;
import java.util.List;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;

/**
 * Reads and moves rows of the engine's own tables by the thousand. Revisions are raised, so that a
 * command that has read a row before fails and is done again.
 */
@Mapper
interface TimerMapper {

  /**
   * @param written how the diagram counts it; of a task only in the diagram
   */
  record Row(
      String id,
      String definition,
      String processKey,
      String number,
      String tenant,
      String step,
      Date due,
      Date since,
      String written,
      String instance) {}

  List<Row> timers();

  List<Row> tasks();

  int moveTimers(
      @Param("ids") Collection<String> ids, @Param("from") Date from, @Param("to") Date to);

  int moveTasks(
      @Param("ids") Collection<String> ids, @Param("from") Date from, @Param("to") Date to);

  void moveTasksInHistory(@Param("ids") Collection<String> ids, @Param("to") Date to);
}
