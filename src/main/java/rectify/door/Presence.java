package rectify.door;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permissions;
import org.springframework.stereotype.Component;
import rectify.identity.Actor;

/** Reads who somebody is and what they belong to: one statement, so that every request can ask. */
@Component
class Presence {

  /** The web applications that need a right; everybody may open the welcome page. */
  private static final Set<String> APPLICATIONS = Set.of("cockpit", "tasklist", "admin");

  private static final String WELCOME = "welcome";

  private final PresenceMapper mapper;

  Presence(PresenceMapper mapper) {
    this.mapper = mapper;
  }

  /** Somebody as they are now; empty if there is no such account. */
  Optional<Present> of(String userId) {
    String id = null;
    String name = null;
    String password = null;
    List<String> groups = new ArrayList<>();
    Set<String> tenants = new TreeSet<>();
    Set<String> applications = new HashSet<>(Set.of(WELCOME));
    for (PresenceMapper.Line line : mapper.read(userId)) {
      switch (line.what()) {
        case "user" -> {
          id = line.entry();
          name = line.name();
          password = line.secret();
        }
        case "group" -> groups.add(line.entry());
        case "tenant" -> tenants.add(line.entry());
        default -> applications.addAll(opened(line));
      }
    }
    if (id == null) {
      return Optional.empty();
    }
    String shown = name.isBlank() ? id : name.strip();
    Actor actor = new Actor(id, shown, List.copyOf(groups), List.copyOf(tenants));
    return Optional.of(new Present(actor, stamp(password), applications));
  }

  private static Set<String> opened(PresenceMapper.Line line) {
    int access = Permissions.ACCESS.getValue();
    if ((line.permissions() & access) != access) {
      return Set.of();
    }
    if (Authorization.ANY.equals(line.entry())) {
      return APPLICATIONS;
    }
    return APPLICATIONS.contains(line.entry()) ? Set.of(line.entry()) : Set.of();
  }

  /** The engine salts each password anew: even the same one set again has another hash. */
  private static String stamp(String hashedPassword) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256")
              .digest(String.valueOf(hashedPassword).getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
