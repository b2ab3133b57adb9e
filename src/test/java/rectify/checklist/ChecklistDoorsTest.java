package rectify.checklist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;
import rectify.checklist.ChecklistController.Confirmation;
import rectify.enterprise.EnterpriseAccess;
import rectify.enterprise.EnterpriseScope;
import rectify.enterprise.Enterprises;
import rectify.identity.Actor;
import rectify.once.HeavyWork;
import rectify.once.Keyless;
import rectify.profile.ProfileDetails;
import rectify.profile.Profiles;
import rectify.refusal.Refusal;

/** Who may change a guide, answer for an enterprise and confirm its list. */
@SpringJUnitConfig(ChecklistContext.class)
@DirtiesContext
class ChecklistDoorsTest {

  private static final long STONE = 9;
  private static final ProfileDetails NOTHING = new ProfileDetails(List.of(), List.of(), List.of());

  @Autowired private Guides guides;
  @Autowired private GuideEditions editions;
  @Autowired private Criteria criteria;
  @Autowired private Checklists checklists;
  @Autowired private Profiles profiles;
  @Autowired private Enterprises enterprises;
  @Autowired private JdbcTemplate jdbc;
  @Autowired private Clock clock;

  @BeforeEach
  void a_stone_mill() {
    editions.load();
    jdbc.update(
        "merge into enterprise (id, credit_code, name, township_code, county_code,"
            + " subcategory_code, enrolled, created_at, updated_at) key (id) values (?, ?, ?, ?, ?,"
            + " ?, true, now(), now())",
        STONE,
        "91350583MA00000000",
        "演示石材厂",
        "350583119",
        "350583",
        "0406");
  }

  @Test
  void the_city_office_changes_a_guide_and_a_county_office_does_not() throws IOException {
    MockMultipartFile file = guide("0406", "荒料堆放不超过两层，底部垫实楔紧，通道宽不小于1.2米");

    assertThatThrownBy(() -> guideDoor(person("office350583")).take("0406", file, Optional.empty()))
        .isInstanceOfSatisfying(
            Refusal.class, it -> assertThat(it.kind()).isEqualTo(Refusal.Kind.FORBIDDEN));
    assertThat(guides.versions("0406")).hasSize(1);

    var answer = guideDoor(person("office350500")).take("0406", file, Optional.empty());

    assertThat(answer.getStatusCode()).isEqualTo(HttpStatus.OK);
    assertThat(guides.get("0406").version())
        .extracting(GuideVersion::origin, GuideVersion::createdBy)
        .containsExactly(GuideVersion.Origin.CITY, "office350500");
  }

  @Test
  void the_city_office_sees_what_a_file_would_change_and_nothing_is_stored() throws IOException {
    GuideEditions.Changes changes =
        guideDoor(person("office350500")).preview("0404", guide("0404", "窑头窑尾地面平整、没有积水"));

    assertThat(changes.problems()).isEmpty();
    assertThat(changes.changed()).extracting(CheckItem::code).containsExactly("01");
    assertThat(changes.added()).isEmpty();
    assertThat(changes.removed()).isEmpty();
    assertThat(guides.versions("0404")).hasSize(1);
    assertThatThrownBy(
            () -> guideDoor(person("office350583")).preview("0404", guide("0404", "别的内容别的内容")))
        .isInstanceOf(Refusal.class);
  }

  @Test
  void the_city_office_adds_a_guide_of_a_trade_that_had_none() throws IOException {
    MockMultipartFile file = guide("0406", "荒料堆放处地面平整、没有积水");
    GuideController office = guideDoor(person("office350500"));

    assertThatThrownBy(() -> office.take("0605", file, Optional.empty()))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("请填写名称");
    assertThatThrownBy(() -> office.take("9999", file, Optional.of("不存在的行业检查指引")))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("9999");
    office.take("0605", file, Optional.of("出租汽车企业检查指引"));

    assertThat(guides.get("0605").version())
        .extracting(GuideVersion::name, GuideVersion::origin)
        .containsExactly("出租汽车企业检查指引", GuideVersion.Origin.CITY);
  }

  @Test
  void a_bad_file_is_answered_with_every_bad_cell() throws IOException {
    MockMultipartFile file =
        new MockMultipartFile(
            "file",
            "a.csv",
            "text/csv",
            (String.join(",", GuideSheet.HEADER) + "\n01,荒料场,短,看,口头要求,X,飞碟,全部,,读过,明年\n")
                .getBytes(StandardCharsets.UTF_8));

    var answer = guideDoor(person("office350500")).take("0405", file, Optional.empty());

    assertThat(answer.getStatusCode()).isEqualTo(HttpStatus.UNPROCESSABLE_ENTITY);
    assertThat(answer.getBody().problems()).hasSize(8);
    assertThat(guides.versions("0405")).hasSize(1);
  }

  @Test
  void a_township_reads_but_the_enterprise_answers_and_confirms() {
    ChecklistController township =
        door(person("town350583119"), EnterpriseScope.townships(Set.of("350583119")));
    ChecklistController officer = door(person("ent9"), EnterpriseScope.enterprises(Set.of(STONE)));

    assertThatThrownBy(() -> township.save(STONE, NOTHING)).hasMessageContaining("安全员");
    officer.save(STONE, NOTHING);
    String fingerprint = township.proposal(STONE).fingerprint();
    assertThatThrownBy(() -> township.confirm(STONE, new Confirmation(fingerprint, null)))
        .hasMessageContaining("安全员");
    officer.confirm(STONE, new Confirmation(fingerprint, null));

    assertThat(township.checklist(STONE, Optional.empty()).confirmedBy()).isEqualTo("ent9");
  }

  @Test
  void another_enterprise_finds_nothing() {
    ChecklistController other = door(person("ent8"), EnterpriseScope.enterprises(Set.of(8L)));

    assertThatThrownBy(() -> other.registers(STONE))
        .isInstanceOfSatisfying(
            Refusal.class, it -> assertThat(it.kind()).isEqualTo(Refusal.Kind.NOT_FOUND));
    assertThatThrownBy(() -> other.save(STONE, NOTHING))
        .isInstanceOfSatisfying(
            Refusal.class, it -> assertThat(it.kind()).isEqualTo(Refusal.Kind.NOT_FOUND));
  }

  private GuideController guideDoor(Actor actor) {
    return new GuideController(
        guides, editions, criteria, Keyless.once(), new HeavyWork(), clock, () -> actor);
  }

  private ChecklistController door(Actor actor, EnterpriseScope readable) {
    return new ChecklistController(
        checklists,
        profiles,
        enterprises,
        () -> new EnterpriseAccess(readable, EnterpriseScope.none()),
        () -> actor);
  }

  private static Actor person(String group) {
    return new Actor(group, group, List.of(group), List.of());
  }

  private MockMultipartFile guide(String code, String content) throws IOException {
    List<CheckItem> items =
        guides.get(code).items().stream()
            .map(
                it ->
                    it.code().equals("01")
                        ? new CheckItem(
                            0,
                            it.code(),
                            it.part(),
                            content,
                            it.method(),
                            it.basis(),
                            it.criterion(),
                            it.traits(),
                            it.family(),
                            it.action(),
                            it.checked(),
                            it.review())
                        : it)
            .toList();
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    GuideSheet.write(code, items).writeXlsx(file);
    return new MockMultipartFile("file", "x.xlsx", null, file.toByteArray());
  }
}
