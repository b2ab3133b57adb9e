package rectify.watch;

import java.time.LocalDateTime;
import java.util.Collection;
import java.util.List;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;

@Mapper
interface StandstillMapper {

  /** The last sign of life; other nodes wait until the transaction ends. Null if there was none. */
  LocalDateTime lockLastBeat();

  int beat(@Param("at") LocalDateTime at);

  void insert(Standstill standstill);

  long newest();

  Standstill find(@Param("id") long id);

  Standstill lock(@Param("id") long id);

  List<Standstill> all();

  void insertItems(@Param("items") List<Item> items);

  /**
   * @param counties null for all
   */
  List<Item> items(
      @Param("id") long id,
      @Param("counties") Collection<String> counties,
      @Param("most") int most);

  long countItems(@Param("id") long id, @Param("counties") Collection<String> counties);

  List<String> countiesOf(@Param("id") long id);

  void moveItems(
      @Param("id") long id,
      @Param("waitingIds") Collection<String> waitingIds,
      @Param("to") LocalDateTime to);

  int choose(
      @Param("id") long id,
      @Param("choice") Standstill.Choice choice,
      @Param("reason") String reason,
      @Param("at") LocalDateTime at,
      @Param("by") String person);
}
