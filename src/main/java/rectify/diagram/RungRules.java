package rectify.diagram;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.w3c.dom.Element;
import rectify.model.House;
import rectify.model.Models.ProcessFile;
import rectify.model.Report;
import rectify.model.Words;
import rectify.model.Xml;

/**
 * The rungs of a ladder: what a rung is called and how high it is stands at its user task, so that
 * a designer draws one more without anybody's code.
 */
public final class RungRules {

  private static final String CODE = "rung";
  private static final String NAME = "rungName";
  private static final String HEIGHT = "rungOrder";
  private static final Set<String> ALL = Set.of(CODE, NAME, HEIGHT);

  private final ProcessFile process;
  private final House house;
  private final Report report;

  public RungRules(ProcessFile process, House house, Report report) {
    this.process = process;
    this.house = house;
    this.report = report;
  }

  public void check() {
    List<Element> elements = Xml.all(process.xml().getDocumentElement()).toList();
    List<Element> rungs =
        elements.stream()
            .filter(element -> ALL.stream().anyMatch(name -> !said(element, name).isEmpty()))
            .toList();
    for (Element rung : rungs) {
      rung(rung, elements);
      for (String name : List.of(CODE, NAME, HEIGHT)) {
        rungs.stream()
            .filter(other -> other != rung && !said(rung, name).isEmpty())
            .filter(other -> said(other, name).equals(said(rung, name)))
            .filter(other -> rungs.indexOf(other) < rungs.indexOf(rung))
            .forEach(other -> say(rung, "扩展属性%s与“%s”相同，每一级须不同，请改正。", name, name(other)));
      }
    }
  }

  private void rung(Element rung, List<Element> elements) {
    House.Rules rules = house.processes().get(process.id());
    if (!Xml.is(rung, "userTask")
        || rules == null
        || rules.additions().stream().noneMatch(pattern -> pattern.contains(House.RUNG))) {
      say(rung, "扩展属性rung、rungName和rungOrder只能写在督办流程的人工任务上，请删除。");
      return;
    }
    String code = said(rung, CODE);
    if (!code.matches("[a-z]{2,16}")) {
      say(rung, "扩展属性rung是督办级别的代码，须为2到16个小写英文字母，现为“%s”，请改正。", code);
    } else if (elements.stream().noneMatch(step -> climbs(step, code))) {
      say(rung, "没有步骤升级到这一级，请新增步骤 ${supervision.climb(hazardId, '%s')}。", code);
    }
    if (!Words.chinese(said(rung, NAME)) || said(rung, NAME).length() > 20) {
      say(rung, "扩展属性rungName是督办级别的名称，须为不超过20个字的中文，现为“%s”，请改正。", said(rung, NAME));
    }
    if (!said(rung, HEIGHT).matches("[1-9]\\d{0,2}")) {
      say(rung, "扩展属性rungOrder是级别的高低，须为1到999的整数，越大越高，现为“%s”，请改正。", said(rung, HEIGHT));
    }
  }

  private static boolean climbs(Element step, String code) {
    return Xml.camunda(step, "expression")
        .replaceAll("\\s", "")
        .matches("\\$\\{supervision\\.climb\\(\\w+,'" + code + "'\\)\\}");
  }

  /** The codes of the rungs among these elements. */
  static Set<String> codes(Collection<Element> elements) {
    return new LinkedHashSet<>(lowestFirst(elements));
  }

  public static List<String> lowestFirst(Collection<Element> elements) {
    return rungs(elements)
        .sorted(Comparator.comparingInt(RungRules::height))
        .map(task -> said(task, CODE))
        .toList();
  }

  private static Stream<Element> rungs(Collection<Element> elements) {
    return elements.stream()
        .filter(element -> Xml.is(element, "userTask") && !said(element, CODE).isEmpty());
  }

  private static int height(Element task) {
    String height = said(task, HEIGHT);
    return height.matches("\\d{1,9}") ? Integer.parseInt(height) : 0;
  }

  private static String said(Element element, String property) {
    return Xml.property(element, property);
  }

  private static String name(Element element) {
    return element.getAttribute("name");
  }

  private void say(Element element, String sentence, Object... facts) {
    report.say(process.file(), Xml.id(element), Xml.name(element), sentence.formatted(facts));
  }
}
