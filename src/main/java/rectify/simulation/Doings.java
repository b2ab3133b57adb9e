package rectify.simulation;

import java.io.ByteArrayInputStream;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SplittableRandom;
import rectify.evidence.EvidenceFiles;
import rectify.hazard.Hazard;
import rectify.hazard.HazardRectification;
import rectify.hazard.Status;
import rectify.identity.Actor;
import rectify.identity.GroupIds;
import rectify.inspection.Orders;
import rectify.population.Behaviour;
import rectify.population.BehaviourProfile;
import rectify.population.City;
import rectify.population.City.Firm;
import rectify.population.Days;
import rectify.population.Draw;
import rectify.population.Habits;
import rectify.population.Habits.Errand;
import rectify.population.Routine;
import rectify.population.Words;
import rectify.selfcheck.Given;
import rectify.selfcheck.SelfCheck;
import rectify.selfcheck.Sheets;
import rectify.simulation.Deed.Kind;
import rectify.task.OpenTask;

/** What people do, through the doors they have: forms filled in and photos uploaded. */
final class Doings {

  private static final int DAYS_ORDERED_AGAIN = 7;

  private final Draw draw;
  private final BehaviourProfile profile;
  private final City city;
  private final Days days;
  private final Habits habits;
  private final Doors doors;
  private final Visits visits;

  Doings(Draw draw, BehaviourProfile profile, City city, Days days, Habits habits, Doors doors) {
    this.draw = draw;
    this.profile = profile;
    this.city = city;
    this.days = days;
    this.habits = habits;
    this.doors = doors;
    this.visits = new Visits(draw, profile, city, doors);
  }

  /** Who of a task's group does it. */
  Actor person(OpenTask task, Hazard hazard) {
    String group = task.groups().get(0);
    Firm firm = city.firms().get(group);
    return firm == null
        ? city.officer(group, habits.of("who", task, hazard))
        : firm.safetyOfficer();
  }

  /** Does a task. */
  Deed complete(OpenTask task, Hazard hazard, Actor person, LocalDateTime now) {
    SplittableRandom random = habits.of("what", task, hazard);
    return switch (task.step()) {
      case SelfCheck.CHECK -> check(task, random, now);
      case SelfCheck.DESCRIBE -> describe(task, random, now);
      case HazardRectification.RECTIFY -> rectify(task, hazard, random, now);
      case HazardRectification.DECIDE_EXTENSION -> decideExtension(task, hazard, random, now);
      case HazardRectification.VERIFY -> verify(task, hazard, random, now);
      case Orders.RECHECK -> recheck(task, hazard, person, random, now);
      default -> {
        doors.tasks().complete(task.id(), Routine.form(task, hazard, person, random, now));
        yield deed(
            task,
            task.step().equals(Routine.SIGN) ? Kind.SIGNATURE : Kind.OTHER,
            hazard == null ? null : hazard.enterpriseId(),
            1,
            0,
            now);
      }
    };
  }

  private Deed check(OpenTask task, SplittableRandom random, LocalDateTime now) {
    Firm firm = city.firms().get(task.groups().get(0));
    int failures = failures(firm, random);
    Sheets.Open sheet = doors.sheets().ofTask(task.id()).orElseThrow();
    doors.sheets().open(task.id(), sheet.keys());
    List<String> items = new ArrayList<>(sheet.keys());
    int ticked = Math.min(failures, items.size());
    if (failures > 0) {
      Collections.shuffle(items, new Random(random.nextLong()));
    }
    List<Given> answers = new ArrayList<>();
    for (String item : items.subList(0, ticked)) {
      answers.add(Given.fails(item, Words.hazard(random)));
    }
    items.subList(ticked, items.size()).forEach(item -> answers.add(Given.conforms(item)));
    doors.sheets().save(task.id(), sheet.revision(), answers);
    Map<String, Object> form = new HashMap<>();
    form.put("signatory", firm.enterprise().legalRepresentative());
    doors.tasks().complete(task.id(), form);
    return deed(task, Kind.CHECK, firm.enterprise().id(), ticked, 0, now);
  }

