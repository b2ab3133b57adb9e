package rectify.deployment;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/deployments")
@Tag(name = "流程部署")
class WithdrawalController {

  private final Withdrawals withdrawals;

  WithdrawalController(Withdrawals withdrawals) {
    this.withdrawals = withdrawals;
  }

  /**
   * Why a deployment is taken back.
   *
   * @param reason in words, for those who look it up
   */
  record Taking(String reason) {}

  @GetMapping("/withdrawals")
  @Operation(summary = "撤回过的部署")
  List<Withdrawal> all() {
    return withdrawals.all();
  }

  @PostMapping("/{deployment}/withdrawal")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(summary = "撤回没有案件使用的部署")
  void withdraw(@PathVariable String deployment, @RequestBody Taking taking) {
    withdrawals.withdraw(deployment, taking.reason());
  }
}
