package rectify.desk;

import java.time.LocalDateTime;
import java.util.Collection;
import java.util.List;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;

@Mapper
interface FollowMapper {

  void insert(
      @Param("person") String person,
      @Param("hazardId") long hazardId,
      @Param("at") LocalDateTime at);

  int delete(@Param("person") String person, @Param("hazardId") long hazardId);

  boolean exists(@Param("person") String person, @Param("hazardId") long hazardId);

  int count(String person);

  /** Newest follow first. */
  List<Long> of(String person);

  List<Long> among(@Param("person") String person, @Param("hazardIds") Collection<Long> hazardIds);

  void deleteOfPerson(String person);
}
