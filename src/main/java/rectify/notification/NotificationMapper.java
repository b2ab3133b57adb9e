package rectify.notification;

import java.time.LocalDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;

@Mapper
interface NotificationMapper {

  void post(@Param("notices") List<Notice> notices, @Param("at") LocalDateTime at);

  /** The open tasks that fell due before a moment and whose people were not told so. */
  List<String> lateAndUntold(LocalDateTime now);

  /** Whom cases' overdue work was told to, and when. */
  List<Told> toldOverdue(@Param("cases") Collection<Long> cases);

  /** A notice that somebody has had. */
  record Told(long caseId, String recipient, LocalDateTime createdAt) {}

  /** Notices not yet spread to persons, oldest first. */
  void passOver(LocalDateTime before, LocalDateTime now);

  List<Notice> unspread(int limit);

  int markSpread(@Param("id") long id, @Param("at") LocalDateTime at);

  void reached(@Param("id") long id, @Param("persons") int persons);

  void putIntoInboxes(
      @Param("noticeId") long noticeId, @Param("recipients") Collection<Recipient> recipients);

  void insertDeliveries(@Param("noticeId") long noticeId, @Param("rows") List<Outgoing> rows);

  List<InboxItem> inbox(
      @Param("person") String person,
      @Param("unreadOnly") boolean unreadOnly,
      @Param("before") Long before,
      @Param("limit") int limit);

  int unread(String person);

  void read(
      @Param("person") String person,
      @Param("ids") Collection<Long> ids,
      @Param("at") LocalDateTime at);

  void readAll(
      @Param("person") String person, @Param("upTo") long upTo, @Param("at") LocalDateTime at);

  Preference preference(String person);

  void deleteInbox(String person);

  void deletePreference(String person);

  void prefer(@Param("person") String person, @Param("wish") Preference wish);

  /** What may go out now and nobody is sending. */
  List<Due> due(
      @Param("channel") String channel, @Param("now") LocalDateTime now, @Param("limit") int limit);

  /**
   * Claims what is due for a person.
   *
   * @param id one delivery only, unless null
   */
  int claim(
      @Param("channel") String channel,
      @Param("person") String person,
      @Param("id") Long id,
      @Param("claim") String claim,
      @Param("now") LocalDateTime now,
      @Param("until") LocalDateTime until);

  List<Delivery> claimed(String claim);

  void finished(
      @Param("claim") String claim, @Param("status") String status, @Param("at") LocalDateTime at);

  void failed(
      @Param("claim") String claim,
      @Param("status") String status,
      @Param("notBefore") LocalDateTime notBefore,
      @Param("error") String error);

  /**
   * @param counties null for all
   */
  List<ChannelState> states(@Param("counties") Set<String> counties);

  int waitingToSpread(@Param("counties") Set<String> counties);

  List<Trouble> troubles(@Param("counties") Set<String> counties, @Param("limit") int limit);

  int retry(@Param("counties") Set<String> counties, @Param("now") LocalDateTime now);

  int count(String status);

  int purgeDeliveries(@Param("before") LocalDateTime before, @Param("limit") int limit);

  /** A person who is told. */
  record Recipient(String person, String onBehalfOf) {}

  /** What is to leave the house. */
  record Outgoing(String channel, String person, LocalDateTime notBefore) {}

  /** Something that may go out. */
  record Due(long id, String person) {}

  /** How a channel is doing. */
  record ChannelState(
      String channel, int waiting, int failing, int parked, int sent, LocalDateTime oldest) {}

  /** A delivery that has failed. */
  record Trouble(
      long id,
      String channel,
      String person,
      String status,
      NoticeKind kind,
      String title,
      int attempts,
      LocalDateTime notBefore,
      String lastError) {}
}
