package rectify.checklist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.annotation.DirtiesContext.ClassMode;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;
import rectify.checklist.Checklist.Entry;
import rectify.checklist.Checklist.Place;
import rectify.profile.Profile;
import rectify.profile.ProfileDetails;
import rectify.profile.ProfileDetails.PostDetails;
import rectify.profile.ProfileDetails.WorkshopDetails;
import rectify.profile.Profiles;
import rectify.refusal.Refusal;

/** A shoe maker draws its list, trims it, confirms it, and is told when a guide changes. */
@SpringJUnitConfig(ChecklistContext.class)
@DirtiesContext(classMode = ClassMode.AFTER_EACH_TEST_METHOD)
class ChecklistsTest {

  private static final long SHOES = 7;

  @Autowired private Guides guides;
  @Autowired private GuideEditions editions;
  @Autowired private Profiles profiles;
  @Autowired private Checklists checklists;
  @Autowired private JdbcTemplate jdbc;

  @BeforeEach
  void a_shoe_maker_and_the_shipped_guides() {
    editions.load();
    jdbc.update(
        "insert into enterprise (id, credit_code, name, township_code, county_code,"
            + " subcategory_code, enrolled, created_at, updated_at) values (?, ?, ?, ?, ?, ?, true,"
            + " now(), now())",
        SHOES,
        "91350582MA00000000",
        "演示鞋厂",
        "350582103",
        "350582",
        "0414");
  }

  @Test
  void loading_the_same_files_again_makes_no_version() {
    int versions = count("guide_version");

    editions.load();

    assertThat(versions).isGreaterThan(14);
    assertThat(count("guide_version")).isEqualTo(versions);
  }

  @Test
  void only_what_decides_anything_in_the_guides_is_asked() {
    assertThat(checklists.questions(SHOES))
        .extracting(Question::name)
        .contains("叉车", "有机溶剂", "涉氨制冷", "注塑成型")
        .doesNotContain("石材锯切", "塔吊升降机");
  }

  @Test
  void a_question_nobody_was_asked_yet_has_no_answer() throws IOException {
    assertThat(checklists.questions(SHOES)).allMatch(question -> question.answer() == null);

    answered();

    assertThat(answers()).containsEntry("叉车", true).containsEntry("涉氨制冷", false);
    assertThat(answers()).doesNotContainKey("石材锯切").doesNotContainValue(null);

    city("0414", "01", "帮底车间胶水桶加盖，工位胶水不超过两公斤", Set.of("石材锯切"));
    jdbc.update(
        "update guide_version set created_at = ? where guide_code = '0414' and origin = 'CITY'",
        ChecklistContext.NOW.plusDays(1));

    assertThat(answers()).containsEntry("石材锯切", null).containsEntry("涉氨制冷", false);
  }

  @Test
  void a_new_trade_asks_what_the_old_one_did_not() {
    answered();
    jdbc.update("update enterprise set subcategory_code = '0406' where id = ?", SHOES);

    assertThat(answers()).containsEntry("石材锯切", null).containsEntry("叉车", true);

    answered();

    assertThat(answers()).containsEntry("石材锯切", false);
  }

  private Map<String, Boolean> answers() {
    Map<String, Boolean> answers = new HashMap<>();
    checklists.questions(SHOES).forEach(it -> answers.put(it.name(), it.answer()));
    return answers;
  }

  @Test
  void items_go_where_the_enterprise_has_what_they_are_about() {
    Profile profile = answered();
    long forming = profile.workshops().get(0).id();
    long driver = profile.posts().get(0).id();

    confirmed();

    assertThat(part("裁断", new Place(forming, null))).isNotEmpty();
    assertThat(part("叉车", new Place(null, driver))).isNotEmpty();
    assertThat(checklists.current(SHOES).entries())
        .extracting(entry -> entry.item().part())
        .doesNotContain("窑炉", "大切机", "密炼", "锂电池");
    assertThat(checklists.card(driver).entries())
        .isNotEmpty()
        .allMatch(entry -> entry.places().contains(new Place(null, driver)));
    assertThat(checklists.registers(SHOES)).extracting(Card::name).contains("公司级", "成型车间");
  }

