package rectify.simulation;

import java.time.LocalDateTime;
import java.util.List;
import org.apache.ibatis.annotations.Mapper;
import rectify.suspicion.Kind;

@Mapper
interface SimulationMapper {

  /** The simulation this database holds; null if none has begun. */
  Simulation find();

  void insert(Simulation simulation);

  void workedUntil(LocalDateTime moment);

  /** Cases, checks and inspections, whoever made them. */
  long cases();

  void insertDeed(Deed deed);

  boolean isDone(String deedKey);

  /** What the simulator has had people do. */
  List<Done> done();

  /**
   * @param amount of all of them together
   */
  record Done(Deed.Kind kind, long deeds, long amount, long photos) {}

  /** What the product's tables say, by the name of the figure. */
  List<Figure> figures();

  record Figure(String name, long count) {}

  /** How often each rung was climbed, the lowest first. */
  List<Figure> rungs();

  /** A figure for each enterprise that has one. */
  List<OfFirm> ofFirms();

  record OfFirm(String name, long enterpriseId, long count) {}

  /** What the assessment found of enterprises, withdrawn or not. */
  List<Verdict> verdicts();

  record Verdict(Kind kind, long enterpriseId) {}
}
