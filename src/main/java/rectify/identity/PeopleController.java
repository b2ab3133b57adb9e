package rectify.identity;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import rectify.clean.CleanText;
import rectify.refusal.Refusal;

@RestController
@RequestMapping("/api/people")
class PeopleController {

  private final People people;

  PeopleController(People people) {
    this.people = people;
  }

  record NewCertificate(
      @NotBlank @Size(max = 64) String certificateNumber, @NotNull LocalDate validUntil) {}

  @GetMapping("/me")
  Actor me() {
    return people.current();
  }

  @PostMapping("/{userId}/certificates")
  @ResponseStatus(HttpStatus.CREATED)
  Certificate recordCertificate(
      @PathVariable String userId, @Valid @RequestBody NewCertificate certificate) {
    if (!people.current().standing().administrator()) {
      throw Refusal.forbidden("只有系统管理员可以登记执法证，请联系管理员。");
    }
    Certificate recorded =
        new Certificate(
            userId, CleanText.code(certificate.certificateNumber()), certificate.validUntil());
    people.recordCertificate(recorded);
    return recorded;
  }
}