  private int failures(Firm firm, SplittableRandom random) {
    BehaviourProfile.Checks checks = profile.checks();
    return switch (firm.behaviour()) {
      case IDLE, ZERO -> 0;
      case CONTRADICTED -> Draw.happens(0.75, random) ? 0 : 1;
      case BULK -> Draw.between(checks.leastOfBulk(), checks.mostOfBulk(), random);
      case LAST_DAY, SAME_PHOTO, SAME_TEXT ->
          Draw.between(checks.leastOfGaming(), checks.mostOfGaming(), random);
      default -> {
        boolean busy = checks.isBusy(firm.enterprise().subcategoryCode());
        yield Draw.happens(busy ? checks.zero() : checks.zeroElsewhere(), random)
            ? 0
            : 1 + (Draw.happens(checks.second(), random) ? 1 : 0);
      }
    };
  }

  private Deed describe(OpenTask task, SplittableRandom random, LocalDateTime now) {
    Firm firm = city.firms().get(task.groups().get(0));
    SplittableRandom own =
        draw.of(random.nextLong(), doors.forms().open(task.id(), "findingSummary"));
    Map<String, Object> form = hazard(Words.place(own), onSpot(firm), own);
    boolean rectified = form.containsKey("rectifiedOnSpot");
    if (rectified) {
      photo(task, "after", own);
    }
    doors.tasks().complete(task.id(), form);
    return deed(task, Kind.DESCRIPTION, firm.enterprise().id(), 1, rectified ? 1 : 0, now);
  }

  private double onSpot(Firm firm) {
    return switch (firm.behaviour()) {
      case LAST_DAY, BULK, SAME_PHOTO, SAME_TEXT -> 0;
      default -> profile.rectification().onSpot();
    };
  }

  private Map<String, Object> hazard(String location, double onSpot, SplittableRandom random) {
    Map<String, Object> form = new HashMap<>();
    form.put("location", location);
    form.put("description", Words.hazard(random));
    boolean major = Draw.happens(profile.checks().major(), random);
    form.put("level", major ? "major" : "general");
    if (major) {
      form.put("majorBasis", "本行业重大事故隐患判定标准（模拟）");
    } else if (Draw.happens(onSpot, random)) {
      form.put("rectifiedOnSpot", true);
      form.put("onSpotMeasures", Words.measures(random));
    }
    return form;
  }

  private Deed rectify(OpenTask task, Hazard hazard, SplittableRandom random, LocalDateTime now) {
    Firm firm = city.firm(hazard.enterpriseId());
    if (habits.asksForMoreTime(task, hazard)) {
      doors
          .tasks()
          .complete(
              task.id(),
              Map.of(
                  "request", "extension",
                  "requestedDueAt", hazard.dueAt().plusDays(7).toString(),
                  "extensionReason", "配件须外地调货，预计一周到货"));
      return deed(task, Kind.EXTENSION_REQUEST, hazard.enterpriseId(), 1, 0, now);
    }
    photo(task, "after", firm.behaviour() == Behaviour.SAME_PHOTO ? same(firm) : random);
    doors
        .tasks()
        .complete(
            task.id(),
            Map.of(
                "request",
                "report",
                "responsiblePerson",
                firm.enterprise().safetyOfficer(),
                "measures",
                measures(firm, random),
                "funds",
                Draw.between(0, 50, random) * 100,
                "rectifiedOn",
                now.toLocalDate().toString(),
                "contingencyPlan",
                "整改期间专人看守，备好灭火器，必要时停电"));
    return deed(task, Kind.RECTIFICATION, hazard.enterpriseId(), 1, 1, now);
  }

  private SplittableRandom same(Firm firm) {
    return draw.of("photo", firm.code());
  }

  private String measures(Firm firm, SplittableRandom random) {
    if (firm.behaviour() == Behaviour.SAME_TEXT) {
      return Words.SAME_MEASURES;
    }
    return Draw.happens(profile.rectification().standardPhrase(), random)
        ? Words.standardPhrase(random)
        : Words.measures(random);
  }

