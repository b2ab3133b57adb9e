package rectify.document;

import java.time.LocalDateTime;
import java.util.List;
import org.apache.ibatis.annotations.Mapper;

@Mapper
interface DocumentMapper {

  /** Locks the row of a series; 0 when the series has none yet. */
  int advance(String place, DocumentKind.Family family, int seriesYear);

  int last(String place, DocumentKind.Family family, int seriesYear);

  /** Waits for whoever is beginning a series. */
  int lockBeginnings();

  void begin(String place, DocumentKind.Family family, int seriesYear);

  int lockSeries(String place, DocumentKind.Family family, int seriesYear);

  int lastPart(DocumentKind kind, String place, int seriesYear, int serial);

  void insert(
      DocumentDraft draft,
      String number,
      int seriesYear,
      int serial,
      int part,
      Long parentId,
      LocalDateTime issuedAt);

  Document find(long id);

  Document findByNumber(DocumentKind kind, String place, int seriesYear, int serial, int part);

  List<Document> findByInspection(long inspectionId);

  List<Document> findByCase(long caseId);
}
