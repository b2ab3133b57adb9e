package rectify.whole;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.IntFunction;
import rectify.enterprise.CreditCodes;
import rectify.identity.Visitor;
import rectify.statistics.SignedStatistic;
import rectify.statistics.Statistics;
import rectify.whole.Race.Shot;

/** Our doors of offices: registers, lists, people, tables. */
class OfficeRaces {

  private static final LocalDate FAR = LocalDate.of(2026, 5, 1);

  private final RaceGround ground;

  OfficeRaces(RaceGround ground) {
    this.ground = ground;
  }

  void addTo(Map<String, IntFunction<Race>> recipes) {
    recipes.put("POST /api/deputies", this::depute);
    recipes.put("DELETE /api/deputies/{id}", this::endDeputy);
    recipes.put("POST /api/people/{userId}/certificates", round -> certify());
    recipes.put("POST /api/enterprises", round -> register());
    recipes.put("PUT /api/enterprises/{id}", round -> update());
    recipes.put("POST /api/enterprises/import", round -> importRegister());
    recipes.put("POST /api/guides/{code}/import", this::importGuide);
    recipes.put("POST /api/guides/{code}/preview", this::previewGuide);
    recipes.put("PUT /api/enterprises/{id}/profile", round -> profile());
    recipes.put("POST /api/enterprises/{id}/checklist/confirm", round -> confirm());
    recipes.put("POST /api/notifications/read", round -> read());
    recipes.put("PUT /api/notifications/preferences", round -> prefer());
    recipes.put("POST /api/notifications/deliveries/retry", round -> retry());
    recipes.put("POST /api/assessment-findings/{id}/explanation", this::explain);
    recipes.put("POST /api/statistics/{id}/corrections", this::correct);
    recipes.put("POST /api/self-checks/months/{period}", round -> openMonth());
    recipes.put("POST /api/holidays", round -> holidays());
  }

  private Race depute(int round) {
    String day = FAR.plusDays(round).toString();
    return Race.one(
        answers ->
            assertThat(ground.count("deputy where person = 'chendai1' and from_day = ?", day))
                .isEqualTo(1),
        ground.racer("chendai1").asks("POST", "/api/deputies", stand("chendai2", day)),
        ground.racer("chendai1#2").asks("POST", "/api/deputies", stand("chendai3", day)));
  }

  private Race endDeputy(int round) {
    String day = FAR.plusDays(round).toString();
    ground.racer("chendai2").ask("POST", "/api/deputies", stand("chendai1", day));
    String id =
        ground.text("select id from deputy where person = 'chendai2' and from_day = ?", day);
    return Race.one(
        answers ->
            assertThat(ground.count("deputy where id = ? and ended_by is not null", id))
                .isEqualTo(1),
        ground.racer("chendai2").asks("DELETE", "/api/deputies/" + id, null),
        ground.racer("chendai2#2").asks("DELETE", "/api/deputies/" + id, null),
        ground.racer("admin").asks("DELETE", "/api/deputies/" + id, null));
  }

  private static Map<String, Object> stand(String deputy, String day) {
    return Map.of("deputy", deputy, "from", day, "to", day);
  }

  private Race certify() {
    String number = "RACE-" + UUID.randomUUID();
    Map<String, Object> certificate =
        Map.of("certificateNumber", number, "validUntil", "2026-12-31");
    return Race.oneUnnamed(
        Set.of(409),
        answers ->
            assertThat(ground.count("officer_certificate where certificate_number = ?", number))
                .isEqualTo(1),
        ground.racer("admin").asks("POST", "/api/people/chendai1/certificates", certificate),
        ground.racer("admin#2").asks("POST", "/api/people/chendai2/certificates", certificate));
  }

  private static String creditCode() {
    return CreditCodes.of(ThreadLocalRandom.current().nextInt(100_000_000, 900_000_000));
  }

  private static Map<String, Object> details(String code, String name) {
    return Map.of(
        "creditCode", code, "name", name, "townshipCode", "350583119", "subcategoryCode", "0406");
  }

  private Race register() {
    String code = creditCode();
    return Race.oneUnnamed(
        Set.of(409),
        answers -> assertThat(ground.count("enterprise where credit_code = ?", code)).isEqualTo(1),
        ground.racer("shuitou1").asks("POST", "/api/enterprises", details(code, "演示·甲")),
        ground.racer("shuitou2").asks("POST", "/api/enterprises", details(code, "演示·乙")),
        ground.racer("naoffice").asks("POST", "/api/enterprises", details(code, "演示·丙")));
  }

