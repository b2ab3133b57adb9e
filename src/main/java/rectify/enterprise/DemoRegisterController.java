package rectify.enterprise;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.stream.Stream;
import org.springframework.context.annotation.Profile;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import rectify.refusal.Refusal;

@RestController
@Profile("demo")
@Tag(name = "企业名册")
class DemoRegisterController {

  private static final int LARGEST = 50_000;

  private final DemoRegister register;
  private final EnterpriseCheck check;
  private final EnterpriseExport exports;

  DemoRegisterController(DemoRegister register, EnterpriseCheck check, EnterpriseExport exports) {
    this.register = register;
    this.check = check;
    this.exports = exports;
  }

  @GetMapping("/api/enterprises/demo-register.csv")
  @Operation(summary = "生成演示企业名册（CSV），可再导入")
  void csv(
      @RequestParam(defaultValue = "12765") int size,
      @RequestParam(defaultValue = "1") long seed,
      HttpServletResponse response)
      throws IOException {
    exports.of("演示企业名册", rows(seed, size)).downloadCsv(response);
  }

  @GetMapping("/api/enterprises/demo-register.xlsx")
  @Operation(summary = "生成演示企业名册（xlsx），可再导入")
  void xlsx(
      @RequestParam(defaultValue = "12765") int size,
      @RequestParam(defaultValue = "1") long seed,
      HttpServletResponse response)
      throws IOException {
    exports.of("演示企业名册", rows(seed, size)).downloadXlsx(response);
  }

  private Stream<Enterprise> rows(long seed, int size) {
    if (size < 1 || size > LARGEST) {
      throw new Refusal("演示名册可生成1至" + LARGEST + "家企业，请修改 size");
    }
    return register.rows(seed, size).stream().map(check::checked);
  }
}
