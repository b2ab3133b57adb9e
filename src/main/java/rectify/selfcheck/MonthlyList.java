package rectify.selfcheck;

import static java.util.stream.Collectors.toMap;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import rectify.checklist.Checklist;
import rectify.checklist.Checklist.Entry;
import rectify.checklist.Checklist.Place;
import rectify.checklist.Checklists;
import rectify.checklist.Criteria;
import rectify.checklist.Standards;
import rectify.profile.Post;
import rectify.profile.Profile;
import rectify.profile.Profiles;

/**
 * The list an enterprise checks this month, place by place. An enterprise that has not confirmed
 * one checks what the guides would put on it.
 */
@Component
class MonthlyList {

  private static final String ENTERPRISE = "全厂";

  private final Checklists checklists;
  private final Profiles profiles;
  private final Criteria criteria;
  private final Standards standards;
  private final Clock clock;

  MonthlyList(
      Checklists checklists,
      Profiles profiles,
      Criteria criteria,
      Standards standards,
      Clock clock) {
    this.checklists = checklists;
    this.profiles = profiles;
    this.criteria = criteria;
    this.standards = standards;
    this.clock = clock;
  }

  /**
   * One item at one place.
   *
   * @param key unique within the list, and the same each time the list is read
   * @param part of the enterprise or of its work
   * @param item the state that is right
   * @param method how it is checked
   * @param basis a document, or the city's own
   * @param post null if it is not of one post
   * @param criterion of a major hazard the failure may meet; null if there is none
   */
  record Line(
      String key,
      String part,
      String item,
      String method,
      String basis,
      String place,
      String post,
      String criterion) {

    String where() {
      return post == null ? place : place + " " + post;
    }

    String label() {
      return "【%s】%s".formatted(where(), item);
    }
  }

  /**
   * @param version of the enterprise's list; 0 if it has confirmed none
   */
  record Lines(int version, List<Line> lines) {

    Set<String> keys() {
      return lines.stream().map(Line::key).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** Which group an item is in, by place and post, as it is opened; by key. */
    Map<String, String> groups() {
      Map<String, String> groups = new LinkedHashMap<>();
      lines.forEach(line -> groups.put(line.key(), line.where()));
      return groups;
    }

    /** Differs whenever something else is to be answered. */
    String fingerprint() {
      int said =
          lines.stream()
              .map(line -> line.key() + line.where() + line.item() + line.criterion())
              .toList()
              .hashCode();
      return version + "-" + Integer.toHexString(said);
    }
  }

  Lines of(long enterpriseId) {
    Checklist list = checklists.current(enterpriseId);
    List<Entry> entries =
        list.versionNumber() == 0 ? checklists.proposal(enterpriseId).added() : list.inUse();
    Profile profile = profiles.of(enterpriseId);
    Map<Long, String> workshops = profiles.workshopNames(enterpriseId);
    Map<Long, String> postNames = profiles.postNames(enterpriseId);
    Map<Long, Post> posts = profile.posts().stream().collect(toMap(Post::id, post -> post));
    List<Line> lines = new ArrayList<>();
    for (Entry entry : entries) {
      for (Place place : entry.places()) {
        Post post = place.postId() == null ? null : posts.get(place.postId());
        Long workshop = post == null ? place.workshopId() : post.workshopId();
        lines.add(
            new Line(
                key(entry, place),
                entry.item().part(),
                entry.item().content(),
                entry.item().method(),
                standards.cited(entry.item(), LocalDate.now(clock)),
                workshop == null ? ENTERPRISE : workshops.getOrDefault(workshop, ENTERPRISE),
                place.postId() == null ? null : postNames.get(place.postId()),
                criteria.citation(entry.item(), LocalDate.now(clock))));
      }
    }
    lines.sort(MonthlyList::byPlace);
    return new Lines(list.versionNumber(), lines);
  }

  private static String key(Entry entry, Place place) {
    String at =
        place.postId() != null
            ? "p" + place.postId()
            : place.workshopId() != null ? "w" + place.workshopId() : "e";
    return entry.guideCode() + "/" + entry.item().code() + "@" + at;
  }

  private static int byPlace(Line one, Line other) {
    int whole = Boolean.compare(!one.place().equals(ENTERPRISE), !other.place().equals(ENTERPRISE));
    int place = whole != 0 ? whole : one.place().compareTo(other.place());
    return place != 0 ? place : text(one.post()).compareTo(text(other.post()));
  }

  private static String text(String post) {
    return post == null ? "" : post;
  }
}
