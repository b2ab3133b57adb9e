package rectify.desk;

import java.util.Collection;
import java.util.Date;
import java.util.List;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;

/** The engine's history of tasks, by who did them. */
@Mapper
interface DoneTaskMapper {

  /**
   * A task somebody has done.
   *
   * @param number of what it belonged to; may be null
   * @param title what it was about; may be null
   */
  record DoneTask(Date endedAt, String name, String number, String title) {}

  /**
   * Those of some processes, newest first.
   *
   * @param from null for any
   * @param before null for any
   */
  List<DoneTask> done(
      @Param("person") String person,
      @Param("processes") Collection<String> processes,
      @Param("from") Date from,
      @Param("before") Date before,
      @Param("limit") int limit);
}
