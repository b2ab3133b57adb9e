package rectify.light;

import java.time.LocalDateTime;

/** A row to insert; MyBatis writes the generated id into it. */
class NewRedLight {

  private Long id;
  private final long enterpriseId;
  private final LocalDateTime beganAt;
  private final String reason;
  private final String departmentGroup;

  NewRedLight(long enterpriseId, LocalDateTime beganAt, String reason, String departmentGroup) {
    this.enterpriseId = enterpriseId;
    this.beganAt = beganAt;
    this.reason = reason;
    this.departmentGroup = departmentGroup;
  }

  public Long getId() {
    return id;
  }

  public long getEnterpriseId() {
    return enterpriseId;
  }

  public LocalDateTime getBeganAt() {
    return beganAt;
  }

  public String getReason() {
    return reason;
  }

  public String getDepartmentGroup() {
    return departmentGroup;
  }
}
