package rectify.model;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.core.io.ClassPathResource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * The rules of the house as a person reads and changes them, in {@code house.yaml}: what a diagram
 * may contain, how large a file may be, and for each process which days may be moved how far and by
 * which article.
 */
public record House(
    Map<String, Integer> sizes,
    Range history,
    Range days,
    Map<String, Set<String>> elements,
    Set<String> texts,
    Map<String, Set<String>> words,
    Map<String, String> called,
    Map<String, Rules> processes) {

  /** The words for the rungs of the ladder, lowest first. */
  public static final String RUNG = "级别";

  /** The words for the duties of an office. */
  public static final String DUTY = "职责";

  private static final House OURS = read();

  /** Whole numbers from one to another, both included, and why. */
  public record Range(int from, int to, String why) {

    public boolean holds(long number) {
      return number >= from && number <= to;
    }

    private static Range of(String text) {
      String[] parts = text.strip().split("[\\s]+", 2);
      String[] ends = parts[0].split("-");
      return new Range(
          Integer.parseInt(ends[0]),
          Integer.parseInt(ends[1]),
          parts.length > 1 ? parts[1] : "市级默认值");
    }
  }

  /**
   * What one process keeps to.
   *
   * @param caseVariable carries the case from start to end; nothing in the diagram sets it
   * @param ranges by the id of the task or event that has the number
   * @param rising ids whose dates follow one another
   * @param additions how a step that a designer adds may read, with 级别, 职责 and 单位 left open
   * @param forms which forms a task that a designer adds may show
   * @param messages which are received while an instance runs
   * @param unbroken the activity whose timers never interrupt it
   * @param anchors what a date that a designer adds is counted from
   * @param groups whom a task that a designer adds may be given to
   */
  public record Rules(
      String caseVariable,
      Map<String, Range> ranges,
      List<List<String>> rising,
      List<String> additions,
      Set<String> forms,
      Set<String> messages,
      String unbroken,
      Set<String> anchors,
      Set<String> groups) {}

  public static House ours() {
    return OURS;
  }

  public int size(String name) {
    return sizes.get(name);
  }

  private static House read() {
    try (InputStream file = new ClassPathResource("rectify/model/house.yaml").getInputStream()) {
      Map<String, Object> all = new Yaml(new SafeConstructor(new LoaderOptions())).load(file);
      Map<String, Integer> sizes = new LinkedHashMap<>();
      map(all, "文件").forEach((name, bytes) -> sizes.put(name, (Integer) bytes));
      Map<String, Object> history = map(all, "历史保留");
      Map<String, Set<String>> elements = new LinkedHashMap<>();
      map(all, "元素").forEach((name, attributes) -> elements.put(name, words(attributes)));
      Map<String, Rules> processes = new LinkedHashMap<>();
      map(all, "流程").keySet().forEach(id -> processes.put(id, rules(map(map(all, "流程"), id))));
      Map<String, String> called = new LinkedHashMap<>();
      map(all, "称呼").forEach((name, words) -> called.put(name, (String) words));
      return new House(
          sizes,
          new Range((Integer) history.get("最少天数"), (Integer) history.get("最多天数"), "档案保存期限"),
          Range.of((String) all.get("天数")),
          elements,
          words(all.get("正文")),
          Map.of(RUNG, words(all.get(RUNG)), DUTY, words(all.get(DUTY))),
          called,
          processes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Rules rules(Map<String, Object> process) {
    Map<String, Range> ranges = new LinkedHashMap<>();
    map(process, "时限").forEach((id, range) -> ranges.put(id, Range.of((String) range)));
    List<List<String>> rising = new ArrayList<>();
    lines(process.get("先后")).forEach(order -> rising.add(List.copyOf(words(order))));
    return new Rules(
        (String) process.get("案件"),
        ranges,
        rising,
        lines(process.get("可加")),
        words(process.get("可用表单")),
        words(process.get("必收消息")),
        (String) process.get("不中断"),
        words(process.get("起算")),
        words(process.get("单位")));
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> map(Map<String, Object> parent, String key) {
    Object child = parent.get(key);
    return child == null ? Map.of() : (Map<String, Object>) child;
  }

  private static List<String> lines(Object list) {
    return list instanceof List<?> some ? some.stream().map(String::valueOf).toList() : List.of();
  }

  private static Set<String> words(Object text) {
    Set<String> words = new LinkedHashSet<>();
    if (text != null) {
      for (String word : text.toString().strip().split("\\s+")) {
        if (!word.isEmpty()) {
          words.add(word);
        }
      }
    }
    return words;
  }
}