  private Deed decideExtension(
      OpenTask task, Hazard hazard, SplittableRandom random, LocalDateTime now) {
    boolean granted = Draw.happens(profile.rectification().granted(), random);
    Map<String, Object> form = new HashMap<>();
    form.put("extensionDecision", granted ? "granted" : "refused");
    form.put("extensionOpinion", granted ? "情况属实，同意延期" : "理由不充分，请按期整改");
    if (granted) {
      form.put("grantedDueAt", hazard.dueAt().plusDays(7).toString());
    }
    doors.tasks().complete(task.id(), form);
    return deed(
        task,
        granted ? Kind.EXTENSION_GRANT : Kind.EXTENSION_REFUSAL,
        hazard.enterpriseId(),
        1,
        0,
        now);
  }

  /** Rejects only while there is time to do better: an authority's choice, not a rule. */
  private boolean rejects(Hazard hazard, SplittableRandom random, LocalDateTime now) {
    return now.toLocalDate().plusDays(3).isBefore(hazard.dueAt())
        && Draw.happens(profile.authorities().rejected(), random);
  }

  private Deed verify(OpenTask task, Hazard hazard, SplittableRandom random, LocalDateTime now) {
    boolean passed = !rejects(hazard, random, now);
    doors
        .tasks()
        .complete(
            task.id(),
            Map.of(
                "verificationResult", passed ? "passed" : "failed",
                "verificationOpinion", passed ? Words.opinion(random) : "现场核查仍不符合要求，请重新整改"));
    return deed(task, passed ? Kind.ACCEPTANCE : Kind.REJECTION, hazard.enterpriseId(), 1, 0, now);
  }

  private Deed recheck(
      OpenTask task, Hazard hazard, Actor person, SplittableRandom random, LocalDateTime now) {
    boolean passed = hazard.status() == Status.REPORTED && !rejects(hazard, random, now);
    photo(task, "scene", random);
    Map<String, Object> form = new HashMap<>();
    form.put("recheckResult", passed ? "passed" : "failed");
    form.put("recheckOpinion", passed ? Words.opinion(random) : "现场复查未完成整改，限期继续整改");
    form.put("secondOfficer", city.colleague(task.groups().get(0), person).id());
    if (!passed) {
      form.put("newDueAt", days.workingDaysAfter(now.toLocalDate(), DAYS_ORDERED_AGAIN).toString());
    }
    doors.tasks().complete(task.id(), form);
    return deed(task, passed ? Kind.ACCEPTANCE : Kind.REJECTION, hazard.enterpriseId(), 1, 1, now);
  }

  /** Reports a hazard between two checks. */
  Deed report(Errand errand) {
    Firm firm = errand.firm();
    SplittableRandom random = draw.of("report", errand.key());
    Map<String, Object> form = hazard(Words.place(random), onSpot(firm), random);
    boolean rectified = form.containsKey("rectifiedOnSpot");
    if (rectified) {
      upload(null, "after", "sim-" + Long.toHexString(random.nextLong()) + "-draft", random);
    }
    doors.forms().start(HazardRectification.KEY, form);
    return new Deed(
        errand.key(), Kind.REPORT, firm.enterprise().id(), 1, rectified ? 1 : 0, errand.at());
  }

  /** Which authority visits. */
  String visitors(Errand errand) {
    return draw.share("visitors", errand.key()) < profile.inspections().byDepartment()
        ? errand.firm().departmentGroup()
        : GroupIds.township(errand.firm().enterprise().townshipCode());
  }

  /** Who of the authority visits. */
  Actor visitor(Errand errand, String group) {
    return city.officer(group, draw.of("visitor", errand.key()));
  }

  /** Visits an enterprise, from the choice of it to the documents. */
  Deed visit(Errand errand, String group, Actor officer) {
    return visits.visit(errand, group, officer);
  }

  private void photo(OpenTask task, String kind, SplittableRandom random) {
    upload(task.id(), kind, "sim-" + task.id(), random);
  }

  private void upload(String taskId, String kind, String key, SplittableRandom random) {
    doors
        .evidence()
        .upload(
            new EvidenceFiles.Upload(
                taskId,
                kind,
                key,
                "现场照片.jpg",
                new ByteArrayInputStream(doors.script().picture(kind, random))));
  }

  private static Deed deed(
      OpenTask task, Kind kind, Long enterpriseId, int amount, int photos, LocalDateTime now) {
    return new Deed(task.id(), kind, enterpriseId, amount, photos, now);
  }
}
