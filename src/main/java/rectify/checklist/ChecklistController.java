package rectify.checklist;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import rectify.enterprise.EnterpriseAccess;
import rectify.enterprise.EnterpriseRights;
import rectify.enterprise.Enterprises;
import rectify.identity.Actor;
import rectify.identity.People;
import rectify.profile.Profile;
import rectify.profile.ProfileDetails;
import rectify.profile.Profiles;
import rectify.refusal.Refusal;

@RestController
@RequestMapping("/api/enterprises/{id}")
@Tag(name = "企业清单、车间表册、岗位卡片")
class ChecklistController {

  record Confirmation(String fingerprint, List<Checklists.LeftOut> leftOut) {}

  private final Checklists checklists;
  private final Profiles profiles;
  private final Enterprises enterprises;
  private final Supplier<EnterpriseAccess> access;
  private final Supplier<Actor> person;

  @Autowired
  ChecklistController(
      Checklists checklists,
      Profiles profiles,
      Enterprises enterprises,
      EnterpriseRights rights,
      People people) {
    this(checklists, profiles, enterprises, rights, people::current);
  }

  ChecklistController(
      Checklists checklists,
      Profiles profiles,
      Enterprises enterprises,
      Supplier<EnterpriseAccess> access,
      Supplier<Actor> person) {
    this.checklists = checklists;
    this.profiles = profiles;
    this.enterprises = enterprises;
    this.access = access;
    this.person = person;
  }

  @GetMapping("/questions")
  @Operation(summary = "企业情况问题和现在的回答：只问与本行业指引有关的")
  List<Question> questions(@PathVariable long id) {
    return checklists.questions(readable(id));
  }

  @GetMapping("/profile")
  @Operation(summary = "企业情况：特征、车间、岗位")
  Profile profile(@PathVariable long id) {
    return profiles.of(readable(id));
  }

  @PutMapping("/profile")
  @Operation(summary = "回答企业情况问题，登记车间和岗位", description = "整体替换；已有的车间、岗位带上编号")
  Profile save(@PathVariable long id, @RequestBody ProfileDetails details) {
    return profiles.save(own(id), details, person.get().id());
  }

  @GetMapping("/checklist")
  @Operation(summary = "企业清单，默认现行版")
  Checklist checklist(@PathVariable long id, @RequestParam Optional<Integer> version) {
    long readable = readable(id);
    return version
        .map(number -> checklists.version(readable, number))
        .orElseGet(() -> checklists.current(readable));
  }

  @GetMapping("/checklist/proposal")
  @Operation(summary = "指引或企业情况变化后，清单的增、删、改建议")
  Proposal proposal(@PathVariable long id) {
    return checklists.proposal(readable(id));
  }

  @PostMapping("/checklist/confirm")
  @Operation(summary = "企业确认清单", description = "带回建议的 fingerprint；注明不适用的条目须写理由，涉及重大隐患判定的不得注明不适用")
  Checklist confirm(@PathVariable long id, @RequestBody Confirmation confirmation) {
    List<Checklists.LeftOut> leftOut =
        confirmation.leftOut() == null ? List.of() : confirmation.leftOut();
    return checklists.confirm(own(id), confirmation.fingerprint(), leftOut, person.get().id());
  }

  @GetMapping("/registers")
  @Operation(summary = "公司级和各车间表册")
  List<Card> registers(@PathVariable long id) {
    return checklists.registers(readable(id));
  }

  @GetMapping("/cards")
  @Operation(summary = "各岗位卡片")
  List<Card> cards(@PathVariable long id) {
    return checklists.cards(readable(id));
  }

  @GetMapping("/inspection-items")
  @Operation(summary = "对该企业监督检查适用的条目")
  List<Checklist.Entry> inspectionItems(@PathVariable long id) {
    return checklists.inspectionItems(readable(id));
  }

  private long readable(long id) {
    return enterprises.get(id, access.get().read()).id();
  }

  private long own(long id) {
    long readable = readable(id);
    if (!person.get().standing().isStaffOf(readable)) {
      throw Refusal.forbidden("只有本企业的安全员可以填写企业情况、确认清单，请联系企业办理");
    }
    return readable;
  }
}
