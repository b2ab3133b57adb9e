package rectify.whole;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;
import rectify.evidence.Photos;
import rectify.identity.Visitor;

/** Photos and files as people send them, judged by our tables and the directory. */
@WholeSystem
class EvidenceIT {

  private static final Map<String, Object> RECORD =
      Map.of("situation", "已现场检查", "siteRepresentative", "演示负责人");

  private static final LocalDateTime MONDAY = LocalDateTime.of(2026, 3, 2, 9, 0);
  private static final LocalDate TODAY = MONDAY.toLocalDate();

  @Autowired private JdbcTemplate jdbc;
  @Autowired private TransactionTemplate transaction;
  @LocalServerPort private int port;

  @Value("${rectify.evidence.directory}")
  private Path directory;

  private Worker enterprise;
  private Worker township;

  @BeforeEach
  void begin() {
    Jobs.itIs(MONDAY);
    enterprise = new Worker(port, "jjenterprise");
    township = new Worker(port, "chendai1");
    transaction.executeWithoutResult(
        status -> jdbc.update("delete from evidence where case_number is null"));
  }

  @AfterEach
  void reset_clock() {
    ClockUtil.reset();
  }

  @Test
  void a_task_without_its_proof_is_refused_through_every_door() {
    String number = enterprise.report(Forms.hazard());
    String task = enterprise.task(number, "Activity_Rectify");
    Map<String, Object> form = Map.of("variables", variables(Forms.rectified(TODAY)));
    Visitor browser = new Visitor(port).loggedIn("jjenterprise");
    int before = hazards();

    for (HttpResponse<String> answer :
        List.of(
            enterprise.submit(task, Forms.rectified(TODAY)),
            enterprise.post("/engine-rest/task/" + task + "/complete", form),
            browser.send(
                "POST",
                "/camunda/api/engine/engine/default/task/" + task + "/submit-form",
                json(form),
                "X-XSRF-TOKEN",
                browser.cookie("XSRF-TOKEN")))) {
      assertRefused(answer, "请先在“证据”页上传整改后照片（至少1张），再办理“整改隐患”。");
    }
    assertRefused(enterprise.post("/api/hazards", Forms.corrected()), "请先上传整改后照片");
    assertRefused(
        enterprise.post(
            "/engine-rest/process-definition/key/hazard-rectification/submit-form",
            Map.of("variables", variables(Forms.corrected()))),
        "请先上传整改后照片");
    assertThat(hazards()).isEqualTo(before);

    expect(enterprise.upload(task, "before", "前.jpg", Photos.unique()), 201);
    assertRefused(enterprise.submit(task, Forms.rectified(TODAY)), "整改后照片");
    expect(enterprise.upload(task, "after", "后.jpg", Photos.unique()), 201);
    expect(enterprise.submit(task, Forms.rectified(TODAY)), 204);
  }

  @Test
  void an_extension_needs_no_photo_and_a_returned_case_needs_a_new_one() {
    String number = enterprise.report(Forms.hazard());
    expect(
        enterprise.submit(
            enterprise.task(number, "Activity_Rectify"), Forms.extension(TODAY.plusDays(20))),
        204);
    township.does(number, "Activity_DecideExtension", Forms.granted(TODAY.plusDays(20)));
    enterprise.does(number, "Activity_Rectify", Forms.rectified(TODAY));
    township.does(number, "Activity_Verify", Forms.verified("failed"));

    String again = enterprise.task(number, "Activity_Rectify");
    assertRefused(enterprise.submit(again, Forms.rectified(TODAY)), "整改后照片");
    enterprise.does(number, "Activity_Rectify", Forms.rectified(TODAY));
    township.does(number, "Activity_Verify", Forms.verified("passed"));
  }