  private Race update() {
    String code = creditCode();
    long id =
        Worker.read(ground.racer("shuitou1").ask("POST", "/api/enterprises", details(code, "演示·甲")))
            .path("id")
            .asLong();
    String path = "/api/enterprises/" + id;
    return Race.all(
        answers ->
            assertThat(ground.text("select name from enterprise where id = ?", id))
                .isIn("演示·乙", "演示·丙"),
        ground.racer("shuitou1").asks("PUT", path, details(code, "演示·乙")),
        ground.racer("shuitou2").asks("PUT", path, details(code, "演示·丙")));
  }

  private Race importRegister() {
    String name = "演示·赛" + UUID.randomUUID().toString().substring(0, 8);
    StringBuilder file = new StringBuilder("统一社会信用代码,企业名称,乡镇代码,行业小类代码\n");
    for (int i = 0; i < 3; i++) {
      file.append(creditCode()).append(',').append(name).append(",350583119,0406\n");
    }
    byte[] content = file.toString().getBytes(StandardCharsets.UTF_8);
    return Race.all(
        answers -> {
          assertThat(ground.count("enterprise where name = ?", name)).isEqualTo(3);
          assertThat(
                  answers.stream()
                      .mapToInt(answer -> Worker.read(answer).path("inserted").asInt())
                      .sum())
              .isEqualTo(3);
        },
        uploads("shuitou1", "/api/enterprises/import", "名册.csv", content),
        uploads("shuitou2", "/api/enterprises/import", "名册.csv", content),
        uploads("naoffice", "/api/enterprises/import", "名册.csv", content));
  }

  private Shot uploads(String person, String path, String file, byte[] content) {
    Visitor visitor = new Visitor(ground.port).as(person);
    return () -> visitor.upload(path, Map.of(), file, content);
  }

  private Race importGuide(int round) {
    String code = "1103";
    int before = ground.count("guide_version where guide_code = ?", code);
    return Race.some(
        answers ->
            assertThat(ground.count("guide_version where guide_code = ?", code) - before)
                .isEqualTo((int) answers.stream().filter(Race::succeeded).count()),
        uploads("cityoffice", "/api/guides/1103/import", "指引.csv", guide("甲" + round)),
        uploads("admin", "/api/guides/1103/import", "指引.csv", guide("乙" + round)));
  }

  private Race previewGuide(int round) {
    int before = ground.count("guide_version where guide_code = ?", "1103");
    return Race.all(
        answers ->
            assertThat(ground.count("guide_version where guide_code = ?", "1103"))
                .isEqualTo(before),
        uploads("cityoffice", "/api/guides/1103/preview", "指引.csv", guide("甲" + round)),
        uploads("admin", "/api/guides/1103/preview", "指引.csv", guide("乙" + round)));
  }

  private static byte[] guide(String content) {
    return ("条目,部位,检查内容,检查方法,依据,重大隐患条款,适用特征,类别,处置提示,核对方式,复核日期\n"
            + "G01,车间,检查配电箱门是否完好"
            + content
            + UUID.randomUUID()
            + ",现场查看记录,制度要求（市级默认，可修改）,,,两者,,市级默认,2027-06-30\n")
        .getBytes(StandardCharsets.UTF_8);
  }

  private Race profile() {
    String path = "/api/enterprises/" + ground.enterpriseId() + "/profile";
    return Race.all(
        answers ->
            assertThat(
                    ground.count(
                        "workshop where enterprise_id = ? and removed = false",
                        ground.enterpriseId()))
                .isEqualTo(1),
        ground.racer("jjracer").asks("PUT", path, workshop("针车车间")),
        ground.racer("jjracer#2").asks("PUT", path, workshop("成型车间")));
  }

  private static Map<String, Object> workshop(String name) {
    return Map.of(
        "traits", List.of(),
        "workshops", List.of(Map.of("name", name, "traits", List.of())),
        "posts", List.of());
  }

  private Race confirm() {
    String path = "/api/enterprises/" + ground.enterpriseId();
    ground
        .racer("jjracer")
        .ask(
            "PUT",
            path + "/profile",
            workshop("车间" + UUID.randomUUID().toString().substring(0, 6)));
    String fingerprint =
        Worker.read(new Worker(ground.port, "jjracer").get(path + "/checklist/proposal"))
            .path("fingerprint")
            .asText();
    int before = ground.count("checklist where enterprise_id = ?", ground.enterpriseId());
    Map<String, Object> body = Map.of("fingerprint", fingerprint);
    return Race.one(
        answers ->
            assertThat(ground.count("checklist where enterprise_id = ?", ground.enterpriseId()))
                .isEqualTo(before + 1),
        ground.racer("jjracer").asks("POST", path + "/checklist/confirm", body),
        ground.racer("jjracer#2").asks("POST", path + "/checklist/confirm", body));
  }

