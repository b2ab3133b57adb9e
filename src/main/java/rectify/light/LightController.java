package rectify.light;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import rectify.enterprise.EnterpriseRights;
import rectify.enterprise.Enterprises;

@RestController
@RequestMapping("/api/enterprises")
@Tag(name = "红黄绿灯")
class LightController {

  private final Lights lights;
  private final Enterprises enterprises;
  private final EnterpriseRights rights;

  LightController(Lights lights, Enterprises enterprises, EnterpriseRights rights) {
    this.lights = lights;
    this.enterprises = enterprises;
    this.rights = rights;
  }

  @GetMapping("/{id}/light")
  @Operation(summary = "一家企业的红黄绿灯")
  Light get(@PathVariable long id) {
    return lights.of(enterprises.get(id, rights.get().read()).id());
  }

  @GetMapping("/lights")
  @Operation(summary = "亮黄灯、红灯的企业，最近变化的在前")
  List<LightRow> list(
      @RequestParam(required = false) Light.Color color,
      @RequestParam(defaultValue = "0") int page,
      @RequestParam(defaultValue = "50") int size) {
    return lights.page(color, page, size);
  }
}
