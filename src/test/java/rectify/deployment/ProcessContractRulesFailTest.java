package rectify.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import rectify.model.Code;

/** Good files with one mistake each: every rule is seen to report it, and nothing else. */
class ProcessContractRulesFailTest {

  private static final Path GOOD = Path.of("src", "test", "resources", "contract");

  @TempDir private Path directory;

  /** What the sample's diagrams call. */
  static final class Checks {
    public String register(String place, String level) {
      return place + level;
    }

    public String register(String place) {
      return place;
    }

    public String facts(String caseNumber) {
      return caseNumber;
    }

    public void urge(String duty) {}

    public String caseNumber(String finding) {
      return finding;
    }

    public String officers(String place) {
      return place;
    }

    public List<String> findings(String place) {
      return List.of(place);
    }

    public String follow(String finding, String group) {
      return finding + group;
    }

    String hidden() {
      return "";
    }
  }

  /** The sample's deadlines. */
  static final class SampleDeadlines {
    public String workingDaysAfter(String anchor, int days) {
      return anchor + days;
    }
  }

  /** The façade of the sample process. */
  static final class SiteCheck {
    static final Set<String> VARIABLES = Set.of("officerGroup");
  }

  /** A façade that forgot its variables. */
  static final class Silent {}

  private static Code code(Class<?> facade, Set<String> decisions) {
    return new Code(
        Map.of("checks", Checks.class, "deadlines", SampleDeadlines.class),
        name -> name.equals("SiteCheck") ? facade : null,
        decisions);
  }

  private static final Code CODE = code(SiteCheck.class, Set.of());

  /** One mistake: in this file this text becomes that, and the report says so. */
  private record Mistake(String file, String good, String bad, String... reported) {}

  private static Mistake inCheck(String good, String bad, String... reported) {
    return new Mistake("processes/site-check.bpmn", good, bad, reported);
  }

  private static String proof(String kind, String when) {
    String property = "<camunda:property name=\"%s\" value=\"%s\" />";
    return "<camunda:properties>"
        + (kind == null ? "" : property.formatted("evidence", kind))
        + (when == null ? "" : property.formatted("evidenceWhen", when))
        + "</camunda:properties>";
  }

  private static String properties(String name, String value) {
    return "<camunda:properties><camunda:property name=\"%s\" value=\"%s\" /></camunda:properties>"
        .formatted(name, value);
  }

  private static Mistake inFollowUp(String good, String bad, String... reported) {
    return new Mistake("processes/follow-up.bpmn", good, bad, reported);
  }

  private static Mistake inDecision(String good, String bad, String... reported) {
    return new Mistake("processes/check-level.dmn", good, bad, reported);
  }

  private static Mistake inOpening(String good, String bad, String... reported) {
    return new Mistake("forms/check-opening.form", good, bad, reported);
  }

  private static Mistake inReport(String good, String bad, String... reported) {
    return new Mistake("forms/check-report.form", good, bad, reported);
  }

  private static final String USER_TASK = "Activity_Report“填写检查记录”：";
  private static final String GROUP = " camunda:candidateGroups=\"${officerGroup}\"";
  private static final String MARK = "<camunda:property name=\"deadline\" value=\"true\" />";

  private static String due(String date) {
    return GROUP + " camunda:dueDate=\"" + date + "\"";
  }

  private static final String TIMER =
      "<bpmn:timeDate xsi:type=\"bpmn:tFormalExpression\">${deadlines.workingDaysAfter(openedAt,"
          + " 3)}</bpmn:timeDate>";
  private static final String URGE = "camunda:expression=\"${checks.urge('report')}\"";
  private static final String REPORT_INPUTS =
      "<camunda:inputParameter"
          + " name=\"facts\">${checks.facts(place)}</camunda:inputParameter>\n"
          + "        </camunda:inputOutput>";
  private static final String DECISION_OUTPUTS =
      "<camunda:outputParameter"
          + " name=\"level\">${decisionResult.singleResult.level}</camunda:outputParameter>\n"
          + "        </camunda:inputOutput>";
  private static final String AFTER_NAME = "camunda:isStartableInTasklist=\"true\">";