  @Test
  void a_start_form_takes_along_what_its_person_has_uploaded_and_nobody_elses() {
    long own = enterprise.draft();
    Worker other = new Worker(port, "naenterprise");
    long others = other.draft();
    assertRefused(
        enterprise.post(
            "/api/hazards", Forms.with(Forms.corrected(), Map.of("evidence", List.of(others)))),
        "没有您上传的");
    assertThat(enterprise.get("/api/evidence/" + others + "/file").statusCode()).isEqualTo(404);

    String number = enterprise.open("hazard-rectification", Forms.corrected());

    assertThat(owner(own)).isEqualTo(number);
    assertThat(owner(others)).isNull();
    assertRefused(
        enterprise.post(
            "/api/hazards", Forms.with(Forms.corrected(), Map.of("evidence", List.of(own)))),
        "没有您上传的");
    assertThat(events(number, "EVIDENCE_ADDED")).hasSize(1).first().asString().contains(sha(own));
  }

  /** An event is cut at 1500 characters, and what is cut off is not in the chain. */
  @Test
  void the_chain_tells_the_hash_of_every_photo_however_many_are_given_at_once() {
    List<Long> given =
        IntStream.range(0, 9)
            .mapToObj(
                i ->
                    id(
                        enterprise.upload(
                            null, "after", i + "改".repeat(95) + ".jpg", Photos.unique())))
            .toList();

    HttpResponse<String> answer =
        enterprise.post("/api/hazards", Forms.with(Forms.corrected(), Map.of("evidence", given)));
    expect(answer, 201);

    String number = Worker.read(answer).path("caseNumber").asText();
    String told = String.join("\n", events(number, "EVIDENCE_ADDED"));
    assertThat(given).allSatisfy(id -> assertThat(told).contains(sha(id)));
  }

  @Test
  void a_photo_that_is_exchanged_or_put_in_past_the_product_is_missed_by_the_chain() {
    String number = enterprise.report(Forms.hazard());
    String task = enterprise.task(number, "Activity_Rectify");
    long kept = id(enterprise.upload(task, "after", "甲.jpg", Photos.unique()));
    long taken = id(enterprise.upload(task, "after", "乙.jpg", Photos.unique()));
    expect(enterprise.delete("/api/evidence/" + taken), 204);
    String sha = sha(kept);
    assertThat(proven(number)).contains("未被改动");

    change("update evidence set sha256 = ? where id = ?", "0".repeat(64), kept);
    assertThat(proven(number)).contains("校验值的照片、文件或方案已被更换或删除");
    change("update evidence set sha256 = ? where id = ?", sha, kept);
    assertThat(proven(number)).contains("未被改动");

    long draft = enterprise.draft();
    change("update evidence set case_number = ? where id = ?", number, draft);
    assertThat(proven(number)).contains("与各条记录记下的校验值都不符");
    change("update evidence set case_number = null where id = ?", draft);
    assertThat(proven(number)).contains("未被改动");
  }

  private String proven(String number) {
    return township.get("/api/hazards/" + number + "/proof").body();
  }

  private void change(String sql, Object... values) {
    transaction.executeWithoutResult(status -> jdbc.update(sql, values));
  }

  @Test
  void a_finding_corrected_on_the_spot_needs_a_photo_and_a_recheck_one_of_the_scene() {
    String visit = visit();
    Map<String, Object> corrected =
        Forms.with(finding("灭火器失压"), Map.of("disposal", "corrected", "onSpotMeasures", "当场更换"));
    String site = township.task(visit, "Activity_Inspect");
    assertRefused(township.upload(site, "after", "x.jpg", Photos.unique()), "请先登记问题，再在该问题下面上传照片");
    expect(township.writes(visit, corrected), 201);
    assertRefused(township.submit(site, township.record(visit, RECORD)), "问题1为当场纠正，请在该问题下面上传整改后照片");
    assertRefused(township.uploadOf(site, 2, "after", Photos.unique()), "问题2已撤回或不存在");
    expect(township.uploadOf(site, 1, "after", Photos.unique()), 201);
    township.finds(visit, Forms.with(finding("通道堵塞"), Map.of("disposal", "ordered")));
    township.confirms(visit, RECORD);
    List<String> numbers = casesOf(visit);
    assertThat(events(numbers.get(0), "EVIDENCE_ADDED")).hasSize(1);
    assertThat(events(numbers.get(1), "EVIDENCE_ADDED")).isEmpty();

    String ordered = numbers.get(1);
    String rectify = enterprise.task(ordered, "Activity_Rectify");
    expect(enterprise.upload(rectify, "scene", "x.jpg", Photos.unique()), 201);
    enterprise.does(ordered, "Activity_Rectify", Forms.rectified(TODAY));
    Map<String, Object> passed =
        Map.of("recheckResult", "passed", "recheckOpinion", "已复查", "secondOfficer", "chendai2");
    assertRefused(township.submit(township.task(ordered, "Activity_Recheck"), passed), "上传现场照片");
    township.does(ordered, "Activity_Recheck", passed);
  }

