package rectify;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Date;
import java.util.List;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the demo people see and do in Tasklist, from a report to its closing. */
@ProductInBrowser
class TasklistBrowserIT {

  private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

  /** A Monday without a holiday in the following weeks. */
  private static final LocalDate DAY = LocalDate.of(2026, 3, 2);

  @LocalServerPort private int port;
  @Autowired private ManagementService management;
  @Autowired private JdbcClient database;

  @BeforeEach
  void begins_on_a_monday_morning() {
    ClockUtil.setCurrentTime(Date.from(DAY.atTime(9, 0).atZone(CHINA).toInstant()));
  }

  @AfterEach
  void gives_the_clock_back() {
    ClockUtil.reset();
  }

  @Test
  void a_report_is_rectified_rejected_rectified_again_verified_and_closed() {
    String place = "二号车间东侧配电房";
    Tasklist enterprise = logIn("jjenterprise");
    report(enterprise, place);
    enterprise.list("本单位待办").open("整改隐患", place).see("企业自查").see("2026年3月9日").claim();
    enterprise.list("待我办理").open("整改隐患", place);
    reportRectified(enterprise, day("2026-03-03"));
    assertThat(enterprise.refused()).isEqualTo("整改完成日期不能晚于今天，尚未完成的请完成后再报告。");
    enterprise.fill("整改完成日期", DAY).complete();

    Tasklist township = logIn("chendai1");
    township.list("本单位待办").open("验收", place).claim().see("更换配电箱门");
    township.choose("验收结论", "不合格").fill("验收意见", "箱门未上锁，请加锁后再报。").complete();

    enterprise.list("本单位待办").open("整改隐患", place).see("箱门未上锁").claim();
    reportRectified(enterprise, DAY).complete();

    township.list("本单位待办").open("验收", place).claim();
    township.choose("验收结论", "合格").fill("验收意见", "现场核实整改到位。").complete();
    enterprise.list("本单位待办").seeNoTask(place);
    assertThat(status(place)).isEqualTo("CLOSED");
    township.close();
  }

  @Test
  void an_extension_is_granted_and_when_that_passes_too_the_ladder_is_climbed() {
    String place = "成品仓库西侧消防通道";
    Tasklist enterprise = logIn("jjenterprise");
    report(enterprise, place);
    assertThat(
            database
                .sql(
                    "select count(*) from answered_request a join hazard h on a.result like"
                        + " concat('%', h.id) where a.person = 'jjenterprise'"
                        + " and a.door = 'start hazard-rectification' and h.location = ?")
                .param(place)
                .query(Integer.class)
                .single())
        .as("the form went with a key of its own, which its answer is kept under")
        .isEqualTo(1);
    enterprise.list("本单位待办").open("整改隐患", place).claim();
    enterprise
        .choose("办理事项", "申请延期")
        .fill("申请延期至", day("2026-03-13"))
        .fill("延期理由", "货架改造的材料尚未到货。")
        .complete();
    Tasklist township = logIn("chendai1");
    township.list("本单位待办").open("审批延期申请", place).see("货架改造的材料尚未到货").claim();
    township.choose("审批决定", "准予延期").fill("延期至", day("2026-03-09")).fill("审批意见", "情况属实。");
    assertThat(township.refused()).isEqualTo("延期不得缩短期限：新期限应晚于现整改期限2026年3月9日。");
    township.fill("延期至", day("2026-03-13")).complete();
    enterprise.list("本单位待办").open("整改隐患", place).see("2026年3月13日（原期限2026年3月9日）");

    Days.letPass(management, LocalDate.of(2026, 3, 19).atTime(9, 0));

    Tasklist department = logIn("jjemergency1");
    enterprise.list("已逾期").seeTask("整改隐患", place);
    enterprise.list("督办件").seeNoTask(place);
    township.list("督办件").open("乡镇催办", place).claim();
    township.choose("督办方式", "上门督促").fill("督办情况", "已上门督促，企业承诺三日内完成。").complete();
    department.list("督办件").open("县级部门督办", place).claim();
    department.choose("督办方式", "责令改正").fill("督办情况", "已责令改正。").complete();
    assertThat(answeredRungs(place)).containsExactly("TOWNSHIP", "DEPARTMENT");
  }