  private static final List<Mistake> MISTAKES =
      List.of(
          // header
          inFollowUp(
              "process id=\"follow-up\"",
              "process id=\"followUp\"",
              "应与文件名相同",
              "小写英文词加连字符",
              "没有程序或其他流程启动它",
              "调用的流程“follow-up”不存在",
              "变量“findingId”没有声明",
              "变量“followGroup”没有声明"),
          inCheck("name=\"现场检查\"", "name=\"Site check\"", "流程没有中文名称"),
          inCheck("isExecutable=\"true\"", "isExecutable=\"false\"", "未勾选“Executable”"),
          inCheck(" camunda:historyTimeToLive=\"P1825D\"", "", "历史保留期限"),
          inCheck("historyTimeToLive=\"P1825D\"", "historyTimeToLive=\"P5Y\"", "历史保留期限"),
          inCheck(" camunda:versionTag=\"1.0.0\"", "", "版本标签"),
          inCheck("versionTag=\"1.0.0\"", "versionTag=\"v1\"", "版本标签"),
          inFollowUp(" camunda:isStartableInTasklist=\"false\"", "", "未写明能否在任务列表中启动"),
          inFollowUp(
              "isStartableInTasklist=\"false\"", "isStartableInTasklist=\"true\"", "开始事件没有表单"),
          // names and ids
          inCheck(" name=\"登记检查\"", "", "Activity_Register：没有中文名称"),
          inCheck("name=\"检查已办结\"", "name=\"Done\"", "Event_Done“Done”：没有中文名称"),
          inCheck("name=\"检查已发起\"", "name=\"\"", "Event_Opened：没有中文名称"),
          inCheck("name=\"是否发现问题？\"", "name=\"发现问题\"", "应是一个问题"),
          inCheck("name=\"否\" sourceRef", "sourceRef", "Flow_None：分支没有中文名称"),
          inCheck(" default=\"Flow_None\"", "", "也不是默认分支"),
          new Mistake(
              "processes/site-check.bpmn",
              "Activity_Urge",
              "Activity_0ab12cd",
              "Activity_0ab12cd：ID 是自动生成的"),
          new Mistake(
              "processes/site-check.bpmn", "Flow_Found", "Flow_1x2y3z4", "Flow_1x2y3z4：ID 是自动生成的"),
          new Mistake(
              "processes/site-check.bpmn",
              "Message_Cancelled",
              "Message_0a1b2c3",
              "Message_0a1b2c3：ID 是自动生成的"),
          // user tasks
          inCheck(
              " camunda:formRef=\"check-report\" camunda:formRefBinding=\"deployment\"",
              "",
              USER_TASK + "人工任务没有表单",
              "check-report.form：没有流程使用此表单",
              "变量“hasFinding”没有声明"),
          inCheck(
              "check-report\" camunda:formRefBinding=\"deployment\"",
              "check-report\" camunda:formRefBinding=\"latest\"",
              USER_TASK + "表单绑定"),
          inCheck(" camunda:candidateGroups=\"${officerGroup}\"", "", USER_TASK + "人工任务没有候选组"),
          inCheck(MARK, MARK.replace("deadline", "reminder"), USER_TASK + "人工任务没有办理期限"),
          inCheck(GROUP, due("P3D"), USER_TASK + "到期日（Due date）不能推算", USER_TASK + "办理期限写了不止一处"),
          inCheck(
              GROUP,
              due("${deadlines.workingDaysAfter(openedAt,3)}"),
              USER_TASK + "办理期限写了不止一处",
              USER_TASK + "到期日与时点“记录逾期”是同一个日期，写了两遍"),
          inCheck(
              REPORT_INPUTS,
              REPORT_INPUTS + properties("deadline", "Event_Overdue"),
              USER_TASK + "办理期限写了不止一处",
              USER_TASK + "扩展属性deadline写的“Event_Overdue”不是任务外层子流程上的定时边界事件"),
          inCheck(
              MARK,
              MARK.replace("true", "yes"),
              "Event_Overdue“记录逾期”：扩展属性deadline只能写在人工任务下沿的定时边界事件上",
              USER_TASK + "人工任务没有办理期限"),
          inCheck(
              "<bpmn:documentation>谁办：执法人员。办什么：如实记录检查情况。依据：《中华人民共和国安全生产法》第六十五条。</bpmn:documentation>",
              "",
              USER_TASK + "人工任务没有中文说明"),
          inCheck("依据：《中华人民共和国安全生产法》第六十五条。", "", USER_TASK + "任务说明没有写依据"),
          // clocks
          inCheck(
              "name=\"记录逾期\" attachedToRef=\"Activity_Report\"",
              "name=\"记录逾期\" attachedToRef=\"Activity_Register\"",
              USER_TASK + "没有时钟：逾期时没有人会知道",
              USER_TASK + "人工任务没有办理期限",
              "扩展属性deadline只能写在人工任务下沿的定时边界事件上"),
          inCheck(
              REPORT_INPUTS,
              REPORT_INPUTS + properties("clock", "Event_Opened"),
              USER_TASK + "扩展属性clock写的“Event_Opened”不是本图的定时边界事件"),
          // timers
          inCheck(
              TIMER, "<bpmn:timeDuration>P3D</bpmn:timeDuration>", "Event_Overdue“记录逾期”：定时器须用“日期"),
          inCheck(TIMER, "<bpmn:timeCycle>R/P1D</bpmn:timeCycle>", "Event_Overdue“记录逾期”：定时器须用“日期"),
          inCheck(
              TIMER, "<bpmn:timeDate>2026-01-01T00:00:00</bpmn:timeDate>", "须由 deadlines 从一个起算日推算"),
          inCheck(TIMER, "<bpmn:timeDate>${openedAt}</bpmn:timeDate>", "须由 deadlines 从一个起算日推算"),
          inFollowUp(
              "name=\"跟进开始\" />",
              "name=\"跟进开始\"><bpmn:timerEventDefinition><bpmn:timeDate>${deadlines.workingDaysAfter(findingId,"
                  + " 1)}</bpmn:timeDate></bpmn:timerEventDefinition></bpmn:startEvent>",
              "流程不得由定时器启动"),
          inCheck(
              "<bpmn:messageEventDefinition id=\"MessageEvent_Cancelled\""
                  + " messageRef=\"Message_Cancelled\" />",
              "<bpmn:timerEventDefinition id=\"T\">" + TIMER + "</bpmn:timerEventDefinition>",
              "不得放在事件子流程中",
              "声明的消息没有任何事件使用"),
          // expressions
          inCheck(URGE, "camunda:expression=\"${checks.urge('report'}\"", "写法有误"),
          inCheck(
              URGE, "camunda:expression=\"${reminders.urge('report')}\"", "没有名为“reminders”的业务组件"),
          inCheck(
              URGE,
              "camunda:expression=\"${checks.remind('report')}\"",
              "业务组件“checks”没有方法“remind”"),
          inCheck(URGE, "camunda:expression=\"${checks.hidden()}\"", "业务组件“checks”没有方法“hidden”"),
          inCheck(
              URGE, "camunda:expression=\"${checks.getClass()}\"", "业务组件“checks”没有方法“getClass”"),
          inCheck(
              URGE,
              "camunda:expression=\"${checks.urge('report', 2)}\"",
              "方法“checks.urge”需要 1 个参数，现有 2 个"),
          inCheck(
              "${checks.register(place, level)}",
              "${checks.register(place, level, 1)}",
              "需要 1 或 2 个参数，现有 3 个"),
          inCheck(URGE, "camunda:expression=\"${checks.facts('x').concat('y')}\"", "不得连续调用方法"),
          inCheck(
              URGE,
              "camunda:expression=\"${execution.setVariable('a', 1)}\"",
              "不得对变量“execution”调用方法"),
          inCheck(URGE, "camunda:expression=\"${place.trim()}\"", "不得对变量“place”调用方法"),
          inCheck(URGE, "camunda:expression=\"${checks.urge(checks)}\"", "后面须写方法"),
          inCheck(URGE, "camunda:expression=\"${now()}\"", "服务任务须调用一个业务方法", "不得使用函数 now()"),
          inCheck(URGE, "camunda:expression=\"done\"", "服务任务须调用一个业务方法"),
          inCheck(" " + URGE, "", "服务任务须调用一个业务方法"),
          inCheck(
              "${checks.register(place, level)}",
              "${checks.register(plaec, level)}",
              "变量“plaec”没有声明"),
          inCheck(
              "${hasFinding and level",
              "${hasFindings and level",
              "Flow_Found“是”：表达式",
              "变量“hasFindings”没有声明"),
          inCheck(
              "candidateGroups=\"${officerGroup}\"",
              "candidateGroups=\"${officeGroup}\"",
              "变量“officeGroup”没有声明"),
          inCheck(
              GROUP,
              due("${deadlines.workingDaysAfter(openAt, 3)}"),
              "办理期限写了不止一处",
              "变量“openAt”没有声明"),
          inCheck(TIMER, TIMER.replace("openedAt", "openAt"), "变量“openAt”没有声明"),
          inCheck("${checks.facts(place)}", "${checks.facts(caseNo)}", "变量“caseNo”没有声明"),
          inCheck("${checks.findings(place)}", "${checks.findings(site)}", "变量“site”没有声明"),
          inCheck(
              "${decisionResult.singleResult.level}",
              "${decisionResult.singleResult.grade}",
              "没有名为“grade”的输出列"),
          inCheck(
              "${checks.facts(place)}",
              "${decisionResult.singleResult}",
              "decisionResult 只能在业务规则任务中使用"),
          inCheck(
              "resultVariable=\"openedAt\"",
              "resultVariable=\"checks\"",
              "变量“checks”与业务组件同名",
              "变量“openedAt”没有声明"),
          inCheck("target=\"followedAt\"", "target=\"FollowedAt\"", "变量“FollowedAt”应为小写开头"),
          // evidence
          inCheck(
              REPORT_INPUTS,
              REPORT_INPUTS + proof("selfie", null),
              USER_TASK + "所需证据（扩展属性evidence）只能是before"),
          inCheck(
              REPORT_INPUTS,
              REPORT_INPUTS + proof("after", "hasFinding"),
              "evidenceWhen应写成“字段=答案”"),
          inCheck(REPORT_INPUTS, REPORT_INPUTS + proof(null, "hasFinding=true"), "没有写evidence"),
          inCheck(
              REPORT_INPUTS,
              REPORT_INPUTS + proof("after", "found=true"),
              "“found”不是表单“check-report”的字段"),
          inCheck(
              REPORT_INPUTS,
              REPORT_INPUTS + proof("after", "hasFinding=yes"),
              "“yes”不是字段“hasFinding”的选项"),
          inCheck(DECISION_OUTPUTS, DECISION_OUTPUTS + proof("after", null), "只能写在人工任务或开始事件上"),
          // references
          inCheck(
              "formRef=\"check-report\"",
              "formRef=\"check-rapport\"",
              "表单“check-rapport”不存在",
              "check-report.form：没有流程使用此表单",
              "变量“hasFinding”没有声明"),
          inCheck(
              "decisionRef=\"check-level\"",
              "decisionRef=\"check-grade\"",
              "决策“check-grade”不存在",
              "check-level.dmn：没有流程使用此决策表",
              "只能在业务规则任务中使用",
              "没有名为“level”的输出列"),
          inCheck(
              "camunda:mapDecisionResult=\"singleResult\"",
              "camunda:resultVariable=\"result\"",
              "要选择结果映射"),
          inCheck(
              "calledElement=\"follow-up\"",
              "calledElement=\"followup\"",
              "调用的流程“followup”不存在",
              "follow-up.bpmn：没有程序或其他流程启动它",
              "变量“findingId”没有声明",
              "变量“followGroup”没有声明"),
          inCheck(
              "source=\"finding\" target",
              "source=\"findings\" target",
              "传入的变量“findings”在本流程中没有声明"),
          inCheck(
              "out source=\"followedAt\"",
              "out source=\"followAt\"",
              "传出的变量“followAt”在流程“follow-up”中没有声明"),
          inCheck(
              "target=\"findingId\"",
              "target=\"findingNo\"",
              "follow-up.bpmn，Activity_Follow",
              "变量“findingId”没有声明"),
          inCheck(" messageRef=\"Message_Cancelled\"", "", "没有选择消息", "声明的消息没有任何事件使用"),
          inCheck("name=\"check-cancelled\"", "name=\"CheckCancelled\"", "消息名称应为"),
          inCheck(
              "<bpmn:error id",
              "<bpmn:message id=\"Message_Lost\" name=\"check-lost\" /><bpmn:error id",
              "Message_Lost：声明的消息没有任何事件使用"),
          inCheck(
              "<bpmn:error id",
              "<bpmn:signal id=\"Signal_Lost\" name=\"lost\" /><bpmn:error id",
              "声明的信号没有任何事件使用"),
          inCheck(
              "<bpmn:error id",
              "<bpmn:escalation id=\"Escalation_Lost\" name=\"lost\" /><bpmn:error id",
              "声明的升级没有任何事件使用"),
          inCheck(
              "<bpmn:endEvent id=\"Event_Urged\" name=\"已催办\" />",
              "<bpmn:endEvent id=\"Event_Urged\" name=\"已催办\"><bpmn:errorEventDefinition"
                  + " errorRef=\"Error_Lost\" /></bpmn:endEvent>",
              "引用的错误没有声明"),
          inCheck(
              "<bpmn:errorEventDefinition id=\"ErrorEventDefinition_0a1b2c3\""
                  + " errorRef=\"Error_Unknown\" />",
              "<bpmn:errorEventDefinition />",
              "声明的错误没有任何事件使用",
              "没有边界事件捕获此错误"),
          // foreign means
          inCheck(
              "<bpmn:serviceTask id=\"Activity_Urge\" name=\"催办\" " + URGE + " />",
              "<bpmn:scriptTask id=\"Activity_Urge\" name=\"催办\""
                  + " scriptFormat=\"js\"><bpmn:script>1</bpmn:script></bpmn:scriptTask>",
              "Activity_Urge“催办”：不得使用脚本"),
          inCheck(
              "<bpmn:conditionExpression xsi:type=\"bpmn:tFormalExpression\">",
              "<bpmn:conditionExpression xsi:type=\"bpmn:tFormalExpression\" language=\"groovy\">",
              "Flow_Found“是”：不得使用脚本"),
          inCheck(
              "<camunda:inputParameter"
                  + " name=\"facts\">${checks.facts(place)}</camunda:inputParameter>",
              "<camunda:inputParameter name=\"facts\"><camunda:script"
                  + " scriptFormat=\"js\">1</camunda:script></camunda:inputParameter>",
              "Activity_Report“填写检查记录”：不得使用脚本"),
          inCheck(URGE, "camunda:class=\"rectify.Urge\"", "不得指定 Java 类", "服务任务须调用一个业务方法"),
          inCheck(
              URGE,
              "camunda:delegateExpression=\"${checks.urge('x')}\"",
              "不得指定 Java 类",
              "服务任务须调用一个业务方法"),
          inCheck(
              URGE,
              "camunda:type=\"external\" camunda:topic=\"urge\"",
              "不得使用外部任务",
              "服务任务须调用一个业务方法"),
          inCheck(
              AFTER_NAME,
              AFTER_NAME
                  + "<bpmn:extensionElements><camunda:executionListener event=\"start\""
                  + " expression=\"${checks.urge('x')}\" /></bpmn:extensionElements>",
              "site-check“现场检查”：不得使用监听器"),
          inCheck(
              "        <camunda:inputOutput>\n          <camunda:inputParameter",
              "<camunda:taskListener event=\"create\" expression=\"${checks.urge('x')}\" />\n"
                  + "        <camunda:inputOutput>\n"
                  + "          <camunda:inputParameter",
              "Activity_Report“填写检查记录”：不得使用监听器"),
          inCheck(
              "        <camunda:inputOutput>\n          <camunda:inputParameter",
              "<camunda:connector><camunda:connectorId>http</camunda:connectorId></camunda:connector>\n"
                  + "        <camunda:inputOutput>\n"
                  + "          <camunda:inputParameter",
              "Activity_Report“填写检查记录”：不得使用连接器"),
          inCheck(
              "        <camunda:inputOutput>\n          <camunda:inputParameter",
              "<camunda:field name=\"a\" stringValue=\"b\" />\n"
                  + "        <camunda:inputOutput>\n"
                  + "          <camunda:inputParameter",
              "Activity_Report“填写检查记录”：不得使用字段注入"),
          inCheck(
              "        <camunda:inputOutput>\n          <camunda:inputParameter",
              "<camunda:formData><camunda:formField id=\"a\" type=\"string\""
                  + " /></camunda:formData>\n"
                  + "        <camunda:inputOutput>\n"
                  + "          <camunda:inputParameter",
              "不得使用生成式表单"),
          inCheck(
              " camunda:formRef=\"check-opening\" camunda:formRefBinding=\"deployment\"",
              " camunda:formRef=\"check-opening\" camunda:formKey=\"embedded:x\"",
              "不得使用 Form key"),
          inCheck(
              "calledElement=\"follow-up\"",
              "calledElement=\"follow-up\" camunda:variableMappingClass=\"x\"",
              "不得用代码传递变量"),
          // decisions
          inDecision(
              "decision id=\"check-level\"",
              "decision id=\"checkLevel\"",
              "应与文件名相同",
              "小写英文词加连字符",
              "决策“check-level”不存在",
              "没有流程使用此决策表",
              "只能在业务规则任务中使用",
              "没有名为“level”的输出列"),
          inDecision(
              "<decision id=\"check-level\" name=\"检查等级\"",
              "<decision id=\"check-level\" name=\"level\"",
              "决策没有中文名称"),
          inDecision(" camunda:historyTimeToLive=\"P1825D\"", "", "历史保留期限"),
          inDecision("hitPolicy=\"FIRST\"", "hitPolicy=\"ANY\"", "命中策略只能是"),
          inDecision("<text>people</text>", "<text>peple</text>", "变量“peple”在流程“site-check”中没有声明"),
          inDecision("<text>people</text>", "<text></text>", "输入列没有表达式"),
          inDecision("label=\"在场人数\"", "label=\"people\"", "输入列没有中文标题"),
          inDecision("label=\"等级\"", "", "输出列没有中文标题"),
          inDecision("id=\"Input_People\"", "id=\"Input_0a1b2c3\"", "输入列的 ID 是自动生成的"),
          inDecision(
              "name=\"level\" typeRef", "name=\"Level\" typeRef", "输出名称“Level”", "没有名为“level”的输出列"),
          inDecision("<rule id=\"Rule_Crowded\">", "<rule>", "第 1 行没有 ID"),
          inDecision(
              "<inputEntry id=\"Entry_3\"><text></text>",
              "<inputEntry id=\"Entry_3\"><text>&lt; 3</text>",
              "最后一行须是兜底行"),
          inDecision(
              "<outputEntry id=\"Entry_2\">",
              "<outputEntry id=\"Entry_2\" expressionLanguage=\"groovy\">",
              "只用 FEEL"),
          inDecision(
              "<inputEntry id=\"Entry_1\">",
              "<inputEntry id=\"Entry_1\" expressionLanguage=\"juel\">",
              "只用 FEEL"),
          // forms
          inReport(
              "\"id\": \"check-report\"",
              "\"id\": \"checkReport\"",
              "应与文件名相同",
              "小写英文词加连字符",
              "表单“check-report”不存在",
              "没有流程使用此表单",
              "变量“hasFinding”没有声明"),
          inOpening("\"schemaVersion\": 16", "\"schemaVersion\": 17", "schemaVersion 不得高于 16"),
          inOpening("\"Camunda Platform\"", "\"Camunda Cloud\"", "执行平台应为"),
          inOpening("\"7.22.0\"", "\"7.24.0\"", "执行平台版本不得高于 7.22"),
          inOpening("\"type\": \"number\"", "\"type\": \"filepicker\"", "不支持“filepicker”组件"),
          inReport("\"type\": \"group\"", "\"type\": \"dynamiclist\"", "不支持“dynamiclist”组件"),
          inOpening("\"key\": \"kind\"", "\"key\": \"Kind\"", "字段的 Key“Kind”", "变量“Kind”应为小写开头"),
          inOpening("\"label\": \"检查类别\"", "\"label\": \"\"", "kind：字段没有中文标签"),
          inReport("\"dateLabel\": \"发现日期\"", "\"dateLabel\": \"Date\"", "字段没有中文标签", "英文“Date”"),
          inOpening("\"maxLength\": 100", "\"minLength\": 1", "须限制最大长度"),
          inReport("\"maxLength\": 1000", "\"maxLength\": 5000", "须限制最大长度"),
          inOpening(
              ", \"values\": [{\"label\": \"日常检查\", \"value\": \"routine\"}, {\"label\": \"专项检查\","
                  + " \"value\": \"special\"}]",
              "",
              "选择字段没有选项"),
          inReport(", \"valuesKey\": \"facts\"", "", "选择字段没有选项"),
          inOpening("日常检查", "routine 检查", "英文“routine”"),
          inOpening("依据 GB 标准填写", "依据 standard 填写", "英文“standard”"),
          inReport("**检查地点**", "**place**", "英文“place”"),
          inReport("{{place}}", "{{plaec}}", "变量“plaec”在流程“site-check”中没有声明"),
          inReport("#if level", "#if lvel", "变量“lvel”在流程“site-check”中没有声明"),
          inReport("#loop facts", "#loop fakts", "变量“fakts”在流程“site-check”中没有声明"),
          inReport("=not(hasFinding)", "=not(hasFnding)", "变量“hasFnding”在流程“site-check”中没有声明"),
          inReport(
              "\"valuesKey\": \"facts\"",
              "\"valuesKey\": \"owners\"",
              "变量“owners”在流程“site-check”中没有声明"),
          inReport(
              "string length(remark)", "string length(remarks)", "变量“remarks”在流程“site-check”中没有声明"),
          // files
          inReport(
              "\"components\": [",
              "\"components\": ",
              "表单不是有效的 JSON",
              "表单“check-report”不存在",
              "变量“hasFinding”没有声明"),
          inFollowUp("</bpmn:process>", "", "文件无法读取", "调用的流程“follow-up”不存在"),
          inFollowUp(
              "</bpmn:process>",
              "</bpmn:process><bpmn:process id=\"other\" />",
              "一个文件只画一个流程",
              "调用的流程“follow-up”不存在"),
          inDecision(
              "</decision>",
              "</decision><decision id=\"other\" name=\"x\" />",
              "一个文件只放一张决策表",
              "决策“check-level”不存在",
              "只能在业务规则任务中使用",
              "没有名为“level”的输出列"));

