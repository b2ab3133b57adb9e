package rectify.desk;

import java.time.LocalDateTime;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;

@Mapper
interface DraftMapper {

  Draft find(@Param("person") String person, @Param("taskId") String taskId);

  void save(Draft draft);

  int update(Draft draft);

  void delete(@Param("person") String person, @Param("taskId") String taskId);

  void deleteOfTask(String taskId);

  void deleteOfPerson(String person);

  void deleteOlder(@Param("person") String person, @Param("before") LocalDateTime before);
}
