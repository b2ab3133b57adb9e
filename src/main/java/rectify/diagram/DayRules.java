package rectify.diagram;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.w3c.dom.Element;
import rectify.model.Deadline;
import rectify.model.House;
import rectify.model.House.Range;
import rectify.model.Models.ProcessFile;
import rectify.model.Report;
import rectify.model.Xml;

/** The dates of a diagram: within their range and in their order. */
public final class DayRules {

  private static final Pattern CLIMB =
      Pattern.compile("\\$\\{\\s*supervision\\.climb\\(\\s*\\w+\\s*,\\s*'([^']*)'\\s*\\)\\s*\\}");
  private static final Set<String> DATED =
      Set.of("userTask", "boundaryEvent", "intermediateCatchEvent");
  private static final Range HOURS = new Range(1, 720, "市级默认值");

  private final ProcessFile process;
  private final House house;
  private final House.Rules rules;
  private final Report report;
  private final Map<String, Element> elements = new LinkedHashMap<>();

  public DayRules(ProcessFile process, House house, Report report) {
    this.process = process;
    this.house = house;
    this.rules = house.processes().get(process.id());
    this.report = report;
    Xml.all(process.xml().getDocumentElement())
        .filter(element -> Xml.BPMN.equals(element.getNamespaceURI()))
        .filter(element -> element.hasAttribute("id"))
        .forEach(element -> elements.put(element.getAttribute("id"), element));
  }

  public void check() {
    history();
    elements.values().forEach(this::range);
    if (rules == null) {
      return;
    }
    rules.rising().forEach(this::rising);
    ladder();
    rules.messages().forEach(this::received);
    elements.values().stream()
        .filter(event -> rules.unbroken() != null && Xml.is(event, "boundaryEvent"))
        .filter(event -> rules.unbroken().equals(event.getAttribute("attachedToRef")))
        .filter(event -> !Deadline.written(event).isEmpty())
        .filter(event -> !"false".equals(event.getAttribute("cancelActivity")))
        .forEach(event -> say(event, "督办和督促的时点须为不中断（Non-interrupting），中断后案件再也不能销号，请改为不中断。"));
  }

  private void history() {
    String written = process.process().getCamundaHistoryTimeToLiveString();
    if (written != null && written.matches("P\\d{1,6}D")) {
      int days = Integer.parseInt(written.substring(1, written.length() - 1));
      if (!house.history().holds(days)) {
        report.say(
            process.file(),
            "历史保留期限（History time to live）须为%d到%d天，不得短于档案保存期限，现为%d天，请改正。"
                .formatted(house.history().from(), house.history().to(), days));
      }
    }
  }

  private void range(Element element) {
    if (!DATED.contains(element.getLocalName())) {
      return;
    }
    Deadline date = Deadline.of(Deadline.written(element)).orElse(null);
    if (date == null || date.days() == null) {
      return;
    }
    Range range = rangeOf(element.getAttribute("id"), date);
    if (!range.holds(date.days())) {
      say(
          element,
          "数字须为%d到%d的整数，现为%d，请改正（%s）。"
              .formatted(range.from(), range.to(), date.days(), range.why()));
    }
  }

  private Range rangeOf(String id, Deadline date) {
    Range own = rules == null ? null : rules.ranges().get(id);
    return own != null ? own : date.method().equals("hoursAfter") ? HOURS : house.days();
  }

  private void rising(List<String> ids) {
    for (int i = 1; i < ids.size(); i++) {
      Integer before = days(ids.get(i - 1));
      Integer after = days(ids.get(i));
      if (before != null && after != null && before >= after) {
        say(
            elements.get(ids.get(i)),
            "须晚于“%s”（%d），现为%d，请改正。"
                .formatted(elements.get(ids.get(i - 1)).getAttribute("name"), before, after));
      }
    }
  }

  /** However many timers climb, a higher rung is not climbed before a lower one. */
  private void ladder() {
    List<String> rungs = RungRules.lowestFirst(elements.values());
    List<Element> climbs =
        elements.values().stream().filter(element -> rungs.contains(climbs(element))).toList();
    for (Element lower : climbs) {
      for (Element higher : climbs) {
        Integer lowDay = dayBefore(lower);
        Integer highDay = dayBefore(higher);
        if (rungs.indexOf(climbs(lower)) < rungs.indexOf(climbs(higher))
            && lowDay != null
            && highDay != null
            && lowDay > highDay) {
          say(
              higher,
              "升级的时点（%d）不得早于低一级的“%s”（%d），请改正。"
                  .formatted(highDay, lower.getAttribute("name"), lowDay));
        }
      }
    }
  }

  private static String climbs(Element element) {
    Matcher climb = CLIMB.matcher(Xml.camunda(element, "expression").strip());
    return climb.matches() ? climb.group(1) : "";
  }

  private Integer dayBefore(Element step) {
    return elements.values().stream()
        .filter(flow -> Xml.is(flow, "sequenceFlow"))
        .filter(flow -> flow.getAttribute("targetRef").equals(step.getAttribute("id")))
        .map(flow -> days(flow.getAttribute("sourceRef")))
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  private void received(String name) {
    Optional<Element> message =
        elements.values().stream()
            .filter(element -> Xml.is(element, "message"))
            .filter(element -> element.getAttribute("name").equals(name))
            .findFirst();
    boolean caught =
        message.isPresent()
            && Xml.all(process.xml().getDocumentElement())
                .anyMatch(
                    e -> e.getAttribute("messageRef").equals(message.get().getAttribute("id")));
    if (!caught) {
      report.say(process.file(), "流程运行时须接收消息“" + name + "”，否则销号、延期或解除时收不到，请恢复接收它的节点。");
    }
  }

  private String written(String id) {
    return elements.containsKey(id) ? Deadline.written(elements.get(id)) : null;
  }

  private Integer days(String id) {
    return Optional.ofNullable(written(id)).flatMap(Deadline::of).map(Deadline::days).orElse(null);
  }

  private void say(Element element, String sentence) {
    report.say(process.file(), Xml.id(element), Xml.name(element), sentence);
  }
}
