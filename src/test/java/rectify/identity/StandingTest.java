package rectify.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import rectify.identity.Standing.Department;

class StandingTest {

  @Test
  void an_enterprise_safety_officer_stands_for_their_enterprises_only() {
    Standing standing = Standing.of(List.of("ent7", "ent12765", "enterprise"), List.of("350582"));

    assertThat(standing.enterprises()).containsExactlyInAnyOrder(7L, 12765L);
    assertThat(standing.isEnterpriseStaff()).isTrue();
    assertThat(standing.isStaffOf(7)).isTrue();
    assertThat(standing.isStaffOf(70)).isFalse();
    assertThat(standing.isOfficer()).isFalse();
    assertThat(standing.isCityLevel()).isFalse();
  }

  @Test
  void a_township_officer_stands_for_their_township() {
    Standing standing = Standing.of(List.of("town350582103", "officer"), List.of("350582"));

    assertThat(standing.isOfficer()).isTrue();
    assertThat(standing.isOfTownship("350582103")).isTrue();
    assertThat(standing.isOfTownship("350583119")).isFalse();
    assertThat(standing.isCityLevel()).isFalse();
  }

  @Test
  void a_department_officer_stands_for_one_role_in_one_area() {
    Standing standing = Standing.of(List.of("dept350582emergency"), List.of("350582"));

    assertThat(standing.departments()).containsExactly(new Department("350582", "emergency"));
    assertThat(standing.isOfDepartment("350582", "emergency")).isTrue();
    assertThat(standing.isOfDepartment("350582", "housing")).isFalse();
    assertThat(standing.isOfDepartment("350583", "emergency")).isFalse();
    assertThat(standing.isCityLevel()).isFalse();
  }

  @Test
  void a_city_department_or_office_is_city_level() {
    assertThat(Standing.of(List.of("dept350500emergency"), List.of()).isCityLevel()).isTrue();
    assertThat(Standing.of(List.of("office350500"), List.of()).isCityLevel()).isTrue();
    assertThat(Standing.of(List.of("office350582"), List.of()).isCityLevel()).isFalse();
    assertThat(Standing.of(List.of("office350582"), List.of()).isOfOffice("350582")).isTrue();
  }

  @Test
  void a_manager_manages_the_counties_they_belong_to() {
    Standing standing = Standing.of(List.of("manager"), List.of("350582"));

    assertThat(standing.manages("350582")).isTrue();
    assertThat(standing.manages("350583")).isFalse();
    assertThat(standing.isCityLevel()).isFalse();
  }

  @Test
  void a_manager_of_the_city_manages_every_county() {
    Standing standing = Standing.of(List.of("manager"), List.of("350500"));

    assertThat(standing.manages("350583")).isTrue();
    assertThat(standing.isCityLevel()).isTrue();
  }

  @Test
  void belonging_to_the_city_alone_makes_nobody_a_manager() {
    Standing standing = Standing.of(List.of("town350582103"), List.of("350500"));

    assertThat(standing.manages("350582")).isFalse();
    assertThat(standing.isCityLevel()).isFalse();
  }

  @Test
  void ids_that_only_look_alike_are_ignored() {
    Standing standing =
        Standing.of(
            List.of("enterprise", "ent", "ent7a", "town35058210", "dept350582", "office1", "x"),
            List.of());

    assertThat(standing).isEqualTo(Standing.of(List.of(), List.of()));
  }

  @Test
  void the_ids_of_posts_read_back_as_what_they_stand_for() {
    Standing standing =
        Standing.of(
            List.of(
                GroupIds.enterprise(7),
                GroupIds.township("350582103"),
                GroupIds.department("350582", "emergency"),
                GroupIds.office(GroupIds.CITY),
                GroupIds.ADMINISTRATOR,
                GroupIds.PROCESS_DESIGNER),
            List.of());

    assertThat(standing.isStaffOf(7)).isTrue();
    assertThat(standing.isOfTownship("350582103")).isTrue();
    assertThat(standing.isOfDepartment("350582", "emergency")).isTrue();
    assertThat(standing.isOfOffice("350500")).isTrue();
    assertThat(standing.administrator()).isTrue();
    assertThat(standing.processDesigner()).isTrue();
  }
}
