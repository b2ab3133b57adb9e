package rectify.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import rectify.model.Code;
import rectify.model.DrawnClocks;
import rectify.model.House;
import rectify.model.ModelDeployer;
import rectify.model.Models;
import rectify.model.Report;

/** What a designer may change in the product's own diagrams, and what is refused. */
class DiagramGateTest {

  private static final Map<String, byte[]> BUNDLE = ModelDeployer.read();
  private static final Models PRODUCT = Models.of(BUNDLE, new Report());
  private static final Code CODE = Code.ofProduct(Set.of());
  private static final String LADDER = "supervision.bpmn";
  private static final String CASE = "hazard-rectification.bpmn";
  private static final String ORDER = "rectification-order.bpmn";
  private static final String SIGNING = "statistics-signing.bpmn";
  private static final String END = "</bpmn:process>";

  /** In this diagram this becomes that, and the designer reads this. */
  private record Change(String what, String file, String good, String bad, String... read) {}

  private static Change change(String what, String file, String good, String bad, String... read) {
    return new Change(what, file, good, bad, read);
  }

  private static String day(int days) {
    return "${deadlines.workingDaysAfter(dueAt, " + days + ")}";
  }

  private static String asked(int days) {
    return "${deadlines.workingDaysAfter(askedAt, " + days + ")}";
  }

  private static final String URGED = "${deadlines.workingDaysAfter(cityUrgedAt, 5)}";

  private static String timer(String id, String on, String to, String date) {
    return """
        <bpmn:boundaryEvent id="%s" name="再次提醒时点" attachedToRef="%s" cancelActivity="false">
          <bpmn:timerEventDefinition><bpmn:timeDate>%s</bpmn:timeDate></bpmn:timerEventDefinition>
        </bpmn:boundaryEvent>
        <bpmn:sequenceFlow id="Flow_%s" sourceRef="%s" targetRef="%s" />
        """
        .formatted(id, on, date, id, id, to);
  }

  private static String step(String expression) {
    return """
        <bpmn:serviceTask id="Activity_More" name="再次提醒" camunda:expression="%s" />
        <bpmn:sequenceFlow id="Flow_More" sourceRef="Activity_More" targetRef="Event_More" />
        <bpmn:endEvent id="Event_More" name="已再次提醒" />
        """
        .formatted(expression);
  }

  /** As a designer draws one more from the palette. */
  private static final String SIXTH_RUNG =
      read(Path.of("src/test/resources/models/sixth-rung.xml"));

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static final List<Change> ALLOWED =
      List.of(
          change("a number", LADDER, day(1), day(2)),
          change("a longer time to answer", LADDER, asked(3), asked(12)),
          change("how often the top is urged", LADDER, URGED, URGED.replace("5)", "2)")),
          change("a name", LADDER, "name=\"乡镇催办\"", "name=\"属地催办\""),
          change("a documentation", LADDER, "上门催办，核实", "电话催办，核实"),
          change("a longer history", LADDER, "P1825D", "P3650D"),
          change("a sixth rung", LADDER, END, SIXTH_RUNG + END),
          change(
              "a reminder",
              CASE,
              END,
              timer(
                      "Event_Again",
                      "Activity_Rectification",
                      "Activity_More",
                      "${deadlines.workingDaysBefore(dueAt, 1)}")
                  + step("${hazards.remindDueSoon(hazardId)}")
                  + END),
          change(
              "a reminder that shares the step of another",
              CASE,
              END,
              timer(
                      "Event_Again",
                      "Activity_Rectification",
                      "Activity_RemindDueSoon",
                      "${deadlines.workingDaysBefore(dueAt, 1)}")
                  + END),
          change(
              "a note for another office",
              CASE,
              END,
              timer(
                      "Event_Again",
                      "Activity_Verify",
                      "Activity_More",
                      "${deadlines.workingDaysAfter(reportedAt, 9)}")
                  + step("${hazards.noteOverdueDuty(hazardId, 'verification', departmentGroup)}")
                  + END),
          change(
              "other proof",
              CASE,
              "name=\"evidence\" value=\"after\"",
              "name=\"evidence\" value=\"document\""),
          change(
              "proof always",
              CASE,
              "<camunda:property name=\"evidenceWhen\" value=\"request=report\" />",
              ""));

  @TestFactory
  Stream<DynamicTest> a_designer_may_change() {
    return ALLOWED.stream()
        .map(
            change ->
                DynamicTest.dynamicTest(
                    change.what(), () -> assertThat(problems(change)).isEmpty()));
  }

