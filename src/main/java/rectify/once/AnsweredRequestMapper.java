package rectify.once;

import java.time.LocalDateTime;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;

@Mapper
interface AnsweredRequestMapper {

  /** 0 if the key has been used. */
  int begin(AnsweredRequest request);

  AnsweredRequest find(@Param("person") String person, @Param("requestKey") String requestKey);

  void answer(
      @Param("person") String person,
      @Param("requestKey") String requestKey,
      @Param("result") String result,
      @Param("answer") String answer,
      @Param("at") LocalDateTime at);

  /** Begins anew what was begun at a time and never answered; 0 if somebody else does. */
  int takeOver(
      @Param("person") String person,
      @Param("requestKey") String requestKey,
      @Param("askedAt") LocalDateTime askedAt,
      @Param("at") LocalDateTime at);

  void forget(@Param("person") String person, @Param("requestKey") String requestKey);

  int sweep(@Param("before") LocalDateTime before, @Param("most") int most);
}
