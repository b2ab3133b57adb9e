package rectify.login;

import java.time.LocalDateTime;
import java.util.List;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;

@Mapper
interface LoginMapper {

  List<LoginCount> find(List<String> subjects);

  /** Counts one more, from one again when the last was before a time; locks the row. */
  void count(
      @Param("subject") String subject,
      @Param("account") String account,
      @Param("address") String address,
      @Param("at") LocalDateTime at,
      @Param("forgotten") LocalDateTime forgotten);

  int failures(String subject);

  void block(@Param("subject") String subject, @Param("until") LocalDateTime until);

  /** Pays for an attempt; 0 if another was quicker, or somebody has to wait. */
  int take(
      @Param("subject") String subject,
      @Param("seen") int seen,
      @Param("failures") int failures,
      @Param("at") LocalDateTime at,
      @Param("until") LocalDateTime until);

  int forget(String subject);

  LocalDateTime cameInFrom(@Param("account") String account, @Param("address") String address);

  void remember(
      @Param("account") String account,
      @Param("address") String address,
      @Param("at") LocalDateTime at);

  List<LoginCount> blocked(LocalDateTime at);

  int liftAccount(String account);

  int liftAddress(String address);

  int sweepCounts(@Param("before") LocalDateTime before, @Param("now") LocalDateTime now);

  int sweepAddresses(LocalDateTime before);
}
