package rectify.identity;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * Invented people, one for each kind, who exist in the profile {@code demo} only. The enterprises
 * of the two safety officers are given to them with the demo register.
 */
@Component
@Profile("demo")
class DemoPeople {

  static final String PASSWORD = "Rectify-Demo-2026";

  private static final LocalDate CERTIFICATES_END = LocalDate.of(2031, 12, 31);

  private static final Map<String, String> TENANTS =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry("350500", "泉州市"),
              Map.entry("350502", "鲤城区"),
              Map.entry("350503", "丰泽区"),
              Map.entry("350504", "洛江区"),
              Map.entry("350505", "泉港区"),
              Map.entry("350521", "惠安县"),
              Map.entry("350524", "安溪县"),
              Map.entry("350525", "永春县"),
              Map.entry("350526", "德化县"),
              Map.entry("350581", "石狮市"),
              Map.entry("350582", "晋江市"),
              Map.entry("350583", "南安市"),
              Map.entry("350591", "泉州经济技术开发区"),
              Map.entry("350592", "泉州台商投资区")));

  private final People people;

  DemoPeople(People people) {
    this.people = people;
  }

  void write() {
    TENANTS.forEach(people::ensureTenant);
    List<String> all = List.copyOf(TENANTS.keySet());
    List<String> jinjiang = List.of("350582");
    List<String> nanan = List.of("350583");

    String cityOffice = group(GroupIds.office(GroupIds.CITY), "泉州市安委办");
    String jinjiangOffice = group(GroupIds.office("350582"), "晋江市安委办");
    String jinjiangEmergency = group(GroupIds.department("350582", "emergency"), "晋江市应急管理局");
    String chendai = group(GroupIds.township("350582103"), "陈埭镇");
    String nananOffice = group(GroupIds.office("350583"), "南安市安委办");
    String nananEmergency = group(GroupIds.department("350583", "emergency"), "南安市应急管理局");
    String shuitou = group(GroupIds.township("350583119"), "水头镇");

    person("admin", "演示系统管理员", GroupIds.ADMINISTRATOR, List.of());
    person("designer", "演示流程设计员", GroupIds.PROCESS_DESIGNER, List.of());
    person("citymanager", "演示市领导", GroupIds.MANAGER, all);
    person("cityoffice", "演示市安委办干部", cityOffice, all);

    person("jjmanager", "演示晋江领导", GroupIds.MANAGER, jinjiang);
    person("jjoffice", "演示晋江安委办干部", jinjiangOffice, jinjiang);
    officer("jjemergency1", "演示晋江应急甲", jinjiangEmergency, jinjiang, "DEMO-350582-001");
    officer("jjemergency2", "演示晋江应急乙", jinjiangEmergency, jinjiang, "DEMO-350582-002");
    officer("chendai1", "演示陈埭镇安监员甲", chendai, jinjiang, "DEMO-350582-103-1");
    officer("chendai2", "演示陈埭镇安监员乙", chendai, jinjiang, "DEMO-350582-103-2");
    person("jjenterprise", "演示晋江企业安全员", GroupIds.ENTERPRISE, jinjiang);

    person("namanager", "演示南安领导", GroupIds.MANAGER, nanan);
    person("naoffice", "演示南安安委办干部", nananOffice, nanan);
    officer("naemergency1", "演示南安应急甲", nananEmergency, nanan, "DEMO-350583-001");
    officer("naemergency2", "演示南安应急乙", nananEmergency, nanan, "DEMO-350583-002");
    officer("shuitou1", "演示水头镇安监员甲", shuitou, nanan, "DEMO-350583-119-1");
    officer("shuitou2", "演示水头镇安监员乙", shuitou, nanan, "DEMO-350583-119-2");
    person("naenterprise", "演示南安企业安全员", GroupIds.ENTERPRISE, nanan);
  }

  /** A group of the catalog keeps the name the catalog gave it. */
  private String group(String id, String name) {
    if (!people.hasGroup(id)) {
      people.ensureGroup(id, name);
    }
    return id;
  }

  private void person(String id, String name, String group, List<String> tenants) {
    people.createPerson(id, name, PASSWORD);
    people.join(id, group);
    tenants.forEach(tenant -> people.joinTenant(id, tenant));
  }

  private void officer(
      String id, String name, String group, List<String> tenants, String certificateNumber) {
    person(id, name, group, tenants);
    people.recordCertificate(new Certificate(id, certificateNumber, CERTIFICATES_END));
  }
}
