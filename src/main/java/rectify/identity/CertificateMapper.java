package rectify.identity;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.apache.ibatis.annotations.Mapper;

@Mapper
interface CertificateMapper {

  /** Ordered by user, the one valid longest first. */
  List<Certificate> findValid(Collection<String> userIds, LocalDate on);

  Certificate find(String certificateNumber);

  void insert(Certificate certificate);

  void extend(Certificate certificate);

  /** Whoever asks for the same person waits. */
  String lockPerson(String person);
}
