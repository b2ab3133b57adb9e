package rectify.checklist;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import rectify.checklist.Checklist.Entry;
import rectify.checklist.Checklist.Place;
import rectify.profile.Profile;
import rectify.profile.Traits;

/** Draws the items that apply to an enterprise from its guides, and says where each is checked. */
final class Drawing {

  private final Profile profile;
  private final Set<String> traits;

  Drawing(Profile profile) {
    this.profile = profile;
    this.traits = new HashSet<>(profile.everyTrait());
    if (!profile.workshops().isEmpty()) {
      traits.add(Traits.WORKSHOP);
    }
    if (!profile.posts().isEmpty()) {
      traits.add(Traits.POST);
    }
  }

  List<Entry> of(List<Guide> guides, Family family) {
    return guides.stream()
        .map(guide -> guide.of(family))
        .flatMap(guide -> guide.items().stream().filter(this::applies).map(it -> entry(guide, it)))
        .toList();
  }

  private boolean applies(CheckItem item) {
    return item.traits().isEmpty() || shares(item, traits);
  }

  private Entry entry(Guide guide, CheckItem item) {
    return new Entry(
        guide.code(),
        guide.version().name(),
        guide.version().versionNumber(),
        item,
        places(item),
        null);
  }

  /** Whatever no workshop and no post has is checked for the enterprise as a whole. */
  private List<Place> places(CheckItem item) {
    List<Place> places = new ArrayList<>();
    profile.workshops().stream()
        .filter(workshop -> shares(item, with(workshop.traits(), Traits.WORKSHOP)))
        .forEach(workshop -> places.add(new Place(workshop.id(), null)));
    profile.posts().stream()
        .filter(post -> shares(item, with(post.traits(), Traits.POST)))
        .forEach(post -> places.add(new Place(null, post.id())));
    return places.isEmpty() ? List.of(Place.ENTERPRISE) : List.copyOf(places);
  }

  private static Set<String> with(Set<String> traits, String one) {
    Set<String> more = new HashSet<>(traits);
    more.add(one);
    return more;
  }

  private static boolean shares(CheckItem item, Set<String> traits) {
    return item.traits().stream().anyMatch(traits::contains);
  }

  /** The traits that decide anything in some guides. */
  static Set<String> deciding(List<Guide> guides) {
    Set<String> deciding = new HashSet<>();
    guides.stream()
        .flatMap(guide -> guide.items().stream())
        .flatMap(item -> Stream.of(item.traits()))
        .forEach(deciding::addAll);
    return deciding;
  }
}
