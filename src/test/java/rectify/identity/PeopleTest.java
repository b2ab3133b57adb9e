package rectify.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import rectify.refusal.Refusal;

@DemoApplication
class PeopleTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);

  @Autowired private People people;
  @Autowired private IdentityStart start;
  @Autowired private IdentityService identity;
  @Autowired private AuthorizationService authorizations;
  @Autowired private JdbcTemplate sql;

  @AfterEach
  void logOut() {
    identity.clearAuthentication();
  }

  @Test
  void nobody_logged_in_is_the_system() {
    assertThat(people.current()).isEqualTo(Actor.SYSTEM);
    assertThat(people.current().name()).isEqualTo("系统");
    assertThat(people.nameOf(people.current().id())).isEqualTo("系统");
  }

  @Test
  void no_person_can_take_the_systems_id() {
    assertThatThrownBy(() -> people.createPerson(Actor.SYSTEM.id(), "冒名", DemoPeople.PASSWORD))
        .isInstanceOf(Refusal.class);
  }

  @Test
  void the_current_person_comes_with_name_groups_and_counties() {
    identity.setAuthentication("chendai1", List.of("town350582103", "officer"), List.of("350582"));

    Actor current = people.current();

    assertThat(current.name()).isEqualTo("演示陈埭镇安监员甲");
    assertThat(current.standing().isOfTownship("350582103")).isTrue();
    assertThat(current.isSystem()).isFalse();
  }

  @Test
  void what_the_system_looks_up_is_not_narrowed_by_who_is_logged_in() {
    identity.setAuthentication("jjenterprise", List.of("ent1", "enterprise"), List.of("350582"));

    assertThat(people.members("town350583119")).containsExactly("shuitou1", "shuitou2");
    assertThat(people.hasMembers("office350583")).isTrue();
    assertThat(people.groupName("dept350583emergency")).isEqualTo("南安市应急管理局");
    assertThat(people.nameOf("namanager")).isEqualTo("演示南安领导");
    assertThat(identity.getCurrentAuthentication().getUserId()).isEqualTo("jjenterprise");
  }

  @Test
  void an_unknown_id_is_its_own_name() {
    assertThat(people.nameOf("nobody")).isEqualTo("nobody");
    assertThat(people.groupName("nogroup")).isEqualTo("nogroup");
    assertThat(people.hasMembers("nogroup")).isFalse();
    assertThat(people.find("nobody")).isEmpty();
  }

  @Test
  void joining_a_post_joins_the_role_and_leaving_the_last_one_leaves_it() {
    people.createPerson("mover", "调动人员", DemoPeople.PASSWORD);
    people.join("mover", "town350582103");
    people.join("mover", "office350582");
    people.join("mover", "office350582");
    assertThat(people.groupsOf("mover"))
        .containsExactlyInAnyOrder("town350582103", "office350582", "officer");

    people.leave("mover", "town350582103");
    assertThat(people.groupsOf("mover")).containsExactlyInAnyOrder("office350582", "officer");

    people.leave("mover", "office350582");
    assertThat(people.groupsOf("mover")).isEmpty();
  }

  @Test
  void many_people_are_created_at_once_and_those_known_stay_as_they_are() {
    List<People.NewPerson> two =
        List.of(
            new People.NewPerson(
                "chendai1", "冒名", List.of("office350582", "officer"), List.of("350582")),
            new People.NewPerson(
                "manyone", "众人之一", List.of("town350582103", "officer"), List.of("350582")));

    people.createPeople(two, DemoPeople.PASSWORD);
    people.createPeople(two, DemoPeople.PASSWORD);

    assertThat(people.find("manyone"))
        .hasValueSatisfying(
            person -> {
              assertThat(person.name()).isEqualTo("众人之一");
              assertThat(person.groups()).containsExactlyInAnyOrder("town350582103", "officer");
              assertThat(person.tenants()).containsExactly("350582");
            });
    assertThat(people.nameOf("chendai1")).isEqualTo("演示陈埭镇安监员甲");
    assertThat(people.groupsOf("chendai1")).doesNotContain("office350582");
    people.leave("manyone", "town350582103");
  }

  @Test
  void a_weak_password_or_an_odd_id_is_refused() {
    assertThatThrownBy(() -> people.createPerson("weakling", "弱密码", "12345678"))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("密码强度不足");
    assertThatThrownBy(() -> people.createPerson("张三", "张三", DemoPeople.PASSWORD))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("账号只能");
    assertThat(people.find("weakling")).isEmpty();
  }

  @Test
  void creating_a_person_again_leaves_the_password_alone() {
    assertThat(people.createPerson("keeper", "保留", DemoPeople.PASSWORD)).isTrue();
    assertThat(people.createPerson("keeper", "保留", "Another-Pass-2026")).isFalse();

    assertThat(identity.checkPassword("keeper", DemoPeople.PASSWORD)).isTrue();
  }

  @Test
  void thousands_of_groups_are_ensured_at_once_and_names_corrected() {
    Map<String, String> names = new LinkedHashMap<>();
    for (int id = 100_001; id <= 101_200; id++) {
      names.put(GroupIds.enterprise(id), "企业" + id);
    }
    people.ensureGroups(names);
    names.put(GroupIds.enterprise(100_001), "更名企业");
    people.ensureGroups(names);

    assertThat(people.groupName("ent100001")).isEqualTo("更名企业");
    assertThat(
            sql.queryForObject(
                "select count(*) from ACT_ID_GROUP where ID_ like 'ent10____'", Integer.class))
        .isEqualTo(1200);
  }

  @Test
  void a_second_start_changes_nothing() {
    String counts =
        "select (select count(*) from ACT_ID_USER), (select count(*) from ACT_ID_GROUP),"
            + " (select count(*) from ACT_ID_MEMBERSHIP),"
            + " (select count(*) from ACT_ID_TENANT_MEMBER),"
            + " (select count(*) from ACT_RU_AUTHORIZATION),"
            + " (select count(*) from officer_certificate)";
    Map<String, Object> before = sql.queryForMap(counts);

    start.afterSingletonsInstantiated();

    assertThat(sql.queryForMap(counts)).isEqualTo(before);
  }

  @Test
  void a_right_an_administrator_narrowed_stays_narrow() {
    var right =
        authorizations
            .createAuthorizationQuery()
            .groupIdIn(GroupIds.MANAGER)
            .resourceId("cockpit")
            .singleResult();
    var granted = right.getPermissions(Permissions.values());
    right.setPermissions(new Permission[] {Permissions.NONE});
    authorizations.saveAuthorization(right);

    start.afterSingletonsInstantiated();

    var after =
        authorizations.createAuthorizationQuery().authorizationId(right.getId()).singleResult();
    assertThat(after.isPermissionGranted(Permissions.ACCESS)).isFalse();
    after.setPermissions(granted);
    authorizations.saveAuthorization(after);
  }

  @Test
  void the_second_officer_is_chosen_from_those_whose_certificate_is_valid_on_the_day() {
    people.ensureGroup("town350582199", "测试镇");
    officer("valid", "有效", "C-VALID", TODAY);
    officer("expired", "过期", "C-EXPIRED", TODAY.minusDays(1));
    people.createPerson("without", "无证", DemoPeople.PASSWORD);
    people.join("without", "town350582199");
    people.recordCertificate(new Certificate("valid", "C-LONGER", TODAY.plusYears(1)));

    assertThat(people.certifiedMembers("town350582199", TODAY))
        .containsExactly(new CertifiedOfficer("valid", "有效", "C-LONGER"));
    assertThat(people.certificateOf("valid", TODAY))
        .contains(new Certificate("valid", "C-LONGER", TODAY.plusYears(1)));
    assertThat(people.certificateOf("expired", TODAY)).isEmpty();
    assertThat(people.certificateOf("without", TODAY)).isEmpty();
    assertThat(people.certifiedMembers("nogroup", TODAY)).isEmpty();
  }

  @Test
  void a_certificate_is_renewed_under_its_number_and_belongs_to_one_person() {
    people.ensureGroup("town350582198", "测试镇二");
    people.createPerson("renewer", "换证", DemoPeople.PASSWORD);
    people.recordCertificate(new Certificate("renewer", "C-RENEW", TODAY));
    people.recordCertificate(new Certificate("renewer", "C-RENEW", TODAY.plusYears(5)));

    assertThat(
            sql.queryForObject(
                "select valid_until from officer_certificate where certificate_number = 'C-RENEW'",
                LocalDate.class))
        .isEqualTo(TODAY.plusYears(5));
    assertThatThrownBy(
            () -> people.recordCertificate(new Certificate("chendai2", "C-RENEW", TODAY)))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("他人名下");
    assertThatThrownBy(() -> people.recordCertificate(new Certificate("nobody", "C-NEW", TODAY)))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("没有账号");
  }

  @Test
  void without_an_administrator_one_is_made_from_the_environment_or_the_start_fails() {
    people.leave("admin", GroupIds.ADMINISTRATOR);
    try {
      assertThatThrownBy(() -> new FirstAdministrator(people, "", "").ensure())
          .isInstanceOf(FirstAdministrator.AdministratorMissing.class)
          .hasMessageContaining("系统还没有管理员")
          .extracting(e -> ((FirstAdministrator.AdministratorMissing) e).action())
          .asString()
          .contains("RECTIFY_ADMIN_ID", "RECTIFY_ADMIN_PASSWORD");
      assertThatThrownBy(() -> new FirstAdministrator(people, "root", "weak").ensure())
          .isInstanceOf(FirstAdministrator.AdministratorMissing.class)
          .hasMessageContaining("密码强度不足");

      new FirstAdministrator(people, "root", "Long-Enough-2026").ensure();

      assertThat(people.members(GroupIds.ADMINISTRATOR)).containsExactly("root");
      assertThat(identity.checkPassword("root", "Long-Enough-2026")).isTrue();
    } finally {
      people.join("admin", GroupIds.ADMINISTRATOR);
    }
  }

  private void officer(String id, String name, String certificateNumber, LocalDate validUntil) {
    people.createPerson(id, name, DemoPeople.PASSWORD);
    people.join(id, "town350582199");
    people.recordCertificate(new Certificate(id, certificateNumber, validUntil));
  }
}