  private static final String CLIMB = "${supervision.climb(hazardId, &#x27;township&#x27;)}";
  private static final String EXPRESSION = "camunda:expression=\"" + CLIMB + "\"";
  private static final String WAITING =
      "name=\"乡镇催办时点\" attachedToRef=\"Activity_AwaitClosing\" cancelActivity=\"false\"";
  private static final String TASK_NAME = "name=\"乡镇催办\" camunda:formRef";

  private static final List<Change> REFUSED =
      List.of(
          // code
          change(
              "an expression broken by a comment",
              LADDER,
              "<bpmn:documentation>谁办：乡镇",
              "<bpmn:documentation>$<!-- -->{''.getClass()}谁办：乡镇",
              "不得写表达式"),
          change(
              "an expression broken by a section",
              LADDER,
              "<bpmn:documentation>谁办：乡镇",
              "<bpmn:documentation>$<![CDATA[{''.getClass()}]]>谁办：乡镇",
              "不得写表达式"),
          change(
              "an expression broken by an instruction",
              LADDER,
              "<bpmn:documentation>谁办：乡镇",
              "<bpmn:documentation>$<?x y?>{''.getClass()}谁办：乡镇",
              "不得写表达式"),
          change(
              "an expression written with entities",
              LADDER,
              "<bpmn:documentation>谁办：乡镇",
              "<bpmn:documentation>&#36;&#x7b;''.getClass()}谁办：乡镇",
              "不得写表达式"),
          change(
              "an input parameter broken by a comment",
              ORDER,
              "${orders.colleagues(hazardId)}",
              "$<!-- -->{''.getClass().forName('java.lang.Runtime')}",
              "不得连续调用方法"),
          change(
              "an input parameter broken by an element",
              ORDER,
              "${orders.colleagues(hazardId)}",
              "$<camunda:list />{''.getClass()}",
              "不得使用列表"),
          change(
              "a property chain in a title",
              LADDER,
              TASK_NAME,
              "name=\"${execution.processEngineServices}督办\" camunda:formRef",
              "只能写普通文字"),
          change(
              "a property chain",
              LADDER,
              CLIMB,
              "${execution.processEngineServices.processEngineConfiguration.jdbcUrl}",
              "不得读取变量里面的内容"),
          change("an index", LADDER, CLIMB, "${hazards[&#x27;get&#x27;]}", "不得用方括号取值"),
          change(
              "a calculation",
              LADDER,
              CLIMB,
              "${supervision.climb(hazardId + 1, &#x27;city&#x27;)}",
              "的参数只能是变量"),
          change(
              "a choice",
              LADDER,
              CLIMB,
              "${supervision.climb(dueAt == null ? 1 : 2, &#x27;city&#x27;)}",
              "的参数只能是变量"),
          change("text around an expression", LADDER, CLIMB, "x" + CLIMB, "前后不得有其他文字"),
          change("a deferred expression", LADDER, CLIMB, CLIMB.replace('$', '#'), "#{…}"),
          change(
              "an expression that does not parse", LADDER, CLIMB, "${supervision.climb(", "写法有误"),
          change(
              "an unknown method",
              LADDER,
              CLIMB,
              "${supervision.clamb(hazardId, &#x27;city&#x27;)}",
              "没有方法“clamb”"),
          change(
              "a wrong number of arguments",
              LADDER,
              CLIMB,
              "${supervision.climb(hazardId)}",
              "需要 2 个参数，现有 1 个"),
          change(
              "a wrong variable",
              LADDER,
              CLIMB,
              "${supervision.climb(hazardID, &#x27;township&#x27;)}",
              "变量“hazardID”没有声明"),
          change(
              "a class",
              LADDER,
              "camunda:expression=",
              "camunda:class=\"java.lang.Object\" camunda:expression=",
              "Java 类"),
          change(
              "an unknown element",
              LADDER,
              END,
              "<bpmn:inclusiveGateway id=\"G\" />" + END,
              "不收“bpmn:inclusiveGateway”元素"),
          change(
              "an unknown attribute",
              LADDER,
              TASK_NAME,
              "camunda:priority=\"1\" " + TASK_NAME,
              "不收“camunda:priority”属性"),
          change(
              "an element of another language",
              LADDER,
              END,
              "<x:scriptTask xmlns:x=\"urn:x\" id=\"S\" />" + END,
              "不收“x:scriptTask”元素"),
          change(
              "an element without language",
              LADDER,
              END,
              "<scriptTask xmlns=\"\" id=\"S\" />" + END,
              "不收“scriptTask”元素"),
          // cases of others
          change(
              "a step for another case",
              CASE,
              "${hazards.close(hazardId, verificationOpinion)}",
              "${hazards.close(36, &#x27;x&#x27;)}",
              "步骤（Expression）须为"),
          change(
              "a step that closes, added",
              CASE,
              END,
              timer(
                      "Event_X",
                      "Activity_Verify",
                      "Activity_More",
                      "${deadlines.workingDaysAfter(reportedAt, 9)}")
                  + step("${hazards.close(hazardId, level)}")
                  + END,
              "新增的步骤只能写成"),
          change(
              "another case in an added step",
              CASE,
              END,
              timer(
                      "Event_X",
                      "Activity_Verify",
                      "Activity_More",
                      "${deadlines.workingDaysAfter(reportedAt, 9)}")
                  + step("${hazards.remindDueSoon(36)}")
                  + END,
              "新增的步骤只能写成"),
          change(
              "another case in a variable",
              CASE,
              "camunda:resultVariable=\"majorReportedAt\"",
              "camunda:resultVariable=\"hazardId\"",
              "结果变量（Result variable）须为"),
          change(
              "another case in a parameter",
              ORDER,
              "<camunda:inputParameter name=\"colleagues\">",
              "<camunda:inputParameter name=\"hazardId\">36</camunda:inputParameter><camunda:inputParameter name=\"colleagues\">",
              "多出“inputParameter[hazardId]”"),
          change(
              "another process id",
              LADDER,
              "process id=\"supervision\"",
              "process id=\"my-process\"",
              "“my-process”不是本系统的流程"),
          // the ladder
          change(
              "an interrupting rung", LADDER, WAITING, WAITING.replace("false", "true"), "须为不中断"),
          change(
              "a rung that interrupts by default",
              LADDER,
              WAITING,
              WAITING.replace(" cancelActivity=\"false\"", ""),
              "须为不中断"),
          change("a renamed rung", LADDER, "Event_TownshipDue", "Event_TownDue", "不得删除或改 ID"),
          change("a renamed task", LADDER, "Activity_Township\"", "Activity_Town\"", "不得删除或改 ID"),
          change(
              "a wrong rung word",
              LADDER,
              CLIMB,
              CLIMB.replace("township", "province"),
              "步骤（Expression）须为"),
          change("rungs out of order", LADDER, day(1), day(4), "须晚于"),
          change("too long to answer", LADDER, asked(3), asked(21), "1到20"),
          change("a top urged without end", LADDER, URGED, URGED.replace("5)", "0)"), "1到30"),
          change(
              "a top urged from a day that is past",
              LADDER,
              URGED,
              URGED.replace("cityUrgedAt", "dueAt"),
              "定时器日期（Date）须为"),
          change("an interval left out", LADDER, "Event_UrgeCityDue", "Event_Urge", "不得删除或改 ID"),
          change(
              "a wait of the designer's own",
              LADDER,
              END,
              "<bpmn:intermediateCatchEvent id=\"Event_Wait\" name=\"等待\"><bpmn:timerEventDefinition>"
                  + "<bpmn:timeDate>"
                  + day(3)
                  + "</bpmn:timeDate></bpmn:timerEventDefinition></bpmn:intermediateCatchEvent>"
                  + END,
              "不得新增“intermediateCatchEvent”"),
          change(
              "a new order the ladder does not hear of",
              LADDER,
              "messageRef=\"Message_DeadlineMoved\"",
              "messageRef=\"Message_DeadlineExtended\"",
              "须接收消息“deadline-moved”"),
          change(
              "a closing message that is not received",
              LADDER,
              "messageRef=\"Message_CaseClosed\"",
              "messageRef=\"Message_DeadlineExtended\"",
              "须接收消息“case-closed”"),
          change(
              "a message of another name",
              LADDER,
              "name=\"case-closed\"",
              "name=\"case-shut\"",
              "须接收消息“case-closed”"),
          change(
              "a sixth rung before a lower one",
              LADDER,
              END,
              SIXTH_RUNG.replace("dueAt, 30", "dueAt, 2") + END,
              "不得早于低一级"),
          change(
              "a sixth rung that interrupts",
              LADDER,
              END,
              SIXTH_RUNG.replace("\"false\"", "\"true\"") + END,
              "须为不中断"),
          change(
              "a sixth rung with a wrong word",
              LADDER,
              END,
              SIXTH_RUNG.replace("'again'", "'province'") + END,
              "新增的步骤只能写成"),
          change(
              "a sixth rung that is not said to be one",
              LADDER,
              END,
              SIXTH_RUNG.replaceAll("<camunda:property name=\"rung.*?/>", "") + END,
              "新增的步骤只能写成"),
          change(
              "a sixth rung without a name",
              LADDER,
              END,
              SIXTH_RUNG.replace("value=\"市级再督办\"", "value=\"Again\"") + END,
              "扩展属性rungName是督办级别的名称"),
          change(
              "a sixth rung as high as another",
              LADDER,
              END,
              SIXTH_RUNG.replace("value=\"60\"", "value=\"50\"") + END,
              "扩展属性rungOrder与“市级督办”相同"),
          change(
              "a rung that is called otherwise",
              LADDER,
              "name=\"rung\" value=\"city\"",
              "name=\"rung\" value=\"town\"",
              "“property[rung]@value”须为“city”"),
          change(
              "a sixth rung for nobody",
              LADDER,
              END,
              SIXTH_RUNG.replace("${cityOfficeGroup}", "${caseTitle}") + END,
              "候选组须为"),
          change(
              "a sixth rung with another form",
              LADDER,
              END,
              SIXTH_RUNG.replace("supervision-action", "verification") + END,
              "只能使用表单supervision-action"),
          change(
              "a sixth rung that ends the ladder",
              LADDER,
              END,
              SIXTH_RUNG.replace(
                      "<bpmn:endEvent id=\"Event_SixthAsked\" name=\"本级已督办过\" />",
                      "<bpmn:endEvent id=\"Event_SixthAsked\" name=\"本级已督办过\"><bpmn:terminateEventDefinition /></bpmn:endEvent>")
                  + END,
              "普通结束事件"),
          change(
              "an answer that nobody has written",
              LADDER,
              END,
              timer("Event_X", "Activity_AwaitClosing", "Activity_AnswerCity", day(40)) + END,
              "不得连到产品自带的节点"),
          change(
              "an overdue timer that starts no supervision",
              CASE,
              "targetRef=\"Activity_StartSupervision\"",
              "targetRef=\"Activity_RemindDueSoon\"",
              "终点须为"),
          change(
              "an overdue timer without a way on",
              CASE,
              "<bpmn:sequenceFlow id=\"Flow_RectificationOverdue_StartSupervision\" sourceRef=\"Event_RectificationOverdue\" targetRef=\"Activity_StartSupervision\" />",
              "",
              "Flow_RectificationOverdue_StartSupervision：产品自带流程图里有它"),
          change(
              "a picture of what is not there",
              LADDER,
              "bpmnElement=\"Event_TownshipDue\"",
              "bpmnElement=\"Event_TownDue\"",
              "图形部分画着“Event_TownDue”"),
          // numbers
          change("300 days", LADDER, day(20), day(300), "数字须为1到60的整数，现为300"),
          change("−3 days", LADDER, day(1), day(-3), "数字须为1到60的整数，现为-3"),
          change("6,000 days", LADDER, day(1), day(6000), "现为6000"),
          change("0 days", LADDER, day(1), day(0), "现为0"),
          change("half a day", LADDER, day(1), "${deadlines.workingDaysAfter(dueAt, 1.5)}", "天数"),
          change(
              "more days than there are numbers",
              LADDER,
              day(1),
              "${deadlines.workingDaysAfter(dueAt, 99999999999)}",
              "天数"),
          change("P3D in the date", LADDER, day(1), "P3D", "定时器日期（Date）须为"),
          change("a fixed date", LADDER, day(1), "2026-13-45", "定时器日期（Date）须为"),
          change(
              "a duration",
              LADDER,
              "<bpmn:timeDate xsi:type=\"bpmn:tFormalExpression\">" + day(1) + "</bpmn:timeDate>",
              "<bpmn:timeDuration>P3D</bpmn:timeDuration>",
              "定时器须用“日期（Date）”"),
          change(
              "eighty days to answer",
              LADDER,
              "camunda:dueDate=\"" + asked(5) + "\"",
              "camunda:dueDate=\"" + asked(80) + "\"",
              "1到20的整数，现为80"),
          change(
              "another due date than its clock",
              CASE,
              "id=\"Activity_Verify\"",
              "id=\"Activity_Verify\""
                  + " camunda:dueDate=\"${deadlines.workingDaysAfter(reportedAt, 7)}\"",
              "多出到期日（Due date）"),
          change(
              "a task whose clock is no deadline any more",
              SIGNING,
              "<camunda:property name=\"deadline\" value=\"true\" />",
              "<camunda:property name=\"clock\" value=\"Event_SigningOverdue\" />",
              "“property[deadline]@value”须为“true”，现在没有"),
          change(
              "statistics due on day 60",
              SIGNING,
              "${deadlines.daysAfter(dueFrom, 15)}",
              "${deadlines.daysAfter(dueFrom, 60)}",
              "须为2到15的整数，现为60",
              "第十四条"),
          change(
              "statistics signed later than the law says",
              SIGNING,
              "${deadlines.daysAfter(dueFrom, 15)}",
              "${deadlines.daysAfter(dueFrom, 16)}",
              "须为2到15的整数，现为16"),
          change(
              "a recheck later than the law says",
              ORDER,
              "${deadlines.daysAfter(recheckFrom, 10)}",
              "${deadlines.daysAfter(recheckFrom, 11)}",
              "1到10的整数",
              "第十六条"),
          change(
              "another anchor",
              LADDER,
              day(1),
              "${deadlines.workingDaysAfter(caseTitle, 1)}",
              "定时器日期（Date）须为"),
          change(
              "an added timer from no date",
              CASE,
              END,
              timer(
                      "Event_X",
                      "Activity_Verify",
                      "Activity_More",
                      "${deadlines.workingDaysAfter(caseTitle, 9)}")
                  + step("${hazards.remindDueSoon(hazardId)}")
                  + END,
              "须从dueAt或reportedAt起算"),
          // tasks
          change(
              "a task without candidate group",
              LADDER,
              " camunda:candidateGroups=\"${townshipGroup}\"",
              "",
              "没有候选组"),
          change(
              "a task of another group",
              LADDER,
              "${townshipGroup}",
              "${officeGroup}",
              "候选组（Candidate groups）须为"),
          change(
              "a task without due date",
              LADDER,
              " camunda:dueDate=\"" + asked(3) + "\"",
              "",
              "没有办理期限"),
          change(
              "a task whose documentation cites nothing",
              LADDER,
              "依据：《中华人民共和国安全生产法》第九条第二款。",
              "",
              "任务说明没有写依据"),
          change(
              "a task without form",
              LADDER,
              " camunda:formRef=\"supervision-letter\" camunda:formRefBinding=\"deployment\"",
              "",
              "没有表单"),
          change(
              "no proof",
              CASE,
              "<camunda:property name=\"evidence\" value=\"after\" />",
              "",
              "所需证据"),
          change(
              "a case of proof left empty",
              CASE,
              "name=\"evidenceWhen\" value=\"request=report\"",
              "name=\"evidenceWhen\"",
              "扩展属性“evidenceWhen”没有值"),
          // flows
          change(
              "a self-loop on a step",
              LADDER,
              "sourceRef=\"Activity_ClimbToTownship\" targetRef=\"Gateway_TownshipFirstTime\"",
              "sourceRef=\"Activity_ClimbToTownship\" targetRef=\"Activity_ClimbToTownship\"",
              "不停地循环"),
          change(
              "a self-loop beside the path",
              CASE,
              END,
              timer(
                      "Event_X",
                      "Activity_Verify",
                      "Activity_More",
                      "${deadlines.workingDaysAfter(reportedAt, 9)}")
                  + step("${hazards.remindDueSoon(hazardId)}")
                      .replace("targetRef=\"Event_More\"", "targetRef=\"Activity_More\"")
                  + END,
              "不停地循环",
              "绕回"),
          change(
              "a second flow out of a step",
              CASE,
              END,
              "<bpmn:sequenceFlow id=\"Flow_X\" sourceRef=\"Activity_Return\" targetRef=\"Activity_Close\" />"
                  + END,
              "另引连线"),
          change(
              "a changed condition",
              CASE,
              "${verificationResult == &#x27;passed&#x27;}",
              "${verificationResult != &#x27;passed&#x27;}",
              "条件须为"),
          change(
              "another default",
              CASE,
              "default=\"Flow_Verified_Return\"",
              "default=\"Flow_Verified_Close\"",
              "默认分支须为"),
          change("a subprocess left out", CASE, "Activity_Planning", "Activity_Plan", "不得删除或改 ID"),
          // header
          change("a history of one day", LADDER, "P1825D", "P1D", "不得短于档案保存期限"),
          change(
              "a version that is none",
              LADDER,
              "versionTag=\"1.3.0\"",
              "versionTag=\"99999999999.1.0\"",
              "版本标签"),
          change(
              "a process that does not run",
              LADDER,
              "isExecutable=\"true\"",
              "isExecutable=\"false\"",
              "Executable"));

