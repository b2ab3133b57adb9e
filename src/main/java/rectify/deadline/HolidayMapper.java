package rectify.deadline;

import java.util.List;
import org.apache.ibatis.annotations.Mapper;

@Mapper
interface HolidayMapper {

  List<Holiday> all();

  void save(List<Holiday> rows);
}