  @TestFactory
  Stream<DynamicTest> a_mistake_is_reported_and_nothing_else() {
    return MISTAKES.stream()
        .map(
            mistake ->
                DynamicTest.dynamicTest(
                    mistake.file() + ": " + mistake.reported()[0], () -> assertReported(mistake)));
  }

  private void assertReported(Mistake mistake) throws IOException {
    Path copy = Files.createTempDirectory(directory, "sample");
    copyGood(copy);
    Path file = copy.resolve(mistake.file());
    String good = Files.readString(file);
    assertThat(good).contains(mistake.good());
    Files.writeString(file, good.replace(mistake.good(), mistake.bad()));

    List<String> violations = violations(copy, CODE);

    assertThat(violations)
        .allSatisfy(
            v -> assertThat(mistake.reported()).as(v).anySatisfy(r -> assertThat(v).contains(r)));
    for (String reported : mistake.reported()) {
      assertThat(violations).anySatisfy(v -> assertThat(v).contains(reported));
    }
  }

  @Test
  void good_files_have_no_violations() {
    assertThat(violations(GOOD, CODE)).isEmpty();
  }

  @Test
  void empty_folders_have_no_violations() {
    assertThat(violations(directory, CODE)).isEmpty();
  }

  @Test
  void a_facade_that_declares_no_variables_is_reported() {
    assertThat(violations(GOOD, code(Silent.class, Set.of())))
        .anySatisfy(v -> assertThat(v).contains("SiteCheck 没有声明流程变量"));
  }