  @TestFactory
  Stream<DynamicTest> a_designer_may_not_deploy() {
    return REFUSED.stream()
        .map(
            change ->
                DynamicTest.dynamicTest(
                    change.what(),
                    () -> {
                      assertThat(change.read()).isNotEmpty();
                      for (String read : change.read()) {
                        assertThat(String.join("\n", problems(change))).contains(read);
                      }
                    }));
  }

  @Test
  void the_products_own_diagrams_pass() {
    for (String model : BUNDLE.keySet()) {
      if (model.endsWith(".bpmn")) {
        assertThat(problems(model, text(model))).as(model).isEmpty();
      }
    }
  }

  @Test
  void a_diagram_comes_with_its_forms() {
    assertThat(ProcessContract.violations(Map.of(LADDER, BUNDLE.get(LADDER)), PRODUCT, CODE))
        .anySatisfy(problem -> assertThat(problem).contains("请把 supervision-action.form 一并加入部署"));
  }

  @Test
  void what_is_no_diagram_is_refused_before_it_is_opened() {
    House house = House.ours();
    byte[] large = new byte[24 * 1024 * 1024];

    assertThat(Parcel.problems(Map.of(LADDER, large), house))
        .anySatisfy(problem -> assertThat(problem).contains("文件最大1024 KB，现为24576 KB"));
    assertThat(Parcel.problems(Map.of(), house)).singleElement().asString().contains("没有文件");
    for (String name : List.of("x.cmmn", "x.BPMN", "x.bpmn20.xml", "x.js", "bpmn", ".bpmn")) {
      assertThat(Parcel.problems(Map.of(name, new byte[0]), house))
          .singleElement()
          .asString()
          .contains("只能部署流程图");
    }
  }

