package rectify.suspicion;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import rectify.hazard.Duty;
import rectify.identity.GroupIds;
import rectify.reminder.SelfCheckReminder;
import rectify.reminder.UnansweredList;
import rectify.supervision.Supervision;
import rectify.supervision.UnansweredRung;
import rectify.suspicion.DutyMapper.OverdueDuty;
import rectify.suspicion.DutyMapper.RedLight;
import rectify.suspicion.Suspicion.Gathering;

/** Which authorities let their own deadlines pass: in the month the deadline fell in. */
@Component
class DutyRules implements Rules {

  private final DutyMapper mapper;
  private final Supervision supervision;
  private final SelfCheckReminder reminder;

  DutyRules(DutyMapper mapper, Supervision supervision, SelfCheckReminder reminder) {
    this.mapper = mapper;
    this.supervision = supervision;
    this.reminder = reminder;
  }

  @Override
  public List<Suspicion> find(Month month) {
    return Stream.of(duties(month), rungs(month), lists(month), redLights(month))
        .flatMap(List::stream)
        .toList();
  }

  private List<Suspicion> duties(Month month) {
    Gathering overdue = new Gathering(Kind.DUTY_OVERDUE);
    for (OverdueDuty duty : mapper.overdueDuties(month.begin(), month.end())) {
      overdue.authority(
          duty.authorityGroup(),
          "案件%s的%s到%s期满未办"
              .formatted(
                  duty.caseNumber(), Duty.of(duty.duty()).chinese(), duty.notedAt().toLocalDate()));
    }
    return overdue.all();
  }

  private List<Suspicion> rungs(Month month) {
    Gathering unanswered = new Gathering(Kind.RUNG_UNANSWERED);
    for (UnansweredRung rung : supervision.unanswered(month.begin(), month.end())) {
      unanswered.authority(
          rung.group(),
          "案件%s的“%s”应于%s前答复，%s"
              .formatted(
                  rung.caseNumber(),
                  rung.level().chinese(),
                  rung.dueAt().toLocalDate(),
                  rung.endedAt() == null
                      ? "仍未答复"
                      : "到%s才答复或解除".formatted(rung.endedAt().toLocalDate())));
    }
    return unanswered.all();
  }

  private List<Suspicion> lists(Month month) {
    Gathering unanswered = new Gathering(Kind.LATE_LIST_UNANSWERED);
    for (UnansweredList list : reminder.unanswered(month.begin(), month.end())) {
      unanswered.authority(
          GroupIds.township(list.reminder().townshipCode()),
          "名单%s（%d家）应于%s前核实，%s"
              .formatted(
                  list.reminder().number(),
                  list.reminder().lateCount(),
                  list.dueAt().toLocalDate(),
                  list.endedAt() == null
                      ? "仍未核实"
                      : "到%s才核实".formatted(list.endedAt().toLocalDate())));
    }
    return unanswered.all();
  }

  private List<Suspicion> redLights(Month month) {
    Gathering unanswered = new Gathering(Kind.RED_LIGHT_UNANSWERED);
    for (RedLight light : mapper.redLights(month.begin(), month.end())) {
      unanswered.authority(
          light.departmentGroup(),
          "红灯企业%s（%s亮灯）到%s期满未处置"
              .formatted(
                  light.enterpriseName(),
                  light.beganAt().toLocalDate(),
                  light.overdueAt().toLocalDate()));
    }
    return unanswered.all();
  }
}