  @Test
  void who_may_not_see_the_case_does_not_find_its_evidence() {
    String number = enterprise.report(Forms.hazard());
    String task = enterprise.task(number, "Activity_Rectify");
    long id = id(enterprise.upload(task, "after", "后.jpg", Photos.unique()));

    for (String outsider :
        List.of("naenterprise", "shuitou1", "naemergency1", "namanager", "designer")) {
      Worker stranger = new Worker(port, outsider);
      for (String path :
          List.of(
              "/" + id + "/file",
              "/" + id + "/thumbnail",
              "/of-case/" + number,
              "/of-task/" + task)) {
        HttpResponse<String> answer = stranger.get("/api/evidence" + path);
        assertThat(answer.statusCode()).as(outsider + path).isEqualTo(404);
        assertRefused(answer, "不在您的管辖范围内");
      }
      assertThat(stranger.delete("/api/evidence/" + id).statusCode()).isEqualTo(404);
      assertThat(stranger.upload(task, "after", "x.jpg", Photos.unique()).statusCode())
          .isEqualTo(404);
    }
    assertThat(township.get("/api/evidence/" + id + "/file").statusCode()).isEqualTo(200);
    assertThat(township.upload(task, "after", "x.jpg", Photos.unique()).statusCode())
        .isEqualTo(404);
    assertThat(
            jdbc.queryForObject(
                "select count(*) from evidence where case_number = ?", Integer.class, number))
        .isOne();
  }

  @Test
  void a_picture_of_another_enterprises_case_is_flagged_to_the_verifier() {
    long seed = System.nanoTime();
    Worker other = new Worker(port, "naenterprise");
    String theirs = other.report(Forms.hazard());
    expect(
        other.upload(
            other.task(theirs, "Activity_Rectify"),
            "after",
            "a.jpg",
            Photos.jpeg(Photos.picture(seed, 800, 600))),
        201);
    String number = enterprise.report(Forms.hazard());
    String task = enterprise.task(number, "Activity_Rectify");
    expect(
        enterprise.upload(task, "after", "b.jpg", Photos.jpeg(Photos.picture(seed, 500, 375))),
        201);
    enterprise.upload(task, "before", "c.jpg", Photos.jpeg(Photos.picture(seed + 1, 500, 375)));

    assertThat(reuses(township, number))
        .hasSize(1)
        .first()
        .asString()
        .contains("与其他企业另一案件的整改后照片", "高度相似")
        .doesNotContain(theirs);
    assertThat(reuses(new Worker(port, "cityoffice"), number))
        .hasSize(1)
        .first()
        .asString()
        .contains(theirs);
    assertThat(reuses(new Worker(port, "shuitou1"), theirs))
        .hasSize(1)
        .first()
        .asString()
        .doesNotContain(number);
    assertThat(reuses(enterprise, number)).isEmpty();
  }

