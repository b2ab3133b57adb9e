package rectify.ledger;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.List;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import rectify.chain.Head;
import rectify.chain.Leaf;
import rectify.chain.SealedChain;

@Mapper
interface LedgerMapper {

  String keyCheck(String id);

  List<String> keyIds();

  void insertKey(
      @Param("id") String id, @Param("check") String check, @Param("at") LocalDateTime at);

  List<SealedChain> sealedChains(@Param("ids") Collection<Long> ids);

  Anchor newestAnchor();

  /** The newest that has left. */
  Anchor newestAnchorOutside();

  Anchor anchorOf(LocalDate day);

  Anchor anchor(long id);

  List<Anchor> anchors();

  List<Anchor> newestAnchors(int most);

  void insertAnchor(NewAnchor anchor);

  void insertLeaves(@Param("anchorId") long anchorId, @Param("heads") List<Head> heads);

  /** The newest of each of these cases. */
  List<Leaf> newestLeaves(@Param("ids") Collection<Long> ids);

  List<Leaf> leavesOf(@Param("ids") Collection<Long> ids);

  List<Leaf> leavesOfAnchor(
      @Param("anchorId") long anchorId, @Param("after") long after, @Param("most") int most);

  /** Ids of the cases anchors know, above an id and up to another. */
  List<Long> anchoredCases(@Param("after") long after, @Param("to") long to);

  List<Departure> departures(long anchorId);

  void saveDeparture(Departure departure);

  List<Check> checks(@Param("ids") Collection<Long> ids);

  void saveChecks(@Param("at") LocalDateTime at, @Param("chains") Collection<Head> chains);

  int insertFinding(ChainFinding finding);

  int reopenFinding(ChainFinding finding);

  /** One that is open already, but for another reason. */
  void explainFinding(ChainFinding finding);

  /** Only the first that does not hold stays open. */
  void closeOtherFindings(ChainFinding finding);

  void closeFindings(@Param("subjects") Collection<String> subjects, @Param("at") LocalDateTime at);

  List<ChainFinding> openFindings(int most);

  long countOpenFindings();

  AuditRun lastRun();

  void insertRun(AuditRun run);
}
