package rectify.jurisdiction;

import java.util.List;
import org.apache.ibatis.annotations.Mapper;

/** The successions that have come to pass. */
@Mapper
interface SuccessionMapper {

  List<Succession> applied();

  /** Changes whenever a succession comes to pass. */
  String state();
}
