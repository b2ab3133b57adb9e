package rectify.identity;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import org.springframework.stereotype.Component;
import rectify.account.AccountNews;

/** Ends what an account was: its certificates and its absences, in both directions. */
@Component
class DeletedAccounts implements AccountNews {

  private final CertificateMapper certificates;
  private final DeputyMapper deputies;
  private final Clock clock;

  DeletedAccounts(CertificateMapper certificates, DeputyMapper deputies, Clock clock) {
    this.certificates = certificates;
    this.deputies = deputies;
    this.clock = clock;
  }

  @Override
  public void deleted(String person) {
    certificates.endOf(person, LocalDate.now(clock).minusDays(1));
    deputies.endOf(person, LocalDateTime.now(clock).truncatedTo(ChronoUnit.SECONDS));
  }
}
