package rectify.upkeep;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "案件")
class CaseRestartController {

  private final CaseRestarts restarts;

  CaseRestartController(CaseRestarts restarts) {
    this.restarts = restarts;
  }

  @PostMapping("/api/cases/{number}/restart")
  @Operation(summary = "恢复中断的案件流程，原期限不变（系统管理员）")
  List<String> restart(@PathVariable String number) {
    return restarts.restart(number);
  }
}