  @Test
  void the_self_check_list_has_no_items_of_inspections_alone() {
    answered();

    assertThat(confirmed().entries()).allMatch(entry -> entry.item().family().isIn(Family.SELF));
    assertThat(checklists.inspectionItems(SHOES))
        .anyMatch(entry -> entry.item().family() == Family.INSPECTION);
  }

  @Test
  void a_changed_guide_only_proposes_until_the_enterprise_confirms() throws IOException {
    answered();
    confirmed();
    String before = content("0414", "01");

    city("0414", "01", "帮底车间胶水桶加盖，工位胶水不超过两公斤");

    assertThat(content("0414", "01")).isEqualTo(before);
    Proposal proposal = checklists.proposal(SHOES);
    assertThat(proposal.unchanged()).isFalse();
    assertThat(proposal.added()).isEmpty();
    assertThat(proposal.removed()).isEmpty();
    assertThat(proposal.changed())
        .singleElement()
        .satisfies(
            change -> {
              assertThat(change.before().item().content()).isEqualTo(before);
              assertThat(change.after().item().content()).contains("两公斤");
            });

    checklists.confirm(SHOES, proposal.fingerprint(), List.of(), "officer");

    assertThat(content("0414", "01")).contains("两公斤");
    assertThat(checklists.proposal(SHOES).unchanged()).isTrue();
    assertThat(checklists.version(SHOES, 1).entries())
        .anyMatch(entry -> entry.item().content().equals(before));
  }

  @Test
  void a_confirmation_of_a_proposal_that_is_no_more_is_refused() throws IOException {
    answered();
    String seen = checklists.proposal(SHOES).fingerprint();
    city("0414", "01", "帮底车间胶水桶加盖，工位胶水不超过两公斤");

    assertThatThrownBy(() -> checklists.confirm(SHOES, seen, List.of(), "officer"))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("重新核对");
    assertThat(count("checklist")).isZero();
    assertThat(count("checklist_item")).isZero();
  }

  @Test
  void new_equipment_proposes_new_items() {
    answered();
    confirmed();
    Profile profile = profiles.of(SHOES);
    List<String> more = new ArrayList<>(profile.traits());
    more.add("涉氨制冷");
    save(more, profile);

    assertThat(checklists.proposal(SHOES).added())
        .isNotEmpty()
        .allMatch(entry -> entry.item().traits().contains("涉氨制冷"));
  }

  @Test
  void an_item_is_left_out_with_a_reason_but_never_one_of_a_major_hazard() {
    answered();
    Proposal proposal = checklists.proposal(SHOES);
    Entry plain =
        proposal.added().stream().filter(it -> it.item().criterion() == null).findFirst().get();
    Entry major =
        proposal.added().stream().filter(it -> it.item().criterion() != null).findFirst().get();

    assertThatThrownBy(() -> leavingOut(proposal, major, "本厂没有这个问题"))
        .hasMessageContaining("重大事故隐患");
    assertThatThrownBy(() -> leavingOut(proposal, plain, " ")).hasMessageContaining("理由");
    Checklist list = leavingOut(proposal, plain, "由园区统一管理");

    assertThat(list.entries())
        .filteredOn(entry -> entry.leftOut() != null)
        .extracting(entry -> entry.item().content())
        .containsExactly(plain.item().content());
    assertThat(list.inUse()).hasSize(list.entries().size() - 1);
    assertThat(checklists.proposal(SHOES).unchanged()).isTrue();
  }

  @Test
  void a_post_keeps_its_card_when_it_is_renamed_and_loses_it_when_it_goes() {
    Profile profile = answered();
    confirmed();
    long driver = profile.posts().get(0).id();
    profiles.save(
        SHOES,
        new ProfileDetails(
            List.copyOf(profile.traits()),
            List.of(new WorkshopDetails(profile.workshops().get(0).id(), "成型车间", forming())),
            List.of(new PostDetails(driver, "叉车司机", null, List.of("叉车")))),
        "officer");

    assertThat(checklists.card(driver).name()).isEqualTo("叉车司机");

    profiles.save(SHOES, new ProfileDetails(List.of(), List.of(), List.of()), "officer");

    assertThatThrownBy(() -> checklists.card(driver)).isInstanceOf(Refusal.class);
  }