  @Test
  void an_inspection_orders_three_rectifications_and_each_goes_its_own_way() {
    Browser desk = Browser.desktop();
    Tasklist officer = Tasklist.logIn(desk, port, "chendai1", "Rectify-Demo-2026");
    officer.startProcess("监督检查");
    officer.fill("被检查单位", "没有这家").choose("检查类型", "日常检查");
    assertThat(officer.refused()).isEqualTo("本辖区、本行业内没有与“没有这家”匹配的企业，请核对信用代码或名称。");
    officer.fill("被检查单位", "佳禾").start();
    OnSite.with(desk, officer, "演示陈埭镇安监员乙")
        .write("疏散门", "疏散门被锁闭。", "当场纠正")
        .photo(1)
        .order("刷胶车间", "通风不足。", day("2026-03-12"))
        .order("空压机房", "安全阀超期未检。", day("2026-03-12"))
        .order("原料仓库", "堆放过高。", day("2026-03-12"))
        .record(DAY, "08:52");
    officer.tick("现场负责人拒绝签字").fill("拒绝签字情况", "现场负责人拒绝签字，已由两名执法人员记录在案。").complete();
    assertThat(status("疏散门")).isEqualTo("CLOSED");

    Tasklist enterprise = logIn("jjenterprise");
    enterprise.list("本单位待办").open("整改隐患", "刷胶车间").see("监督检查").claim();
    reportRectified(enterprise, DAY).complete();
    enterprise.list("本单位待办").open("整改隐患", "空压机房").claim();
    enterprise
        .choose("办理事项", "申请延期")
        .fill("申请延期至", day("2026-04-10"))
        .fill("延期理由", "安全阀须送外地检验。")
        .complete();

    recheck(officer, "刷胶车间");
    officer.list("本单位待办").open("审批延期申请", "空压机房").claim();
    officer.choose("审批决定", "准予延期").fill("延期至", day("2026-04-10")).fill("审批意见", "情况属实。").complete();

    Days.letPass(management, LocalDate.of(2026, 3, 27).atTime(9, 0));

    officer.list("督办件").seeNoTask("空压机房").open("乡镇催办", "原料仓库").claim();
    officer.choose("督办方式", "上门督促").fill("督办情况", "已上门督促。").complete();
    Tasklist department = logIn("jjemergency1");
    department.list("督办件").open("县级部门督办", "原料仓库").claim();
    department.choose("督办方式", "责令改正").fill("督办情况", "已责令改正。").complete();
    Tasklist office = logIn("jjoffice");
    office.list("督办件").open("下发督办函", "原料仓库").claim();
    office.fill("督办要求", "请督促企业限期完成整改。").fill("要求办结日期", day("2026-04-03")).complete();

    for (String place : List.of("空压机房", "原料仓库")) {
      enterprise.list("本单位待办").open("整改隐患", place).claim();
      reportRectified(enterprise, day("2026-03-27")).complete();
      recheck(officer, place);
    }
    assertThat(status("原料仓库")).isEqualTo("CLOSED");
    desk.go("http://localhost:" + port + "/city/done?text=%E7%8E%B0%E5%9C%BA%E6%A3%80%E6%9F%A5")
        .seeText("检查演示·晋江佳禾");
    assertThat(
            database
                .sql("select status from inspection order by id desc limit 1")
                .query(String.class)
                .single())
        .isEqualTo("FINISHED");
  }

  private Tasklist logIn(String person) {
    return Tasklist.logIn(Browser.desktop(), port, person, "Rectify-Demo-2026");
  }

  private static void report(Tasklist enterprise, String place) {
    enterprise
        .startProcess("自查隐患整改")
        .fill("隐患部位", place)
        .fill("隐患情况", "现场存在安全隐患，可能造成人员伤害。")
        .choose("隐患等级", "一般隐患")
        .start();
  }

  private static Tasklist reportRectified(Tasklist enterprise, LocalDate on) {
    return enterprise
        .choose("办理事项", "报告整改完成")
        .fill("整改责任人", "林某某")
        .fill("整改措施", "更换配电箱门并整理线路。")
        .fill("整改资金（元）", "800")
        .fill("整改完成日期", on)
        .fill("整改期间安全防范措施和应急预案", "整改期间断电作业，专人监护。")
        .photo("整改后照片");
  }

  private static void recheck(Tasklist officer, String place) {
    officer.list("本单位待办").open("复查", place).claim();
    officer
        .choose("复查结论", "整改合格")
        .fill("复查意见", "现场复查，整改到位。")
        .choose("另一名复查人员", "演示陈埭镇安监员乙")
        .photo("现场照片")
        .complete();
  }

  private String status(String place) {
    return database
        .sql("select status from hazard where location = ?")
        .param(place)
        .query(String.class)
        .single();
  }

  private List<String> answeredRungs(String place) {
    return database
        .sql(
            """
            select r.level from rung r join hazard h on h.id = r.hazard_id
            where h.location = ? and r.answered_at is not null order by r.answered_at, r.climbed_at
            """)
        .param(place)
        .query(String.class)
        .list();
  }

  private static LocalDate day(String iso) {
    return LocalDate.parse(iso);
  }
}
