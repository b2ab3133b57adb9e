package rectify.model;

import java.util.ArrayList;
import java.util.List;

/** Collects what is wrong, each as a sentence that names the file and the element. */
public final class Report {

  private final List<String> lines = new ArrayList<>();

  public void say(String file, String sentence) {
    lines.add(file + "：" + sentence);
  }

  public void say(String file, String id, String name, String sentence) {
    String named = name == null || name.isBlank() ? "" : "“" + name.strip() + "”";
    lines.add(file + "，" + shown(id) + named + "：" + sentence);
  }

  /** Other tools write whole sentences where an id belongs. */
  private static String shown(String id) {
    return id.matches("\\S*") ? id : "“" + id + "”";
  }

  public void add(Report other) {
    lines.addAll(other.lines);
  }

  public List<String> lines() {
    return lines.stream().distinct().toList();
  }
}