  @Test
  void an_unknown_trait_or_a_foreign_workshop_is_refused_and_nothing_is_stored() {
    assertThatThrownBy(() -> save(List.of("飞碟"), profiles.of(SHOES)))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("飞碟");
    assertThatThrownBy(
            () ->
                profiles.save(
                    SHOES,
                    new ProfileDetails(
                        List.of(), List.of(new WorkshopDetails(99L, "别家车间", List.of())), List.of()),
                    "officer"))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("编号");
    assertThat(profiles.of(SHOES).isAnswered()).isFalse();
  }

  @Test
  void what_the_city_wrote_stays_when_the_product_ships_a_newer_wording() throws IOException {
    city("0414", "01", "帮底车间胶水桶加盖，工位胶水不超过两公斤");
    jdbc.update(
        "update guide_version set content_hash = 'older' where guide_code = '0414' and origin ="
            + " 'SHIPPED'");

    editions.load();

    assertThat(guides.versions("0414")).hasSize(3);
    assertThat(guides.get("0414").version().origin()).isEqualTo(GuideVersion.Origin.CITY);
    assertThat(guides.get("0414", 1).items().get(0).content()).doesNotContain("两公斤");
  }

  @Test
  void a_file_with_one_bad_line_changes_nothing() {
    byte[] bad = String.join(",", GuideSheet.HEADER).concat("\n01,x,短,短,无,,,\n").getBytes();

    GuideEditions.Imported imported = editions.take("0414", null, bad, "a.csv", "cityoffice");

    assertThat(imported.problems()).isNotEmpty();
    assertThat(guides.versions("0414")).hasSize(1);
  }

  private Profile answered() {
    return profiles.save(
        SHOES,
        new ProfileDetails(
            List.of("配电", "特种作业"),
            List.of(new WorkshopDetails(null, "成型车间", forming())),
            List.of(new PostDetails(null, "叉车工", "成型车间", List.of("叉车")))),
        "officer");
  }

  private static List<String> forming() {
    return List.of("冲剪设备", "有机溶剂", "机械设备");
  }

  private Profile save(List<String> traits, Profile profile) {
    return profiles.save(
        SHOES,
        new ProfileDetails(
            traits,
            profile.workshops().stream()
                .map(it -> new WorkshopDetails(it.id(), it.name(), List.copyOf(it.traits())))
                .toList(),
            profile.posts().stream()
                .map(it -> new PostDetails(it.id(), it.name(), "成型车间", List.copyOf(it.traits())))
                .toList()),
        "officer");
  }

  private Checklist confirmed() {
    return checklists.confirm(
        SHOES, checklists.proposal(SHOES).fingerprint(), List.of(), "officer");
  }

  private Checklist leavingOut(Proposal proposal, Entry entry, String reason) {
    return checklists.confirm(
        SHOES,
        proposal.fingerprint(),
        List.of(new Checklists.LeftOut(entry.guideCode(), entry.item().code(), reason)),
        "officer");
  }

  private List<Entry> part(String part, Place place) {
    return checklists.current(SHOES).entries().stream()
        .filter(entry -> entry.item().part().equals(part) && entry.places().contains(place))
        .toList();
  }

  private String content(String guide, String code) {
    return checklists.current(SHOES).entries().stream()
        .filter(entry -> entry.guideCode().equals(guide) && entry.item().code().equals(code))
        .findFirst()
        .orElseThrow()
        .item()
        .content();
  }

  /** The city changes the content of one item. */
  private void city(String guide, String code, String content) throws IOException {
    city(guide, code, content, null);
  }

  /**
   * @param traits null to leave them
   */
  private void city(String guide, String code, String content, Set<String> traits)
      throws IOException {
    List<CheckItem> items =
        guides.get(guide).items().stream()
            .map(
                it ->
                    it.code().equals(code)
                        ? new CheckItem(
                            0,
                            code,
                            it.part(),
                            content,
                            it.method(),
                            it.basis(),
                            it.criterion(),
                            traits == null ? it.traits() : traits,
                            it.family(),
                            it.action(),
                            it.checked(),
                            it.review())
                        : it)
            .toList();
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    GuideSheet.write("x", items).writeXlsx(file);
    assertThat(editions.take(guide, null, file.toByteArray(), "x.xlsx", "cityoffice").problems())
        .isEmpty();
  }

  private int count(String table) {
    return jdbc.queryForObject("select count(*) from " + table, Integer.class);
  }
}
