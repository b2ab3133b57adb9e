package rectify.profile;

import static java.util.stream.Collectors.toMap;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.Resource;
import org.springframework.core.io.ResourceLoader;
import org.springframework.stereotype.Component;
import rectify.refusal.Refusal;
import rectify.spreadsheet.SheetReader;

/** The traits there are, from the catalog's {@code traits.csv}, in its order. */
@Component
public class Traits {

  /** Every workshop has this one without being asked. */
  public static final String WORKSHOP = "车间";

  /** Every post has this one without being asked. */
  public static final String POST = "岗位";

  private static final List<String> HEADER = List.of("name", "kind", "question");
  private static final int LONGEST = 20;
  private static final int MOST = 500;

  private final Map<String, Trait> byName;

  @Autowired
  Traits(ResourceLoader resources, @Value("${rectify.catalog:classpath:catalog/}") String folder) {
    this(resources.getResource((folder.endsWith("/") ? folder : folder + "/") + "traits.csv"));
  }

  Traits(Resource file) {
    byName =
        read(file).stream()
            .collect(
                toMap(
                    Trait::name,
                    Function.identity(),
                    (first, second) -> {
                      throw new Refusal("traits.csv 中“" + first.name() + "”有两行，请只留一行");
                    },
                    LinkedHashMap::new));
  }

  private static List<Trait> read(Resource file) {
    byte[] content;
    try (InputStream in = file.getInputStream()) {
      content = in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    List<SheetReader.Line> lines =
        SheetReader.read(content, "traits.csv", "特征目录", MOST).stream()
            .filter(line -> !line.cells().get(0).startsWith("#"))
            .toList();
    if (lines.isEmpty() || !lines.get(0).cells().equals(HEADER)) {
      throw new Refusal("traits.csv 的表头应为 " + String.join(",", HEADER) + "，请改正");
    }
    return lines.stream().skip(1).map(Traits::trait).toList();
  }

  private static Trait trait(SheetReader.Line line) {
    List<String> cells = line.cells().stream().map(SheetReader::clean).toList();
    boolean complete = cells.size() == HEADER.size() && cells.stream().noneMatch(String::isEmpty);
    if (!complete || cells.get(0).length() > LONGEST || cells.get(0).contains(";")) {
      throw new Refusal(
          "traits.csv 第 " + line.number() + " 行应有名称（不超过 " + LONGEST + " 字，不含分号）、类别和问题，请改正");
    }
    return new Trait(cells.get(0), cells.get(1), cells.get(2));
  }

  public List<Trait> all() {
    return List.copyOf(byName.values());
  }

  public Optional<Trait> find(String name) {
    return Optional.ofNullable(byName.get(name));
  }

  /** Whether check items may name it: a trait, or what every workshop or post has. */
  public boolean isKnown(String name) {
    return byName.containsKey(name) || name.equals(WORKSHOP) || name.equals(POST);
  }

  /**
   * The same traits, once each, in the order of the catalog.
   *
   * @throws Refusal naming those the catalog does not have
   */
  public Set<String> checked(Collection<String> names) {
    List<String> unknown = names.stream().filter(name -> !byName.containsKey(name)).toList();
    if (!unknown.isEmpty()) {
      throw new Refusal("没有“" + String.join("、", unknown) + "”这样的特征，请从问题清单中选择");
    }
    Set<String> inOrder = new LinkedHashSet<>(byName.keySet());
    inOrder.retainAll(Set.copyOf(names));
    return inOrder;
  }

  /** How a set of traits is stored and written in a cell. */
  public static String joined(Collection<String> names) {
    return String.join(";", names);
  }

  /** What {@link #joined} was made of; a Chinese semicolon or comma is taken as well. */
  public static Set<String> split(String joined) {
    Set<String> names = new LinkedHashSet<>();
    Arrays.stream(joined.split("[;；、]"))
        .map(String::strip)
        .filter(name -> !name.isEmpty())
        .forEach(names::add);
    return names;
  }
}