  @Test
  void a_before_picture_sold_as_an_after_picture_is_flagged() {
    byte[] photo = Photos.unique();
    String number = enterprise.report(Forms.hazard());
    String task = enterprise.task(number, "Activity_Rectify");
    expect(enterprise.upload(task, "before", "a.jpg", photo), 201);
    expect(enterprise.upload(task, "after", "b.jpg", photo), 201);

    assertThat(reuses(township, number)).hasSize(2);
    assertThat(reuses(township, number).get(1)).contains("与本案件第1轮的整改前照片", "是同一张照片");
  }

  @Test
  void what_is_refused_leaves_nothing_behind() {
    String number = enterprise.report(Forms.hazard());
    String task = enterprise.task(number, "Activity_Rectify");
    Set<String> before = files();
    int events = events(number, "EVIDENCE_ADDED").size();
    byte[] photo = Photos.unique();
    byte[] executable = new byte[5000];
    executable[0] = 'M';
    executable[1] = 'Z';

    assertRefused(enterprise.upload(task, "after", "整改后.jpg", executable), "文件内容不是JPEG");
    assertRefused(
        enterprise.upload(task, "after", "bomb.png", Photos.bomb(30000, 30000)), "4000万像素");
    assertRefused(
        enterprise.upload(task, "after", "cut.jpg", Arrays.copyOf(photo, photo.length / 2)), "不完整");
    assertRefused(enterprise.upload(task, "after", "empty.jpg", new byte[0]), "");
    assertRefused(enterprise.upload(task, "after", "../../etc/x.jpg", photo), "文件名不得含有路径");
    assertRefused(enterprise.upload(task, "after", "..\\\\x.jpg", photo), "文件名不得含有路径");
    assertRefused(enterprise.upload(task, "after", "a.pdf", Photos.pdf()), "应为JPEG或PNG图片");
    assertRefused(
        enterprise.upload(task, "document", "a.pdf", Arrays.copyOf(Photos.pdf(), 60)), "PDF文件已损坏");
    assertRefused(enterprise.upload(task, "selfie", "a.jpg", photo), "证据种类应为");
    assertRefused(enterprise.upload(task, "after", "short", "a.jpg", photo), "clientKey");
    assertRefused(enterprise.upload("no-such-task", "after", "a.jpg", photo), "没有您可以办理的这项任务");
    byte[] large = Arrays.copyOf(photo, 16 * 1024 * 1024);
    assertRefused(enterprise.upload(task, "after", "large.jpg", large), "不得超过15MB");
    byte[] larger = Arrays.copyOf(photo, 21 * 1024 * 1024);
    assertRefused(enterprise.upload(task, "after", "larger.jpg", larger), "过大");
    assertRefused(
        new Visitor(port)
            .as("jjenterprise")
            .multipart(
                "/api/evidence",
                "b",
                "--b\r\n"
                    + "Content-Disposition: form-data; name=\"file\"; filename=\"a.jpg\"\r\n\r\n"
                    + "half"),
        "");
    assertThat(enterprise.get("/api/evidence/..%2f..%2fetc%2fpasswd/file").statusCode())
        .isEqualTo(400);
    assertRefused(enterprise.get("/api/evidence/x/file"), "格式不正确");

    assertThat(files()).isEqualTo(before);
    assertThat(
            jdbc.queryForList("select id from evidence where case_number = ?", Long.class, number))
        .isEmpty();
    assertThat(events(number, "EVIDENCE_ADDED")).hasSize(events);
  }

  @Test
  void a_file_sent_again_under_its_key_is_one_file() throws Exception {
    String number = enterprise.report(Forms.hazard());
    String task = enterprise.task(number, "Activity_Rectify");
    Set<String> before = files();
    byte[] photo = Photos.unique();
    Callable<HttpResponse<String>> send =
        () ->
            new Worker(port, "jjenterprise")
                .upload(task, "after", "one-and-the-same", "a.jpg", photo);

    ExecutorService threads = Executors.newFixedThreadPool(3);
    try {
      for (Future<HttpResponse<String>> answer : threads.invokeAll(List.of(send, send, send))) {
        expect(answer.get(), 201);
      }
    } finally {
      threads.shutdown();
    }
    expect(send.call(), 201);

    assertThat(
            jdbc.queryForList("select id from evidence where case_number = ?", Long.class, number))
        .hasSize(1);
    assertThat(files()).hasSize(before.size() + 3);
    assertThat(events(number, "EVIDENCE_ADDED")).hasSize(1);
  }

