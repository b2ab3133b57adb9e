package rectify.hazard;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * What an event changes of its case: what is hashed and what is written are this one thing.
 *
 * @param facts the new value of each; null empties it
 */
public record Change(Map<Fact, Object> facts) {

  public static final Change NONE = new Change(new EnumMap<>(Fact.class));

  public Change {
    facts = Collections.unmodifiableMap(facts);
  }

  public static Change of(Fact fact, Object value) {
    return NONE.and(fact, value);
  }

  public Change and(Fact fact, Object value) {
    Map<Fact, Object> more = new EnumMap<>(Fact.class);
    more.putAll(facts);
    more.put(fact, value);
    return new Change(more);
  }
}
