package rectify.assessment;

import java.util.List;
import org.springframework.stereotype.Component;
import rectify.enterprise.Enterprise;
import rectify.enterprise.Enterprises;
import rectify.identity.GroupIds;
import rectify.identity.Standing;
import rectify.jurisdiction.Jurisdictions;
import rectify.refusal.Refusal;
import rectify.suspicion.Suspicion;

/** Who a finding is about, and who reviews it. */
@Component
class Subjects {

  private final Enterprises enterprises;
  private final Jurisdictions jurisdictions;

  Subjects(Enterprises enterprises, Jurisdictions jurisdictions) {
    this.enterprises = enterprises;
    this.jurisdictions = jurisdictions;
  }

  /**
   * @param townshipCode null for an authority
   * @param subcategoryCode null for an authority
   * @param reviewer the group that upholds or withdraws
   */
  record Subject(
      String name,
      String countyCode,
      String townshipCode,
      String subcategoryCode,
      String reviewer) {}

  Subject of(Suspicion suspicion) {
    return suspicion.enterpriseId() == null
        ? authority(suspicion.subject())
        : enterprise(suspicion.enterpriseId());
  }

  private Subject enterprise(long id) {
    Enterprise enterprise = enterprises.find(id).orElseThrow();
    return new Subject(
        enterprise.name(),
        enterprise.countyCode(),
        enterprise.townshipCode(),
        enterprise.subcategoryCode(),
        departmentInCharge(enterprise));
  }

  /** Where nobody is in charge, or two are, the county's office reviews until that is settled. */
  private String departmentInCharge(Enterprise enterprise) {
    try {
      return jurisdictions
          .leadDepartment(enterprise.subcategoryCode(), enterprise.countyCode())
          .groupId();
    } catch (Refusal unsettled) {
      return GroupIds.office(enterprise.countyCode());
    }
  }

  private Subject authority(String group) {
    String area = areaOf(group);
    boolean reviewedByTheCity = group.equals(GroupIds.office(area));
    return new Subject(
        jurisdictions.organ(group),
        area,
        null,
        null,
        GroupIds.office(reviewedByTheCity ? GroupIds.CITY : area));
  }

  /** The county an authority belongs to, or the city. */
  String areaOf(String group) {
    Standing standing = Standing.of(List.of(group), List.of());
    if (!standing.townships().isEmpty()) {
      return jurisdictions.township(standing.townships().iterator().next()).countyCode();
    }
    if (!standing.departments().isEmpty()) {
      return standing.departments().iterator().next().area();
    }
    return standing.offices().iterator().next();
  }
}
