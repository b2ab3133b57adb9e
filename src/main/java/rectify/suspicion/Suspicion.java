package rectify.suspicion;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import rectify.identity.GroupIds;
import rectify.typed.SpokenDates;

/**
 * What the rules hold against a subject in a month, before it is stored.
 *
 * @param subject the identity group
 * @param enterpriseId null for an authority
 */
public record Suspicion(Kind kind, String subject, Long enterpriseId, List<Fact> facts) {

  /**
   * A fact that shows it.
   *
   * @param line in Chinese
   * @param workingDays how late; 0 where lateness is not what counts
   */
  public record Fact(String line, int workingDays) {

    public Fact {
      line = SpokenDates.in(line);
    }
  }

  /** Gathers facts by whom they are held against. */
  static class Gathering {

    private final Kind kind;
    private final Map<String, Suspicion> bySubject = new LinkedHashMap<>();

    Gathering(Kind kind) {
      this.kind = kind;
    }

    void enterprise(long id, String line, int workingDays) {
      add(GroupIds.enterprise(id), id, new Fact(line, workingDays));
    }

    void enterprise(long id, String line) {
      enterprise(id, line, 0);
    }

    void authority(String group, String line) {
      add(group, null, new Fact(line, 0));
    }

    private void add(String subject, Long enterpriseId, Fact fact) {
      bySubject
          .computeIfAbsent(
              subject, group -> new Suspicion(kind, group, enterpriseId, new ArrayList<>()))
          .facts()
          .add(fact);
    }

    List<Suspicion> all() {
      return List.copyOf(bySubject.values());
    }
  }
}
