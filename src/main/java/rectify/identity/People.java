package rectify.identity;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.Tenant;
import org.camunda.bpm.engine.identity.User;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import rectify.refusal.Refusal;

/**
 * The people, their groups and counties, kept in the engine's own identity tables, and the
 * officers' certificates. What it looks up it looks up for the system: the rights of whoever is
 * logged in do not narrow it, so a caller that answers a person must.
 */
@Service
public class People {

  private static final int CHUNK = 500;

  private final IdentityService identity;
  private final CertificateMapper certificates;

  /** Names only, never rights; a new name shows within the minute. */
  private final Cache<String, String> userNames = namesOfTheLastMinute();

  private final Cache<String, String> groupNames = namesOfTheLastMinute();

  People(IdentityService identity, CertificateMapper certificates) {
    this.identity = identity;
    this.certificates = certificates;
  }

  /** Who acts now; {@link Actor#SYSTEM} if nobody is logged in, as in a timer. */
  public Actor current() {
    var authentication = identity.getCurrentAuthentication();
    if (authentication == null || authentication.getUserId() == null) {
      return Actor.SYSTEM;
    }
    return new Actor(
        authentication.getUserId(),
        nameOf(authentication.getUserId()),
        copy(authentication.getGroupIds()),
        copy(authentication.getTenantIds()));
  }

  /** Somebody by id, with the groups and counties they have at this moment. */
  public Optional<Actor> find(String userId) {
    return unrestricted(
        () ->
            Optional.ofNullable(identity.createUserQuery().userId(userId).singleResult())
                .map(
                    user ->
                        new Actor(
                            user.getId(),
                            name(user),
                            groupsOf(user.getId()),
                            tenantsOf(user.getId()))));
  }

  /** The name people know a user by; the id itself if there is no such user. */
  public String nameOf(String userId) {
    if (Actor.SYSTEM.id().equals(userId)) {
      return Actor.SYSTEM.name();
    }
    String name = userNames.get(userId, this::storedUserName);
    return name == null ? userId : name;
  }

  /** Where a person gets mail; empty if nobody has entered it. */
  public Optional<String> emailOf(String userId) {
    return unrestricted(
        () ->
            Optional.ofNullable(identity.createUserQuery().userId(userId).singleResult())
                .map(User::getEmail)
                .map(String::strip)
                .filter(address -> !address.isEmpty()));
  }

  /** The Chinese name of a group; the id itself if there is no such group. */
  public String groupName(String groupId) {
    String name = groupNames.get(groupId, this::storedGroupName);
    return name == null ? groupId : name;
  }

  /** The Chinese names of the enterprises and offices a person works in; null if in none. */
  public String unitOf(String userId) {
    String units =
        groupsOf(userId).stream()
            .filter(group -> !Standing.of(List.of(group), List.of()).isNoUnit())
            .map(this::groupName)
            .collect(Collectors.joining("、"));
    return units.isEmpty() ? null : units;
  }

  /** The ids of a group's members. */
  public List<String> members(String groupId) {
    return users(groupId).stream().map(User::getId).toList();
  }

  public boolean hasMembers(String groupId) {
    return unrestricted(
        () -> !identity.createUserQuery().memberOfGroup(groupId).listPage(0, 1).isEmpty());
  }

  public boolean hasGroup(String groupId) {
    return unrestricted(() -> identity.createGroupQuery().groupId(groupId).count() > 0);
  }

  /** Creates a group unless it exists, and corrects its name. */
  public void ensureGroup(String id, String chineseName) {
    ensureGroups(Map.of(id, chineseName));
  }

  /**
   * Creates the groups that do not exist yet and corrects names; those that exist are read in a few
   * queries, so that thousands may be given at every start.
   *
   * @param namesById Chinese names by group id
   */
  @Transactional
  public void ensureGroups(Map<String, String> namesById) {
    unrestricted(
        () -> {
          Map<String, Group> existing = new HashMap<>();
          for (List<String> ids : chunks(namesById.keySet())) {
            identity
                .createGroupQuery()
                .groupIdIn(ids.toArray(String[]::new))
                .list()
                .forEach(group -> existing.put(group.getId(), group));
          }
          namesById.forEach(
              (id, name) -> {
                Group group = existing.getOrDefault(id, null);
                if (group == null) {
                  group = identity.newGroup(id);
                } else if (name.equals(group.getName())) {
                  return;
                }
                group.setName(name);
                identity.saveGroup(group);
                groupNames.invalidate(id);
              });
          return null;
        });
  }

