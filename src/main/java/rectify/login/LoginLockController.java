package rectify.login;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDateTime;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import rectify.identity.People;
import rectify.refusal.Refusal;

@RestController
@RequestMapping("/api/login-locks")
@Tag(name = "登录限制")
class LoginLockController {

  private final LoginThrottle throttle;
  private final People people;

  LoginLockController(LoginThrottle throttle, People people) {
    this.throttle = throttle;
    this.people = people;
  }

  /** Whom, or what address, a wait holds for, and how long. */
  record Lock(String account, String address, int failures, LocalDateTime until) {}

  @GetMapping
  @Operation(summary = "因连续输错密码而正在等待的账号和来源地址", description = "限系统管理员")
  List<Lock> waiting() {
    requireAdministrator();
    return throttle.waiting().stream()
        .map(
            count ->
                new Lock(count.account(), count.address(), count.failures(), count.blockedUntil()))
        .toList();
  }

  @DeleteMapping
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(summary = "解除一个账号或一个来源地址的等待", description = "限系统管理员；account和address填一个")
  void lift(
      @RequestParam(required = false) String account,
      @RequestParam(required = false) String address) {
    requireAdministrator();
    if ((account == null) == (address == null)) {
      throw new Refusal("请填写要解除等待的账号（account）或来源地址（address），二者填一个。");
    }
    if (account != null) {
      throttle.lift(account);
    } else {
      throttle.liftAddress(address);
    }
  }

  private void requireAdministrator() {
    if (!people.current().standing().administrator()) {
      throw Refusal.forbidden("只有系统管理员可以查看和解除登录限制，请联系管理员。");
    }
  }
}
