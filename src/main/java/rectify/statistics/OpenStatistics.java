package rectify.statistics;

import java.util.List;
import org.springframework.stereotype.Component;
import rectify.responsibility.OpenWork;

/** Tables drawn and not signed yet. */
@Component
class OpenStatistics implements OpenWork {

  private final OpenStatisticMapper mapper;

  OpenStatistics(OpenStatisticMapper mapper) {
    this.mapper = mapper;
  }

  @Override
  public List<Piece> pieces() {
    return mapper.drafts().stream()
        .map(
            draft ->
                new Piece(
                    "统计报表签发",
                    Statistic.number(
                        draft.kind(), draft.areaCode(), draft.period(), draft.version()),
                    StatisticsSigning.KEY,
                    draft.areaCode(),
                    true))
        .toList();
  }
}