  /** Creates a tenant (a county, or the city) unless it exists, and corrects its name. */
  public void ensureTenant(String code, String chineseName) {
    unrestricted(
        () -> {
          Tenant tenant = identity.createTenantQuery().tenantId(code).singleResult();
          if (tenant == null) {
            tenant = identity.newTenant(code);
          } else if (chineseName.equals(tenant.getName())) {
            return null;
          }
          tenant.setName(chineseName);
          identity.saveTenant(tenant);
          return null;
        });
  }

  /**
   * Creates a person unless the id exists already; an existing one stays as it is.
   *
   * @param id letters and digits
   * @return whether the person is new
   * @throws Refusal if the password is too weak
   */
  @Transactional
  public boolean createPerson(String id, String name, String password) {
    return unrestricted(
        () -> {
          if (isKnown(id)) {
            return false;
          }
          if (!id.matches("[a-zA-Z0-9]{1,64}")) {
            throw new Refusal("账号只能由字母和数字组成，且不超过 64 个字符，请更换账号。");
          }
          User user = identity.newUser(id);
          user.setFirstName(name);
          user.setLastName("");
          user.setPassword(password);
          if (!identity.checkPasswordAgainstPolicy(password, user).isValid()) {
            throw new Refusal("密码强度不足：至少 10 位，须同时含有大写字母、小写字母、数字和符号，且不得包含账号或姓名。请更换密码。");
          }
          identity.saveUser(user);
          return true;
        });
  }

  /**
   * Somebody to create with all they belong to.
   *
   * @param groups every one of them, {@link GroupIds#ENTERPRISE} or {@link GroupIds#OFFICER}
   *     included
   */
  public record NewPerson(String id, String name, List<String> groups, List<String> counties) {}

  /**
   * Creates many people at once; who exists already stays as they are.
   *
   * @param password of them all, strong enough
   */
  @Transactional
  public void createPeople(List<NewPerson> all, String password) {
    unrestricted(
        () -> {
          Set<String> known = new HashSet<>();
          for (List<String> ids : chunks(all.stream().map(NewPerson::id).toList())) {
            identity
                .createUserQuery()
                .userIdIn(ids.toArray(String[]::new))
                .list()
                .forEach(user -> known.add(user.getId()));
          }
          for (NewPerson person : all) {
            if (!known.contains(person.id())) {
              create(person, password);
            }
          }
          return null;
        });
  }

  private void create(NewPerson person, String password) {
    User user = identity.newUser(person.id());
    user.setFirstName(person.name());
    user.setLastName("");
    user.setPassword(password);
    identity.saveUser(user);
    person.groups().forEach(group -> identity.createMembership(person.id(), group));
    person.counties().forEach(county -> identity.createTenantUserMembership(county, person.id()));
  }

  /**
   * Puts a person into a group, and into {@link GroupIds#ENTERPRISE} or {@link GroupIds#OFFICER} if
   * the group is one of theirs. Does nothing for a member.
   */
  @Transactional
  public void join(String userId, String groupId) {
    unrestricted(
        () -> {
          Standing standing = Standing.of(List.of(groupId), List.of());
          if (standing.isEnterpriseStaff()) {
            addMember(userId, GroupIds.ENTERPRISE);
          }
          if (standing.isOfficer()) {
            addMember(userId, GroupIds.OFFICER);
          }
          addMember(userId, groupId);
          return null;
        });
  }

  /**
   * Takes a person out of a group, and out of {@link GroupIds#ENTERPRISE} or {@link
   * GroupIds#OFFICER} with the last group of that kind.
   */
  @Transactional
  public void leave(String userId, String groupId) {
    unrestricted(
        () -> {
          identity.deleteMembership(userId, groupId);
          Standing standing = Standing.of(groupsOf(userId), List.of());
          if (!standing.isEnterpriseStaff()) {
            identity.deleteMembership(userId, GroupIds.ENTERPRISE);
          }
          if (!standing.isOfficer()) {
            identity.deleteMembership(userId, GroupIds.OFFICER);
          }
          return null;
        });
  }

  /** Makes a person belong to a county, or to the city; does nothing if they do. */
  @Transactional
  public void joinTenant(String userId, String code) {
    unrestricted(
        () -> {
          if (identity.createTenantQuery().tenantId(code).userMember(userId).count() == 0) {
            identity.createTenantUserMembership(code, userId);
          }
          return null;
        });
  }

  /** Takes a person out of a county; does nothing if they are not of it. */
  @Transactional
  public void leaveTenant(String userId, String code) {
    unrestricted(
        () -> {
          identity.deleteTenantUserMembership(code, userId);
          return null;
        });
  }

  /** The certificate a person holds on a day, the one valid longest if there are several. */
  public Optional<Certificate> certificateOf(String userId, LocalDate on) {
    return certificates.findValid(List.of(userId), on).stream().findFirst();
  }

