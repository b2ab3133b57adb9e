package rectify.deployment;

import java.util.List;
import org.apache.ibatis.annotations.Mapper;

@Mapper
interface WithdrawalMapper {

  void insert(Withdrawal withdrawal);

  /** The latest first. */
  List<Withdrawal> all();
}
