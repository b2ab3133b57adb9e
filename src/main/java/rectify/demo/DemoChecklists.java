package rectify.demo;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import rectify.checklist.Checklists;
import rectify.identity.People;
import rectify.profile.ProfileDetails;
import rectify.profile.ProfileDetails.PostDetails;
import rectify.profile.ProfileDetails.WorkshopDetails;
import rectify.profile.Profiles;

/** Gives the demo's safety officers answered questions and a confirmed list to look at. */
@Component
@Profile("demo")
class DemoChecklists {

  private static final ProfileDetails SHOES =
      new ProfileDetails(
          List.of("配电", "电气线路", "消防设施", "特种作业", "检维修", "人员密集"),
          List.of(
              new WorkshopDetails(null, "裁断车间", List.of("冲剪设备", "机械设备")),
              new WorkshopDetails(null, "成型车间", List.of("有机溶剂", "烘干加热", "输送设备")),
              new WorkshopDetails(null, "成品仓库", List.of("仓库", "叉车"))),
          List.of(
              new PostDetails(null, "裁断工", "裁断车间", List.of("冲剪设备")),
              new PostDetails(null, "刷胶工", "成型车间", List.of("有机溶剂")),
              new PostDetails(null, "叉车工", "成品仓库", List.of("叉车")),
              new PostDetails(null, "电工", null, List.of("配电", "电气线路"))));

  private static final ProfileDetails STONE =
      new ProfileDetails(
          List.of("配电", "电气线路", "特种作业", "检维修", "有限空间"),
          List.of(
              new WorkshopDetails(null, "荒料场", List.of("起重机械")),
              new WorkshopDetails(null, "大切车间", List.of("石材锯切", "机械设备", "起重机械")),
              new WorkshopDetails(null, "磨光车间", List.of("砂轮磨削", "有机溶剂"))),
          List.of(
              new PostDetails(null, "行车工", "荒料场", List.of("起重机械")),
              new PostDetails(null, "大切工", "大切车间", List.of("石材锯切")),
              new PostDetails(null, "叉车工", null, List.of("叉车"))));

  private final Checklists checklists;
  private final Profiles profiles;
  private final People people;

  DemoChecklists(Checklists checklists, Profiles profiles, People people) {
    this.checklists = checklists;
    this.profiles = profiles;
    this.people = people;
  }

  void answer() {
    answer("jjenterprise", SHOES);
    answer("naenterprise", STONE);
  }

  private void answer(String officer, ProfileDetails details) {
    people.find(officer).stream()
        .flatMap(person -> person.standing().enterprises().stream())
        .filter(enterprise -> !profiles.of(enterprise).isAnswered())
        .flatMap(enterprise -> Stream.of(profiles.save(enterprise, details, officer)))
        .forEach(
            profile ->
                checklists.confirm(
                    profile.enterpriseId(),
                    checklists.proposal(profile.enterpriseId()).fingerprint(),
                    List.of(),
                    officer));
  }
}