  /** Whether a certificate is a person's and valid on a day. */
  public boolean holdsCertificate(String userId, String number, LocalDate on) {
    Certificate known = certificates.find(number);
    return known != null && known.userId().equals(userId) && !known.validUntil().isBefore(on);
  }

  /** The members of a group who hold a certificate on a day, by name. */
  public List<CertifiedOfficer> certifiedMembers(String groupId, LocalDate on) {
    Map<String, String> names = new LinkedHashMap<>();
    users(groupId).forEach(user -> names.put(user.getId(), name(user)));
    if (names.isEmpty()) {
      return List.of();
    }
    Map<String, Certificate> longest = new HashMap<>();
    certificates
        .findValid(names.keySet(), on)
        .forEach(certificate -> longest.putIfAbsent(certificate.userId(), certificate));
    return names.entrySet().stream()
        .filter(person -> longest.containsKey(person.getKey()))
        .map(
            person ->
                new CertifiedOfficer(
                    person.getKey(),
                    person.getValue(),
                    longest.get(person.getKey()).certificateNumber()))
        .toList();
  }

  /**
   * Records a certificate, or a new last day of one that is known.
   *
   * @throws Refusal if there is no such person, or the number is another person's
   */
  @Transactional
  public void recordCertificate(Certificate certificate) {
    if (!isKnown(certificate.userId())) {
      throw Refusal.notFound("没有账号“" + certificate.userId() + "”，请核对后重试。");
    }
    Certificate known = certificates.find(certificate.certificateNumber());
    if (known == null) {
      certificates.insert(certificate);
    } else if (known.userId().equals(certificate.userId())) {
      certificates.extend(certificate);
    } else {
      throw Refusal.conflict("执法证号“" + certificate.certificateNumber() + "”已登记在他人名下，请核对证号。");
    }
  }

  /**
   * Lets what a person does several times at once wait for one another, until the transaction ends:
   * where a count must not be passed.
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void oneAtATime(String userId) {
    certificates.lockPerson(userId);
  }

  private boolean isKnown(String userId) {
    return unrestricted(() -> identity.createUserQuery().userId(userId).count() > 0);
  }

  public List<String> groupsOf(String userId) {
    return unrestricted(
        () ->
            identity.createGroupQuery().groupMember(userId).list().stream()
                .map(Group::getId)
                .toList());
  }

  /** One question for the person and one for each group: both at once read every membership. */
  private List<String> tenantsOf(String userId) {
    return Stream.concat(
            identity.createTenantQuery().userMember(userId).list().stream(),
            groupsOf(userId).stream()
                .flatMap(group -> identity.createTenantQuery().groupMember(group).list().stream()))
        .map(Tenant::getId)
        .distinct()
        .sorted()
        .toList();
  }

  private List<User> users(String groupId) {
    return unrestricted(
        () -> identity.createUserQuery().memberOfGroup(groupId).orderByUserId().asc().list());
  }

  private void addMember(String userId, String groupId) {
    if (identity.createUserQuery().userId(userId).memberOfGroup(groupId).count() == 0) {
      identity.createMembership(userId, groupId);
    }
  }

  private <T> T unrestricted(Supplier<T> lookup) {
    var authentication = identity.getCurrentAuthentication();
    if (authentication == null) {
      return lookup.get();
    }
    identity.clearAuthentication();
    try {
      return lookup.get();
    } finally {
      identity.setAuthentication(
          authentication.getUserId(), authentication.getGroupIds(), authentication.getTenantIds());
    }
  }

  private String storedUserName(String userId) {
    User user = unrestricted(() -> identity.createUserQuery().userId(userId).singleResult());
    return user == null ? null : name(user);
  }

  private String storedGroupName(String groupId) {
    Group group = unrestricted(() -> identity.createGroupQuery().groupId(groupId).singleResult());
    return group == null ? null : group.getName();
  }

  private static Cache<String, String> namesOfTheLastMinute() {
    return Caffeine.newBuilder()
        .expireAfterWrite(Duration.ofMinutes(1))
        .maximumSize(20_000)
        .build();
  }

  /** Family name first, as in Chinese; a name may also stand in one of the two fields. */
  private static String name(User user) {
    String first = user.getFirstName() == null ? "" : user.getFirstName();
    String last = user.getLastName() == null ? "" : user.getLastName();
    String name = (last + first).strip();
    return name.isEmpty() ? user.getId() : name;
  }

  private static List<String> copy(List<String> ids) {
    return ids == null ? List.of() : List.copyOf(ids);
  }

  private static List<List<String>> chunks(Collection<String> ids) {
    List<String> all = new ArrayList<>(ids);
    List<List<String>> chunks = new ArrayList<>();
    for (int from = 0; from < all.size(); from += CHUNK) {
      chunks.add(all.subList(from, Math.min(from + CHUNK, all.size())));
    }
    return chunks;
  }
}
