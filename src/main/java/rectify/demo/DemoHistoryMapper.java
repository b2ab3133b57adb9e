package rectify.demo;

import java.time.LocalDateTime;
import org.apache.ibatis.annotations.Mapper;
import rectify.demo.DemoHistory.Made;

@Mapper
interface DemoHistoryMapper {

  /** The history this database holds; null if none was begun. */
  Made find();

  void insert(Made made);

  void finish(LocalDateTime at);
}