  @Test
  void what_is_no_xml_is_refused_in_the_designers_language() {
    String bomb = "<!DOCTYPE a [<!ENTITY b \"c\"><!ENTITY d \"&b;&b;\">]><a>&d;</a>";
    String deep = "<a>".repeat(100_000);
    for (String bad : List.of("", "no", "{}", bomb, deep, "<a/>")) {
      assertThat(problems(LADDER, bad))
          .as(bad.substring(0, Math.min(20, bad.length())))
          .isNotEmpty()
          .allMatch(problem -> problem.matches("(?s).*\\p{IsHan}.*"));
    }
  }

  @Test
  void a_diagram_in_another_encoding_is_read_as_the_engine_reads_it() {
    String utf16 = text(LADDER).replace("encoding=\"UTF-8\"", "encoding=\"UTF-16\"");
    byte[] marked = ("\uFEFF" + text(LADDER)).getBytes(StandardCharsets.UTF_8);

    assertThat(problems(LADDER, utf16.getBytes(StandardCharsets.UTF_16))).isEmpty();
    assertThat(problems(LADDER, marked)).isEmpty();
    assertThat(
            problems(
                LADDER,
                utf16
                    .replace("<bpmn:documentation>谁办", "<bpmn:documentation>${x}谁办")
                    .getBytes(StandardCharsets.UTF_16)))
        .isNotEmpty();
  }

  private static List<String> problems(Change change) {
    String diagram = DrawnClocks.without(text(change.file()));
    assertThat(diagram).contains(change.good());
    return problems(change.file(), diagram.replace(change.good(), change.bad()));
  }

  private static List<String> problems(String model, String diagram) {
    return problems(model, diagram.getBytes(StandardCharsets.UTF_8));
  }

  private static List<String> problems(String model, byte[] diagram) {
    Map<String, byte[]> files = new LinkedHashMap<>(BUNDLE);
    files
        .keySet()
        .removeIf(
            name ->
                !name.endsWith(".form")
                    || !text(model).contains("formRef=\"" + name.replace(".form", "\"")));
    files.put(model, diagram);
    return ProcessContract.violations(files, PRODUCT, CODE);
  }

  private static String text(String model) {
    return new String(BUNDLE.get(model), StandardCharsets.UTF_8);
  }
}