  @Test
  void a_process_that_nobody_starts_is_reported() {
    assertThat(violations(GOOD, code(null, Set.of())))
        .anySatisfy(v -> assertThat(v).contains("site-check.bpmn", "没有程序或其他流程启动它"));
  }

  @Test
  void a_decision_that_java_evaluates_must_be_there() {
    assertThat(violations(GOOD, code(SiteCheck.class, Set.of("lost"))))
        .containsExactly("lost.dmn：程序要用此决策表，但文件不存在，请恢复它。");
  }

  @Test
  void a_form_that_nobody_shows_is_reported() throws IOException {
    copyGood(directory);
    Files.writeString(
        directory.resolve("forms/lost.form"),
        Files.readString(GOOD.resolve("forms/check-opening.form"))
            .replace("check-opening", "lost"));

    assertThat(violations(directory, CODE)).containsExactly("lost.form：没有流程使用此表单，请在任务上引用它，或删除此文件。");
  }

  @Test
  void two_files_with_one_id_are_reported() throws IOException {
    copyGood(directory);
    Files.copy(
        directory.resolve("forms/check-opening.form"), directory.resolve("forms/check-twin.form"));

    assertThat(violations(directory, CODE))
        .anySatisfy(v -> assertThat(v).contains("check-opening：有两个表单使用这个 ID"));
  }

  @Test
  void a_stray_file_is_reported() throws IOException {
    copyGood(directory);
    Files.writeString(directory.resolve("processes/notes.txt"), "");
    Files.writeString(directory.resolve("forms/notes.txt"), "");

    assertThat(violations(directory, CODE)).hasSize(2).allMatch(v -> v.contains("请移走此文件"));
  }

  private static List<String> violations(Path root, Code code) {
    return ProcessContract.violations(root.resolve("processes"), root.resolve("forms"), code);
  }

  private static void copyGood(Path target) throws IOException {
    for (String folder : List.of("processes", "forms")) {
      Files.createDirectories(target.resolve(folder));
      try (Stream<Path> files = Files.list(GOOD.resolve(folder))) {
        for (Path file : files.toList()) {
          Files.copy(file, target.resolve(folder).resolve(file.getFileName()));
        }
      }
    }
  }
}
