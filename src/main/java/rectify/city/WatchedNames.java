package rectify.city;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import rectify.enterprise.Enterprise;
import rectify.enterprise.Enterprises;
import rectify.identity.GroupIds;
import rectify.identity.People;
import rectify.identity.Standing;
import rectify.refusal.Refusal;

/** The names behind accounts and group codes, for whoever watches processes: of their county. */
@RestController
@Tag(name = "流程监控")
class WatchedNames {

  private static final int MOST = 100;
  private static final Pattern UNIT = Pattern.compile("(?:town|dept|office)(\\d{6})\\w*");
  private static final Pattern ENTERPRISE = Pattern.compile("ent(\\d{1,18})");

  private final People people;
  private final Enterprises enterprises;

  WatchedNames(People people, Enterprises enterprises) {
    this.people = people;
    this.enterprises = enterprises;
  }

  @GetMapping("/api/people/names")
  @Operation(summary = "流程监控中账号和用户组代码的姓名、名称", description = "限本县（市、区）；无权查看和不存在的不返回")
  Map<String, String> names(@RequestParam List<String> ids) {
    Standing standing = people.current().standing();
    if (!standing.manager() && !standing.processDesigner() && !standing.administrator()) {
      throw Refusal.forbidden("只有可以打开流程监控的人员能查询，请从案件页查看由谁办理。");
    }
    if (ids.size() > MOST) {
      throw new Refusal("一次最多查询" + MOST + "个，请分次查询。");
    }
    Map<String, String> names = new LinkedHashMap<>();
    ids.forEach(id -> name(id, standing).ifPresent(name -> names.put(id, name)));
    return names;
  }

  private Optional<String> name(String id, Standing standing) {
    Matcher enterprise = ENTERPRISE.matcher(id);
    if (enterprise.matches()) {
      return enterprises
          .find(Long.parseLong(enterprise.group(1)))
          .filter(found -> isTheirs(found.countyCode(), standing))
          .map(Enterprise::name);
    }
    Matcher unit = UNIT.matcher(id);
    if (unit.matches()) {
      boolean told = standing.processDesigner() || isTheirs(unit.group(1), standing);
      return told && people.hasGroup(id) ? Optional.of(people.groupName(id)) : Optional.empty();
    }
    return people
        .find(id)
        .filter(found -> found.tenants().stream().anyMatch(area -> isTheirs(area, standing)))
        .map(found -> found.name());
  }

  private static boolean isTheirs(String area, Standing standing) {
    return standing.administrator()
        || standing.manages(area)
        || standing.manager() && GroupIds.CITY.equals(area);
  }
}
