package rectify.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Date;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;
import rectify.RealMySql;
import rectify.engine.EngineClock;
import rectify.evidence.EvidenceFiles;
import rectify.evidence.Photos;
import rectify.hazard.Hazard;
import rectify.hazard.HazardRectification;
import rectify.hazard.Report;
import rectify.identity.Actor;
import rectify.identity.Deputies;
import rectify.identity.People;
import rectify.identity.Visitor;
import rectify.task.OpenTasks;

/**
 * From a change of a case to the person it concerns: on a real MySQL, to a real mail server and a
 * real gateway, with the clock moved by hand.
 */
@SpringBootTest(
    webEnvironment = WebEnvironment.RANDOM_PORT,
    properties = {
      "camunda.bpm.job-execution.enabled=false",
      "spring.quartz.auto-startup=false",
      "rectify.public-url=https://rectify.example",
      "rectify.notifications.mail.from=rectify@example.org",
      "rectify.notifications.webhook.secret=a secret between two"
    })
@ActiveProfiles("demo")
@RealMySql
@DirtiesContext
class NotificationIT {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final GreenMail MAIL =
      new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
  private static final Gateway GATEWAY = new Gateway();

  /** A Monday. */
  private static final LocalDate DAY = LocalDate.of(2026, 3, 2);

  @Autowired private Notifications notifications;
  @Autowired private NotificationMapper mapper;
  @Autowired private Spread spread;
  @Autowired private Deliverer deliverer;
  @Autowired private MailChannel mail;
  @Autowired private WebhookChannel webhook;
  @Autowired private HouseMail houseMail;
  @Autowired private List<Channel> channels;
  @Autowired private DueTasks dueTasks;
  @Autowired private OpenTasks openTasks;
  @Autowired private EvidenceFiles evidence;
  @Autowired private People people;
  @Autowired private Deputies deputies;
  @Autowired private Clock clock;
  @Autowired private TransactionTemplate transaction;
  @Autowired private HazardRectification rectification;
  @Autowired private IdentityService identity;
  @Autowired private TaskService tasks;
  @Autowired private ManagementService management;
  @Autowired private JdbcTemplate jdbc;
  @LocalServerPort private int port;

  @DynamicPropertySource
  static void channels(DynamicPropertyRegistry properties) {
    MAIL.start();
    properties.add("spring.mail.host", () -> "127.0.0.1");
    properties.add("spring.mail.port", () -> MAIL.getSmtp().getPort());
    properties.add("rectify.notifications.webhook.url", GATEWAY::url);
  }

  @AfterAll
  static void stop() {
    MAIL.stop();
    GATEWAY.stop();
  }

  @BeforeEach
  void begin() throws Exception {
    itIs(DAY.atTime(9, 0));
    for (String table : List.of("delivery", "inbox", "notice", "notice_preference")) {
      update("delete from " + table);
    }
    MAIL.purgeEmailFromAllMailboxes();
    GATEWAY.forget();
    for (String person : List.of("jjenterprise", "chendai1", "chendai2")) {
      User user = identity.createUserQuery().userId(person).singleResult();
      user.setEmail(person + "@example.org");
      identity.saveUser(user);
    }
  }

  @AfterEach
  void reset_clock() {
    ClockUtil.reset();
  }

  @Test
  void a_new_task_is_told_to_everybody_who_may_do_it_and_to_nobody_else() {
    Hazard hazard = reported();

    spread.run();

    assertThat(inbox("jjenterprise"))
        .singleElement()
        .asString()
        .startsWith("新任务：")
        .contains("2号车间", "请办理“整改隐患”", "请于2026年3月9日前办理");
    assertThat(inbox("chendai1")).isEmpty();
    assertThat(inbox("naenterprise")).isEmpty();
    String task = task(hazard, "Activity_Rectify").getId();
    assertThat(items("jjenterprise").get(0).path("path").asText()).endsWith("?task=" + task);
  }

  @Test
  void a_file_is_mailed_to_the_addresses_the_operator_names() throws Exception {
    houseMail.send(
        new String[] {"archive@example.org"}, "案件存证锚定页", "封印", "锚定页.pdf", new byte[] {1, 2});

    assertThat(MAIL.getReceivedMessages()).hasSize(1);
    assertThat(MAIL.getReceivedMessages()[0].getSubject()).isEqualTo("案件存证锚定页");
    assertThat(MAIL.getReceivedMessages()[0].getContent()).isInstanceOf(MimeMultipart.class);
  }

