package rectify.document;

import java.util.Collection;
import java.util.List;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import rectify.paper.Document;
import rectify.paper.DocumentKind;
import rectify.paper.Edition;

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

  void insert(NewDocument row);

  Document find(long id);

  /** By id, above an id. */
  List<Document> findAfter(@Param("id") long id, @Param("limit") int limit);

  List<Document> findByInspection(long inspectionId);

  List<Document> findByCase(long caseId);

  /** Those of a case and those of the whole visit it was found at. */
  List<Document> findByCaseOrVisit(
      @Param("caseId") long caseId, @Param("inspectionId") Long inspectionId);

  /** The newest that these groups issued or that are about them. */
  List<Document> findRecent(@Param("groups") Collection<String> groups, @Param("limit") int limit);

  /** Waits for whoever is correcting the document. */
  long lock(long id);

  List<Edition> corrections(long documentId);

  List<Edition> correctionsOf(@Param("ids") Collection<Long> ids);

  void insertCorrection(Edition edition);

  /** The document whose first edition or a correction carries the token. */
  Long findIdByToken(String token);
}
