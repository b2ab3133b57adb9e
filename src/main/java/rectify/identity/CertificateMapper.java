package rectify.identity;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;

@Mapper
interface CertificateMapper {

  /** Ordered by user, the one valid longest first. */
  List<Certificate> findValid(Collection<String> userIds, LocalDate on);

  Certificate find(String certificateNumber);

  void insert(Certificate certificate);

  void extend(Certificate certificate);

  /** Shortens what is valid longer. */
  void endOf(@Param("userId") String userId, @Param("lastDay") LocalDate lastDay);

  /** Whoever asks for the same person waits. */
  String lockPerson(String person);
}
