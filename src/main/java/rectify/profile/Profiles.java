package rectify.profile;

import java.time.Clock;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import rectify.profile.ProfileMapper.Answers;
import rectify.profile.ProfileMapper.Place;
import rectify.refusal.Refusal;
import rectify.spreadsheet.SheetReader;

/** What enterprises answered about themselves: their traits, workshops and posts. */
@Service
public class Profiles {

  private static final int LONGEST_NAME = 60;
  private static final int MOST_PLACES = 200;

  private final ProfileMapper mapper;
  private final Traits traits;
  private final Clock clock;

  Profiles(ProfileMapper mapper, Traits traits, Clock clock) {
    this.mapper = mapper;
    this.traits = traits;
    this.clock = clock;
  }

  /** System look-up: regardless of who asks. Empty before the first answer. */
  public Profile of(long enterpriseId) {
    Answers answers = mapper.answers(enterpriseId);
    return new Profile(
        enterpriseId,
        answers == null ? null : answers.subcategoryCode(),
        answers == null ? Set.of() : Traits.split(answers.traits()),
        present(mapper.workshops(enterpriseId)).map(Profiles::workshop).toList(),
        present(mapper.posts(enterpriseId)).map(Profiles::post).toList(),
        answers == null ? null : answers.updatedAt(),
        answers == null ? null : answers.updatedBy());
  }

  /** The enterprise a post belongs to, unless the post was removed. */
  public Optional<Long> enterpriseOfPost(long postId) {
    return Optional.ofNullable(mapper.post(postId))
        .filter(place -> !place.removed())
        .map(Place::enterpriseId);
  }

  /** The names of every workshop there is or was, by id. */
  public Map<Long, String> workshopNames(long enterpriseId) {
    return mapper.workshops(enterpriseId).stream()
        .collect(Collectors.toMap(Place::id, Place::name));
  }

  /** The names of every post there is or was, by id. */
  public Map<Long, String> postNames(long enterpriseId) {
    return mapper.posts(enterpriseId).stream().collect(Collectors.toMap(Place::id, Place::name));
  }

  /**
   * Replaces the answers. Workshops and posts named by their id keep it, and with it the printed
   * card of a post.
   *
   * @param userId who answers
   * @throws Refusal INVALID for an unknown trait, a missing or doubled name, a foreign id
   */
  @Transactional
  public Profile save(long enterpriseId, ProfileDetails details, String userId) {
    String trade = mapper.lockedTrade(enterpriseId);
    if (trade == null) {
      throw Refusal.notFound("企业不存在，请核对后重试");
    }
    var workshops = orEmpty(details.workshops());
    var posts = orEmpty(details.posts());
    if (workshops.size() > MOST_PLACES || posts.size() > MOST_PLACES) {
      throw new Refusal("车间和岗位各不超过 " + MOST_PLACES + " 个，请合并同类岗位后再提交");
    }
    mapper.saveAnswers(
        new Answers(
            enterpriseId, trade, checked(details.traits()), now(), Objects.requireNonNull(userId)));
    saveWorkshops(enterpriseId, workshops);
    savePosts(enterpriseId, posts);
    return of(enterpriseId);
  }

  private void saveWorkshops(long enterpriseId, List<ProfileDetails.WorkshopDetails> wanted) {
    Set<String> names = new HashSet<>();
    List<Place> places =
        wanted.stream()
            .map(
                it -> {
                  String name = name(it.name(), "车间");
                  once(names, name, "车间“" + name + "”");
                  return new Place(
                      id(it.id()), enterpriseId, null, name, checked(it.traits()), false);
                })
            .toList();
    save(
        places,
        mapper.workshops(enterpriseId),
        "车间",
        mapper::insertWorkshop,
        mapper::updateWorkshop);
  }

  private void savePosts(long enterpriseId, List<ProfileDetails.PostDetails> wanted) {
    Map<String, Long> workshops =
        present(mapper.workshops(enterpriseId)).collect(Collectors.toMap(Place::name, Place::id));
    Set<String> names = new HashSet<>();
    List<Place> places =
        wanted.stream()
            .map(
                it -> {
                  String name = name(it.name(), "岗位");
                  String workshop = SheetReader.clean(it.workshop());
                  if (!workshop.isEmpty() && !workshops.containsKey(workshop)) {
                    throw new Refusal("岗位“" + name + "”所在的车间“" + workshop + "”没有登记，请先登记车间或改正名称");
                  }
                  once(names, workshop + "/" + name, "岗位“" + name + "”");
                  return new Place(
                      id(it.id()),
                      enterpriseId,
                      workshops.get(workshop),
                      name,
                      checked(it.traits()),
                      false);
                })
            .toList();
    save(places, mapper.posts(enterpriseId), "岗位", mapper::insertPost, mapper::updatePost);
  }

  private static void save(
      List<Place> wanted,
      List<Place> stored,
      String what,
      Consumer<Place> insert,
      Consumer<Place> update) {
    Map<Long, Place> byId = present(stored).collect(Collectors.toMap(Place::id, place -> place));
    Set<Long> kept = new HashSet<>();
    for (Place place : wanted) {
      if (place.id() == 0) {
        insert.accept(place);
      } else if (!byId.containsKey(place.id()) || !kept.add(place.id())) {
        throw new Refusal(what + "“" + place.name() + "”的编号不属于本企业或重复，新增的请留空");
      } else if (!place.equals(byId.get(place.id()))) {
        update.accept(place);
      }
    }
    byId.values().stream()
        .filter(place -> !kept.contains(place.id()))
        .map(
            place ->
                new Place(
                    place.id(),
                    place.enterpriseId(),
                    place.workshopId(),
                    place.name(),
                    place.traits(),
                    true))
        .forEach(update);
  }

  private String checked(List<String> names) {
    return Traits.joined(traits.checked(orEmpty(names)));
  }

  private static String name(String typed, String what) {
    String name = SheetReader.clean(typed);
    if (name.isEmpty() || name.length() > LONGEST_NAME) {
      throw new Refusal(what + "名称不能为空，不超过 " + LONGEST_NAME + " 个字，请填写");
    }
    return name;
  }

  private static void once(Set<String> names, String name, String what) {
    if (!names.add(name)) {
      throw new Refusal(what + "有两个，请改用不同的名称");
    }
  }

  private static long id(Long id) {
    return id == null ? 0 : id;
  }

  private static <T> List<T> orEmpty(List<T> list) {
    return list == null ? List.of() : list;
  }

  private static Stream<Place> present(List<Place> places) {
    return places.stream().filter(place -> !place.removed());
  }

  private static Workshop workshop(Place place) {
    return new Workshop(place.id(), place.name(), Traits.split(place.traits()));
  }

  private static Post post(Place place) {
    return new Post(place.id(), place.workshopId(), place.name(), Traits.split(place.traits()));
  }

  private LocalDateTime now() {
    return LocalDateTime.now(clock).truncatedTo(ChronoUnit.SECONDS);
  }
}
