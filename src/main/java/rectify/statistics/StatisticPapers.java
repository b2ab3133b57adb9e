package rectify.statistics;

import java.util.List;
import org.springframework.stereotype.Component;
import rectify.jurisdiction.Jurisdictions;
import rectify.seal.Paper;
import rectify.seal.Papers;
import rectify.seal.Written;

/** Signed tables as papers. */
@Component
class StatisticPapers implements Papers {

  static final String ROOM = "statistic";

  private final StatisticMapper mapper;

  StatisticPapers(StatisticMapper mapper) {
    this.mapper = mapper;
  }

  @Override
  public String room() {
    return ROOM;
  }

  @Override
  public List<Paper> after(long id, int most) {
    return mapper.signedAfter(id, most).stream().map(StatisticPapers::paper).toList();
  }

  /** Every column: once it is signed none of them changes. */
  static Paper paper(Statistic signed) {
    String area = signed.areaCode();
    return new Paper(
        ROOM,
        signed.id(),
        signed.number(),
        area.equals(Jurisdictions.CITY) ? null : area,
        Written.of(
            signed.kind(),
            signed.period(),
            area,
            signed.version(),
            signed.state(),
            signed.cutOff(),
            signed.content(),
            signed.drawnAt(),
            signed.reason(),
            signed.requestedBy(),
            signed.signatory(),
            signed.preparer(),
            signed.phone(),
            signed.signedAt(),
            signed.signedBy(),
            signed.sha256(),
            signed.overdueAt(),
            signed.supervision(),
            signed.supervisedAt(),
            signed.supervisedBy()));
  }
}
