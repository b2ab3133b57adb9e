package rectify.inspection;

import java.time.LocalDateTime;
import java.util.List;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;

@Mapper
interface InspectionMapper {

  void insert(NewVisit visit);

  Visit byId(long id);

  LocalDateTime begunAt(long id);

  /** When its officers say it was; null for an inspection recorded before that was asked for. */
  VisitTime time(long id);

  /** How many findings there are, cases already or not yet. */
  int found(long id);

  int begin(
      @Param("id") long id,
      @Param("enterpriseId") long enterpriseId,
      @Param("secondOfficer") String secondOfficer,
      @Param("secondCertificate") String secondCertificate,
      @Param("at") LocalDateTime at);

  void record(
      @Param("id") long id,
      @Param("situation") String situation,
      @Param("siteRepresentative") String siteRepresentative,
      @Param("signatureRefused") boolean signatureRefused,
      @Param("refusalRemark") String refusalRemark,
      @Param("witness") String witness,
      @Param("documentId") long documentId);

  void setStatus(
      @Param("id") long id, @Param("status") Visit.Status status, @Param("at") LocalDateTime at);

  void insertFinding(Finding finding);

  Finding finding(long hazardId);

  List<Finding> findings(long inspectionId);

  void setOrder(@Param("hazardId") long hazardId, @Param("documentId") long documentId);

  void setRecheckFrom(@Param("hazardId") long hazardId, @Param("from") LocalDateTime from);

  void insertRecheck(Recheck recheck);

  Recheck latestRecheck(long hazardId);
}