  private Race read() {
    return Race.all(
        answers -> {},
        ground.racer("chendai1").asks("POST", "/api/notifications/read", Map.of("upTo", 999_999)),
        ground
            .racer("chendai1#2")
            .asks("POST", "/api/notifications/read", Map.of("ids", List.of(3, 2, 1))),
        ground
            .racer("chendai1")
            .asks("POST", "/api/notifications/read", Map.of("ids", List.of(1, 2, 3))));
  }

  private Race prefer() {
    ground.transaction.executeWithoutResult(
        status -> ground.jdbc.update("delete from notice_preference where person = 'chendai3'"));
    Map<String, Object> wish = Map.of("email", true, "message", false);
    return Race.all(
        answers ->
            assertThat(ground.count("notice_preference where person = 'chendai3'")).isEqualTo(1),
        ground.racer("chendai3").asks("PUT", "/api/notifications/preferences", wish),
        ground.racer("chendai3#2").asks("PUT", "/api/notifications/preferences", wish),
        ground.racer("chendai3").asks("PUT", "/api/notifications/preferences", wish));
  }

  private Race retry() {
    return Race.all(
        answers -> {},
        ground.racer("admin").asks("POST", "/api/notifications/deliveries/retry", null),
        ground.racer("admin#2").asks("POST", "/api/notifications/deliveries/retry", null));
  }

  private Race explain(int round) {
    String subject = "ent" + ground.enterpriseId();
    String period = "20%02d-01".formatted(round);
    ground.transaction.executeWithoutResult(
        status ->
            ground.jdbc.update(
                """
                insert into assessment_finding (kind, subject, enterprise_id, subject_name,
                  county_code, township_code, subcategory_code, reviewer_group, period, occurrences,
                  evidence, points, points_rule, found_at, sweep, status)
                values ('CONTRADICTED', ?, ?, '演示', '350582', '350582103', '0414',
                  'dept350582emergency', ?, 1, '', 5, '', '2026-03-09', '', 'OPEN')
                """,
                subject,
                ground.enterpriseId(),
                period));
    String id =
        ground.text(
            "select id from assessment_finding where subject = ? and period = ?", subject, period);
    String path = "/api/assessment-findings/" + id + "/explanation";
    return Race.one(
        answers ->
            assertThat(
                    ground.count(
                        "ACT_RU_VARIABLE where NAME_ = 'findingId' and LONG_ = ?",
                        Long.valueOf(id)))
                .isEqualTo(1),
        ground.racer("jjracer").asks("POST", path, Map.of()),
        ground.racer("jjracer#2").asks("POST", path, Map.of()),
        ground.racer("jjracer").asks("POST", path, Map.of()));
  }

  private Race correct(int round) {
    YearMonth month = YearMonth.of(2001, 1).plusMonths(round);
    long id =
        SignedStatistic.of(
            ground.product.getBean(Statistics.class), ground.transaction, month, "350582");
    String path = "/api/statistics/" + id + "/corrections";
    return Race.one(
        answers ->
            assertThat(
                    ground.count(
                        "statistic where period = ? and area_code = '350582'", month.toString()))
                .isEqualTo(2),
        ground.racer("jjoffice").asks("POST", path, Map.of("reason", "有误")),
        ground.racer("jjoffice#2").asks("POST", path, Map.of("reason", "有误")));
  }

  private Race openMonth() {
    return Race.all(
        answers -> {},
        ground.racer("cityoffice").asks("POST", "/api/self-checks/months/2026-03", Map.of()),
        ground.racer("admin").asks("POST", "/api/self-checks/months/2026-03", Map.of()));
  }

  private Race holidays() {
    return Race.all(
        answers ->
            assertThat(ground.count("holiday where date in ('2099-01-01', '2099-10-01')"))
                .isEqualTo(2),
        ground.racer("admin").asks("POST", "/api/holidays", notice("01-01", "10-01")),
        ground.racer("admin#2").asks("POST", "/api/holidays", notice("10-01", "01-01")));
  }

  private static Map<String, Object> notice(String first, String second) {
    return Map.of("year", 2099, "days", List.of(day(first), day(second)));
  }

  private static Map<String, Object> day(String day) {
    return Map.of("name", "节日", "date", "2099-" + day, "isOffDay", true);
  }
}
