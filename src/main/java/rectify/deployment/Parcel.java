package rectify.deployment;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import rectify.model.House;
import rectify.model.Models;

/** What is looked at before a file is opened: how many there are, their names and their size. */
final class Parcel {

  private static final int KIBIBYTE = 1024;

  private Parcel() {}

  static List<String> problems(Map<String, byte[]> files, House house) {
    List<String> problems = new ArrayList<>();
    if (files.isEmpty()) {
      problems.add("部署中没有文件，请选择流程图（.bpmn）、决策表（.dmn）和它们的表单（.form）。");
    }
    if (files.size() > house.size("文件个数")) {
      problems.add("一次部署最多%d个文件，现有%d个，请分次部署。".formatted(house.size("文件个数"), files.size()));
    }
    long sum = 0;
    Set<String> names = new HashSet<>();
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      String name = Models.file(file.getKey());
      sum += file.getValue().length;
      if (!name.matches("[^.\\\\/].*\\.(bpmn|dmn|form)")) {
        problems.add(shown(name) + "：只能部署流程图（.bpmn）、决策表（.dmn）和表单（.form），请去掉此文件，或把文件名改成小写的扩展名。");
      }
      if (!names.add(name)) {
        problems.add(shown(name) + "：有两个同名的文件，请只保留一个。");
      }
      if (file.getValue().length > house.size("单个文件")) {
        problems.add(
            "%s：文件最大%d KB，现为%d KB，请去掉其中的图片或拆分后再部署。"
                .formatted(
                    shown(name), house.size("单个文件") / KIBIBYTE, file.getValue().length / KIBIBYTE));
      }
    }
    if (sum > house.size("一次部署")) {
      problems.add(
          "一次部署最大%d KB，现为%d KB，请分次部署。".formatted(house.size("一次部署") / KIBIBYTE, sum / KIBIBYTE));
    }
    return problems;
  }

  private static String shown(String name) {
    return name.length() <= 100 ? name : name.substring(0, 100) + "…";
  }
}