  @Test
  void what_is_rolled_back_tells_nobody() {
    transaction.executeWithoutResult(
        status -> {
          reported();
          assertThat(count("notice")).isPositive();
          status.setRollbackOnly();
        });

    assertThat(count("notice")).isZero();
    assertThatThrownBy(() -> notifications.post(List.of(urgent("x", "chendai1"))))
        .isInstanceOf(IllegalTransactionStateException.class);
  }

  @Test
  void the_same_is_told_once_however_often_it_is_posted_or_spread() throws Exception {
    post(urgent("same", "chendai1"));
    post(urgent("same", "chendai1"), urgent("same", "chendai2"));

    atOnce(2, () -> newSpread().run());
    spread.run();

    assertThat(count("notice")).isEqualTo(2);
    assertThat(count("inbox")).isEqualTo(2);
    assertThat(count("delivery where channel = 'WEBHOOK'")).isEqualTo(2);
  }

  @Test
  void two_deliverers_at_once_send_everything_once() throws Exception {
    List<Notice> many = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      many.add(urgent("many/" + i, i % 2 == 0 ? "chendai1" : "chendai2"));
    }
    post(many.toArray(Notice[]::new));
    spread.run();
    itIs(DAY.plusDays(1).atTime(8, 0));

    atOnce(4, () -> newDeliverer().run(webhook));
    atOnce(4, () -> newDeliverer().run(mail));

