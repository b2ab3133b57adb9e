package rectify.engine;

import java.util.List;
import org.apache.ibatis.annotations.Mapper;

@Mapper
interface HeldTaskMapper {

  /** Who holds a task without being in one of its groups, or of its county. */
  List<String> holdersWithoutRight();
}
