package rectify.door;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.core.io.ClassPathResource;
import rectify.identity.GroupIds;
import rectify.identity.Standing;

/** The engine's doors that open, and to whom: what {@code engine-doors.txt} says. */
final class EngineDoors {

  /** Whom a door opens to. */
  enum Role {
    EVERYBODY("全体人员"),
    ENTERPRISE("企业安全员"),
    OFFICER("监管执法人员"),
    MANAGER("领导与调度"),
    DESIGNER("流程设计员"),
    ADMINISTRATOR("系统管理员");

    private final String chinese;

    Role(String chinese) {
      this.chinese = chinese;
    }

    String chinese() {
      return chinese;
    }

    /** The roles of somebody who has logged in. */
    static Set<Role> of(Collection<String> groups) {
      Standing standing = Standing.of(groups, List.of());
      Set<Role> roles = EnumSet.of(EVERYBODY);
      if (standing.isEnterpriseStaff() || groups.contains(GroupIds.ENTERPRISE)) {
        roles.add(ENTERPRISE);
      }
      if (standing.isOfficer() || groups.contains(GroupIds.OFFICER)) {
        roles.add(OFFICER);
      }
      if (standing.manager()) {
        roles.add(MANAGER);
      }
      if (standing.processDesigner()) {
        roles.add(DESIGNER);
      }
      if (standing.administrator()) {
        roles.add(ADMINISTRATOR);
      }
      return roles;
    }
  }

  /**
   * One line of the file.
   *
   * @param path as the file has it
   * @param chapter the heading it stands under
   * @param roles none if the line shuts a door that another line would open
   */
  record Door(String chapter, Set<String> methods, String path, Set<Role> roles, String purpose) {

    boolean opensToEverybody() {
      return roles.contains(Role.EVERYBODY);
    }

    boolean opensTo(Collection<String> groups) {
      return Role.of(groups).stream().anyMatch(roles::contains);
    }

    private boolean leadsTo(String method, String[] parts) {
      String[] own = split(path);
      boolean open = own[own.length - 1].endsWith("...}");
      if (!methods.contains(method)
          || (open ? parts.length < own.length : parts.length != own.length)) {
        return false;
      }
      for (int i = 0; i < own.length; i++) {
        if (own[i].startsWith("{") ? parts[i].isEmpty() : !own[i].equals(parts[i])) {
          return false;
        }
      }
      return true;
    }

    /**
     * Sorts before another line that is met as well: what stands literally is meant, left first.
     */
    private String literalParts() {
      StringBuilder key = new StringBuilder();
      for (String part : split(path)) {
        key.append(part.startsWith("{") ? '1' : '0');
      }
      return key.toString();
    }
  }

  private static final Pattern COPIES =
      Pattern.compile(
          "(?:/engine-rest/engine/default|/engine-rest|/camunda/api/engine/engine/default)(/.*)",
          Pattern.DOTALL);

  private final List<Door> doors;
  private final Map<String, List<Door>> byFirstPart = new HashMap<>();

  EngineDoors() {
    doors = read();
    for (Door door : doors) {
      byFirstPart.computeIfAbsent(split(door.path())[0], part -> new ArrayList<>()).add(door);
    }
  }

  List<Door> doors() {
    return doors;
  }

  /**
   * The line a request meets; none if the door is shut for everybody.
   *
   * @param path below the context, decoded
   */
  Optional<Door> of(String method, String path) {
    Matcher copy = COPIES.matcher(path);
    String below = copy.matches() ? copy.group(1) : path;
    if (!copy.matches() && !path.startsWith("/camunda/api/")) {
      return Optional.empty();
    }
    if (copy.matches() && below.startsWith("/camunda/")) {
      return Optional.empty();
    }
    String[] parts = split(below);
    String asked = method.equals("HEAD") ? "GET" : method;
    return byFirstPart.getOrDefault(parts[0], List.of()).stream()
        .filter(door -> door.leadsTo(asked, parts))
        .min(Comparator.comparing(Door::literalParts));
  }

  /** An empty part, as between two strokes, stays one and meets nothing. */
  private static String[] split(String path) {
    String end =
        path.length() > 1 && path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    return end.substring(1).split("/", -1);
  }

  private static List<Door> read() {
    List<Door> doors = new ArrayList<>();
    String chapter = "";
    for (String line : text().lines().toList()) {
      if (line.startsWith("## ")) {
        chapter = line.substring(3).strip();
      } else if (!line.isBlank() && !line.startsWith("#")) {
        doors.add(door(chapter, line));
      }
    }
    return List.copyOf(doors);
  }

  private static Door door(String chapter, String line) {
    String[] columns = line.split("\\s*\\|\\s*");
    if (columns.length != 4) {
      throw new IllegalStateException("not four columns: " + line);
    }
    Set<Role> roles = EnumSet.noneOf(Role.class);
    if (!columns[2].equals("nobody")) {
      for (String role : columns[2].split(" ")) {
        roles.add(Role.valueOf(role.toUpperCase(Locale.ROOT)));
      }
    }
    return new Door(
        chapter, Set.copyOf(Arrays.asList(columns[0].split(" "))), columns[1], roles, columns[3]);
  }

  private static String text() {
    try {
      return new ClassPathResource("engine-doors.txt", EngineDoors.class)
          .getContentAsString(StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