    assertThat(GATEWAY.taken()).hasSize(60);
    assertThat(GATEWAY.taken()).extracting(Gateway.Post::key).doesNotHaveDuplicates();
    assertThat(MAIL.getReceivedMessages()).hasSize(2);
    assertThat(count("delivery where status <> 'SENT'")).isZero();
  }

  @Test
  void a_process_killed_after_the_change_loses_nothing() throws Exception {
    Hazard hazard = reported();
    late(hazard);

    newSpread().run();
    update(
        "update delivery set claim = 'of a dead node', claimed_until = ?",
        LocalDateTime.now(clock).plus(Deliverer.CLAIM));
    newDeliverer().run(webhook);
    assertThat(GATEWAY.taken()).isEmpty();
    pass(Deliverer.CLAIM);
    newDeliverer().run(webhook);

    assertThat(GATEWAY.taken()).isNotEmpty();
    assertThat(GATEWAY.taken()).extracting(Gateway.Post::key).doesNotHaveDuplicates();
    assertThat(texts(GATEWAY.taken()))
        .anyMatch(text -> text.startsWith("已逾期：") && text.contains("2号车间"));
  }

  @Test
  void a_node_killed_between_spreading_and_its_commit_spreads_again() {
    post(urgent("half", "chendai1"));
    transaction.executeWithoutResult(
        status -> {
          mapper.markSpread(jdbc.queryForObject("select id from notice", Long.class), now());
          status.setRollbackOnly();
        });

    newSpread().run();

    assertThat(inbox("chendai1")).hasSize(1);
  }

  @Test
  void the_gateway_can_tell_our_posts_by_their_signature() throws Exception {
    notifications.prefer("chendai1", new Preference(true, true, "13800000000"));
    post(urgent("signed", "chendai1"));
    spread.run();
    deliverer.run(webhook);

    Gateway.Post post = GATEWAY.taken().get(0);
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(
        new SecretKeySpec("a secret between two".getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
    byte[] code =
        mac.doFinal((post.timestamp() + "." + post.body()).getBytes(StandardCharsets.UTF_8));
    assertThat(post.signature()).isEqualTo("sha256=" + HexFormat.of().formatHex(code));
    JsonNode body = JSON.readTree(post.body());
    assertThat(body.path("phone").asText()).isEqualTo("13800000000");
    assertThat(body.path("text").asText()).isEqualTo("催办督办：演示案件。请速办。");
    assertThat(body.path("url").asText())
        .startsWith("https://rectify.example/camunda/app/tasklist");
  }

  @Test
  void a_gateway_that_is_down_delays_nothing_else_and_the_operator_sees_it() throws Exception {
    GATEWAY.goDown(true);
    post(urgent("down", "chendai1"));
    spread.run();
    itIs(DAY.plusDays(1).atTime(8, 0));

    deliverer.run(webhook);
    deliverer.run(mail);

    assertThat(inbox("chendai1")).hasSize(1);
    assertThat(MAIL.getReceivedMessages()).hasSize(1);
    JsonNode state = deliveries("admin").path("channels");
    assertThat(channel(state, "WEBHOOK").path("failing").asInt()).isOne();
    assertThat(channel(state, "WEBHOOK").path("lastError").asText()).contains("503");
    assertThat(channel(state, "EMAIL").path("failing").asInt()).isZero();
  }

  @Test
  void what_fails_is_tried_again_under_the_same_key_then_parked_then_sent_on_demand() {
    GATEWAY.goDown(true);
    post(urgent("parked", "chendai1"));
    spread.run();

    deliverer.run(webhook);
    deliverer.run(webhook);
    assertThat(GATEWAY.refused()).hasSize(1);
    for (Duration wait : Deliverer.WAITS) {
      pass(wait);
      while (!webhook.isOpen(now())) {
        pass(Duration.ofHours(1));
      }
      deliverer.run(webhook);
    }

    assertThat(GATEWAY.refused()).hasSize(1 + Deliverer.WAITS.size());
    assertThat(GATEWAY.refused()).extracting(Gateway.Post::key).containsOnly(onlyKey());
    assertThat(channel(deliveries("admin").path("channels"), "WEBHOOK").path("parked").asInt())
        .isOne();
    GATEWAY.goDown(false);
    pass(Duration.ofDays(3));
    deliverer.run(webhook);
    assertThat(GATEWAY.taken()).isEmpty();

    itIs(now().toLocalDate().atTime(10, 0));
    visitor("admin").send("POST", "/api/notifications/deliveries/retry", "{}");
    deliverer.run(webhook);

    assertThat(GATEWAY.taken()).singleElement().extracting(Gateway.Post::key).isEqualTo(onlyKey());
  }

  @Test
  void a_person_gets_one_mail_a_day_with_everything_since_the_last() throws Exception {
    post(urgent("morning", "chendai1"));
    spread.run();
    itIs(DAY.atTime(15, 0));
    post(urgent("afternoon", "chendai1"));
    spread.run();
    deliverer.run(mail);
    assertThat(MAIL.getReceivedMessages()).isEmpty();

    itIs(DAY.plusDays(1).atTime(8, 0));
    deliverer.run(mail);
    itIs(DAY.plusDays(1).atTime(8, 5));
    post(urgent("after the digest", "chendai1"));
    spread.run();
    deliverer.run(mail);
    itIs(DAY.plusDays(1).atTime(23, 0));
    deliverer.run(mail);

    assertThat(MAIL.getReceivedMessages()).hasSize(1);
    MimeMessage first = MAIL.getReceivedMessages()[0];
    assertThat(first.getAllRecipients()[0]).hasToString("chendai1@example.org");
    assertThat(first.getSubject()).isEqualTo("【隐患整改】催办督办2件");
    assertThat((String) first.getContent())
        .contains("1．催办督办：演示案件", "2．", "https://rectify.example/camunda/app/tasklist");
    itIs(DAY.plusDays(2).atTime(8, 0));
    deliverer.run(mail);
    assertThat(MAIL.getReceivedMessages()).hasSize(2);
  }

  @Test
  void nothing_is_pushed_in_the_quiet_hours() {
    itIs(DAY.atTime(21, 0));
    post(urgent("night", "chendai1"));
    spread.run();
    deliverer.run(webhook);
    itIs(DAY.plusDays(1).atTime(6, 59));
    deliverer.run(webhook);
    assertThat(GATEWAY.taken()).isEmpty();

    itIs(DAY.plusDays(1).atTime(7, 0));
    deliverer.run(webhook);

    assertThat(GATEWAY.taken()).hasSize(1);
  }

  @Test
  void only_urgent_things_are_pushed_and_to_those_who_want_them() {
    notifications.prefer("chendai2", new Preference(false, false, null));
    reported();
    post(urgent("wanted", "chendai1"), urgent("unwanted", "chendai2"));
    spread.run();
    itIs(DAY.plusDays(1).atTime(8, 0));
    deliverer.run(webhook);
    deliverer.run(mail);

    assertThat(texts(GATEWAY.taken())).containsExactly("催办督办：演示案件。请速办。");
    assertThat(MAIL.getReceivedMessages())
        .extracting(message -> message.getAllRecipients()[0].toString())
        .containsExactlyInAnyOrder("chendai1@example.org", "jjenterprise@example.org");
    assertThat(inbox("chendai2")).hasSize(1);
  }

  @Test
  void a_task_that_is_done_is_not_told_of_any_more() throws Exception {
    Hazard hazard = reported();
    spread.run();
    as(
        "jjenterprise",
        () -> {
          String taskId = task(hazard, "Activity_Rectify").getId();
          upload(task(hazard, "Activity_Rectify"), "photo-when-done");
          openTasks.complete(taskId, rectified());
          return null;
        });
    itIs(DAY.plusDays(1).atTime(8, 0));

    deliverer.run(mail);

    assertThat(MAIL.getReceivedMessages()).isEmpty();
    assertThat(count("delivery where status = 'OBSOLETE'")).isOne();
  }

  @Test
  void a_case_that_is_late_is_told_once_to_each_whoever_notices_first() {
    Hazard hazard = reported();
    itIs(DAY.plusDays(6).atTime(6, 30));
    fireTimersOf(hazard);
    dueTasks.tell();
    assertThat(kinds("ent")).containsExactlyInAnyOrder("NEW_TASK", "DUE_SOON");
    itIs(DAY.plusDays(8).atTime(6, 30));
    dueTasks.tell();
    fireTimersOf(hazard);
    dueTasks.tell();

    assertThat(kinds("ent")).containsExactlyInAnyOrder("NEW_TASK", "DUE_SOON", "OVERDUE");
    assertThat(kinds("town")).contains("OVERDUE").doesNotHaveDuplicates();
  }

  @Test
  void what_became_late_while_nobody_looked_for_weeks_is_told_once() {
    Hazard hazard = reported();
    itIs(DAY.plusDays(40).atTime(6, 30));

    dueTasks.tell();
    dueTasks.tell();

    assertThat(
            jdbc.queryForObject(
                "select count(*) from notice where case_id = ? and kind = 'OVERDUE'",
                Integer.class,
                hazard.id()))
        .isOne();
    assertThat(mapper.lateAndUntold(LocalDateTime.now(clock)))
        .doesNotContain(task(hazard, "Activity_Rectify").getId());
  }

  @Test
  void a_duty_that_is_late_is_told_by_its_case_or_by_the_sweep_and_not_by_both() {
    Hazard hazard = reported();
    as(
        "jjenterprise",
        () -> {
          upload(task(hazard, "Activity_Rectify"), "photo-of-a-late-duty");
          openTasks.complete(task(hazard, "Activity_Rectify").getId(), rectified());
          return null;
        });
    Task verify = task(hazard, "Activity_Verify");
    itIs(
        LocalDateTime.ofInstant(verify.getDueDate().toInstant(), EngineClock.ZONE)
            .toLocalDate()
            .plusDays(1)
            .atTime(6, 30));
    fireTimersOf(hazard);
    assertThat(kinds("town")).as("told by its case").containsOnlyOnce("OVERDUE");
    dueTasks.tell();
    assertThat(kinds("town")).containsOnlyOnce("OVERDUE");
    tasks.setAssignee(verify.getId(), "chendai1");
    dueTasks.tell();

    assertThat(kinds("chendai1")).doesNotContain("OVERDUE");
    assertThat(kinds("town")).containsOnlyOnce("OVERDUE");
  }

  @Test
  void a_manager_sees_the_deliveries_of_their_county_and_an_officer_none() {
    post(
        urgent("in the county", "chendai1").ofCase(1, "350582").toPerson("chendai1"),
        urgent("elsewhere", "shuitou1").ofCase(2, "350583").toPerson("shuitou1"));
    spread.run();

    assertThat(channel(deliveries("jjmanager").path("channels"), "WEBHOOK").path("waiting").asInt())
        .isOne();
    assertThat(
            channel(deliveries("citymanager").path("channels"), "WEBHOOK").path("waiting").asInt())
        .isEqualTo(2);
    assertThat(visitor("chendai1").get("/api/notifications/deliveries").statusCode())
        .isEqualTo(403);
  }

  @Test
  void reading_is_kept_per_person() {
    post(urgent("read", "chendai1"), urgent("read", "chendai2"));
    spread.run();
    long chendai2s = items("chendai2").get(0).path("id").asLong();

    visitor("chendai1").send("POST", "/api/notifications/read", "{\"ids\": [" + chendai2s + "]}");
    assertThat(notifications.unread("chendai2")).isOne();
    visitor("chendai2").send("POST", "/api/notifications/read", "{\"upTo\": " + chendai2s + "}");

    assertThat(notifications.unread("chendai2")).isZero();
    assertThat(notifications.unread("chendai1")).isOne();
    assertThat(items("chendai2").get(0).path("read").asBoolean()).isTrue();
  }

  private Spread newSpread() {
    return new Spread(mapper, channels, people, deputies, openTasks, transaction, clock);
  }

  private Deliverer newDeliverer() {
    return new Deliverer(mapper, openTasks, transaction, clock);
  }

  private static Notice urgent(String key, String person) {
    return Notice.about(NoticeKind.URGED, key, "演示案件", "请速办", null).toPerson(person);
  }

  private void post(Notice... notices) {
    transaction.executeWithoutResult(status -> notifications.post(List.of(notices)));
  }

  private Hazard reported() {
    return as(
        "jjenterprise",
        () ->
            rectification.report(
                new Report("2号车间", "导线裸露", "general", null, false, null, null), null, List.of()));
  }

  private void upload(Task task, String key) {
    evidence.upload(
        new EvidenceFiles.Upload(
            task.getId(), "after", key, "整改后.jpg", new ByteArrayInputStream(Photos.unique())));
  }

  private static java.util.Map<String, Object> rectified() {
    return java.util.Map.of(
        "request",
        "report",
        "responsiblePerson",
        "演示责任人",
        "measures",
        "更换导线",
        "funds",
        100,
        "rectifiedOn",
        DAY.toString(),
        "contingencyPlan",
        "断电挂牌");
  }

  private void late(Hazard hazard) {
    itIs(DAY.plusDays(8).atTime(9, 0));
    fireTimersOf(hazard);
  }

  private void fireTimersOf(Hazard hazard) {
    List<Job> due;
    do {
      due =
          management.createJobQuery().timers().executable().list().stream()
              .filter(job -> hazard.caseNumber().equals(businessKey(job)))
              .toList();
      due.forEach(job -> management.executeJob(job.getId()));
    } while (!due.isEmpty());
  }

  private String businessKey(Job job) {
    return jdbc.queryForObject(
        "select BUSINESS_KEY_ from ACT_HI_PROCINST where PROC_INST_ID_ = ?",
        String.class,
        job.getProcessInstanceId());
  }

  private Task task(Hazard hazard, String step) {
    return tasks
        .createTaskQuery()
        .processInstanceBusinessKey(hazard.caseNumber())
        .taskDefinitionKey(step)
        .singleResult();
  }

  private <T> T as(String person, Supplier<T> work) {
    Actor actor = people.find(person).orElseThrow();
    identity.setAuthentication(actor.id(), actor.groups(), actor.tenants());
    try {
      return work.get();
    } finally {
      identity.clearAuthentication();
    }
  }

  private static void atOnce(int threads, Runnable work) throws Exception {
    ExecutorService nodes = Executors.newFixedThreadPool(threads);
    CyclicBarrier start = new CyclicBarrier(threads);
    try {
      Callable<Void> node =
          () -> {
            start.await();
            work.run();
            return null;
          };
      List<Future<Void>> all = new ArrayList<>();
      for (int i = 0; i < threads; i++) {
        all.add(nodes.submit(node));
      }
      for (Future<Void> one : all) {
        one.get();
      }
    } finally {
      nodes.shutdownNow();
    }
  }

  private void update(String sql, Object... values) {
    transaction.executeWithoutResult(status -> jdbc.update(sql, values));
  }

  private int count(String what) {
    return jdbc.queryForObject("select count(*) from " + what, Integer.class);
  }

  private List<String> kinds(String groups) {
    return jdbc.queryForList(
        "select kind from notice where recipient like ?", String.class, groups + "%");
  }

  private String onlyKey() {
    return jdbc.queryForObject("select id from delivery where channel = 'WEBHOOK'", String.class);
  }

  private Visitor visitor(String person) {
    return new Visitor(port).as(person);
  }

  private List<JsonNode> items(String person) {
    List<JsonNode> items = new ArrayList<>();
    read(visitor(person).get("/api/notifications").body()).path("items").forEach(items::add);
    return items;
  }

  private List<String> inbox(String person) {
    return items(person).stream().map(item -> item.path("text").asText()).toList();
  }

  private JsonNode deliveries(String person) {
    return read(visitor(person).get("/api/notifications/deliveries").body());
  }

  private static JsonNode channel(JsonNode channels, String name) {
    for (JsonNode channel : channels) {
      if (channel.path("channel").asText().equals(name)) {
        return channel;
      }
    }
    throw new AssertionError(name + " not in " + channels);
  }

  private static List<String> texts(List<Gateway.Post> posts) {
    return posts.stream().map(post -> read(post.body()).path("text").asText()).toList();
  }

  private static JsonNode read(String json) {
    try {
      return JSON.readTree(json);
    } catch (java.io.IOException e) {
      throw new AssertionError(json, e);
    }
  }

  private LocalDateTime now() {
    return LocalDateTime.now(clock).withNano(0);
  }

  private void pass(Duration time) {
    itIs(now().plus(time));
  }

  private static void itIs(LocalDateTime time) {
    ClockUtil.setCurrentTime(Date.from(time.atZone(EngineClock.ZONE).toInstant()));
  }
}