  @Test
  void several_files_at_once_all_arrive() throws Exception {
    String number = enterprise.report(Forms.hazard());
    String task = enterprise.task(number, "Activity_Rectify");
    Callable<HttpResponse<String>> send =
        () -> new Worker(port, "jjenterprise").upload(task, "after", "a.jpg", Photos.unique());

    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      for (Future<HttpResponse<String>> answer :
          threads.invokeAll(List.of(send, send, send, send))) {
        expect(answer.get(), 201);
      }
    } finally {
      threads.shutdown();
    }
    assertThat(events(number, "EVIDENCE_ADDED")).hasSize(4);
  }

  @Test
  void the_original_is_kept_and_what_is_served_has_lost_time_and_place() throws Exception {
    String number = enterprise.report(Forms.hazard());
    String task = enterprise.task(number, "Activity_Rectify");
    byte[] photo = Photos.withCameraFacts(Photos.jpeg(Photos.picture(System.nanoTime(), 225, 160)));

    long id = id(enterprise.upload(task, "after", "IMG_0001.jpg", photo));

    Map<String, Object> row = jdbc.queryForMap("select * from evidence where id = ?", id);
    assertThat(row.get("taken_at").toString()).startsWith("2026-03-02").contains("08:30");
    assertThat(row.get("latitude").toString()).isEqualTo("24.500000");
    Path original = directory.resolve(row.get("stored_as") + ".original");
    assertThat(Files.readAllBytes(original)).isEqualTo(photo);
    assertThat(row.get("sha256"))
        .isEqualTo(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(photo)));
    for (String part : List.of("file", "thumbnail")) {
      byte[] served = township.bytes("/api/evidence/" + id + "/" + part);
      assertThat(served).startsWith(0xFF, 0xD8);
      assertThat(new String(served, StandardCharsets.ISO_8859_1)).doesNotContain("Exif");
    }
    JsonNode item = Worker.read(township.get("/api/evidence/of-case/" + number)).get(0);
    assertThat(item.path("takenAt").asText()).startsWith("2026-03-02T08:30");
    assertThat(item.path("longitude").asDouble()).isEqualTo(118.5);
  }

  @Test
  void a_pdf_is_handed_out_as_a_download() {
    String number = enterprise.report(Forms.hazard());
    String task = enterprise.task(number, "Activity_Rectify");

    long id = id(enterprise.upload(task, "document", "检测报告.pdf", Photos.pdf()));

    HttpResponse<String> answer = township.get("/api/evidence/" + id + "/file");
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Disposition").orElse(""))
        .startsWith("attachment");
    assertThat(answer.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
    assertThat(township.get("/api/evidence/" + id + "/thumbnail").statusCode()).isEqualTo(404);
  }

  @Test
  void evidence_is_withdrawn_by_its_uploader_while_the_task_is_open_and_leaves_a_trace() {
    String number = enterprise.report(Forms.hazard());
    String task = enterprise.task(number, "Activity_Rectify");
    long id = id(enterprise.upload(task, "after", "a.jpg", Photos.unique()));
    assertThat(township.delete("/api/evidence/" + id).statusCode()).isEqualTo(403);
    expect(enterprise.delete("/api/evidence/" + id), 204);

    assertThat(events(number, "EVIDENCE_WITHDRAWN"))
        .hasSize(1)
        .first()
        .asString()
        .contains(sha(id));
    assertThat(township.get("/api/evidence/" + id + "/file").statusCode()).isEqualTo(404);
    assertRefused(enterprise.submit(task, Forms.rectified(TODAY)), "整改后照片");
    long second = id(enterprise.upload(task, "after", "b.jpg", Photos.unique()));
    expect(enterprise.submit(task, Forms.rectified(TODAY)), 204);
    assertRefused(enterprise.delete("/api/evidence/" + second), "不能撤回");
    assertThat(township.get("/api/evidence/" + second + "/file").statusCode()).isEqualTo(200);
  }

  @Test
  void a_draft_is_deleted_with_its_files() {
    Set<String> before = files();
    long id = enterprise.draft();
    assertThat(files()).hasSize(before.size() + 3);

    expect(enterprise.delete("/api/evidence/" + id), 204);

    assertThat(files()).isEqualTo(before);
    assertThat(jdbc.queryForList("select id from evidence where id = ?", Long.class, id)).isEmpty();
  }

  private Set<String> files() {
    try (Stream<Path> all = Files.exists(directory) ? Files.walk(directory) : Stream.empty()) {
      return all.filter(Files::isRegularFile)
          .map(Path::toString)
          .collect(Collectors.toCollection(TreeSet::new));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static List<String> reuses(Worker who, String number) {
    JsonNode items = Worker.read(who.get("/api/evidence/of-case/" + number));
    assertThat(items.isArray()).as(items.toString()).isTrue();
    return items.findValues("reuses").stream()
        .flatMap(all -> java.util.stream.StreamSupport.stream(all.spliterator(), false))
        .map(JsonNode::asText)
        .toList();
  }

  private String visit() {
    String enterpriseId =
        jdbc.queryForObject(
            "select max(enterprise_id) from hazard where id = ?",
            String.class,
            Long.valueOf(enterprise.report(Forms.hazard()).substring(14)));
    String credit =
        jdbc.queryForObject(
            "select credit_code from enterprise where id = ?", String.class, enterpriseId);
    String visit =
        township.open("inspection", Map.of("enterpriseQuery", credit, "inspectionKind", "routine"));
    township.does(
        visit,
        "Activity_ChooseEnterprise",
        Map.of("enterpriseId", enterpriseId, "secondOfficer", "chendai2"));
    return visit;
  }

  private static Map<String, Object> finding(String description) {
    return Map.of("location", "厂区", "description", description, "level", "general");
  }

  private List<String> casesOf(String visit) {
    return jdbc
        .queryForList(
            "select county_code, year(found_at) y, id from hazard where inspection_id = ? order by"
                + " id",
            Long.valueOf(visit.replaceAll(".*-0*", "")))
        .stream()
        .map(row -> "YH%s-%s-%07d".formatted(row.get("county_code"), row.get("y"), row.get("id")))
        .toList();
  }

  private int hazards() {
    return jdbc.queryForObject("select count(*) from hazard", Integer.class);
  }

  private List<String> events(String number, String kind) {
    return jdbc.queryForList(
        "select detail from hazard_event where hazard_id = ? and kind = ? order by seq",
        String.class,
        Long.parseLong(number.substring(14)),
        kind);
  }

  private String owner(long id) {
    return jdbc.queryForObject("select case_number from evidence where id = ?", String.class, id);
  }

  private String sha(long id) {
    return jdbc.queryForObject("select sha256 from evidence where id = ?", String.class, id);
  }

  private static long id(HttpResponse<String> answer) {
    expect(answer, 201);
    return Worker.read(answer).path("id").asLong();
  }

  private static Map<String, Object> variables(Map<String, ?> form) {
    return form.entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, entry -> Map.of("value", entry.getValue())));
  }

  private static String json(Map<String, ?> body) {
    try {
      return new com.fasterxml.jackson.databind.ObjectMapper().writeValueAsString(body);
    } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void expect(HttpResponse<String> answer, int status) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
  }

  private static void assertRefused(HttpResponse<String> answer, String why) {
    assertThat(answer.statusCode()).as(answer.body()).isBetween(400, 499);
    assertThat(answer.body()).contains(why).containsPattern("[\\u4e00-\\u9fff]{4}");
  }
}
