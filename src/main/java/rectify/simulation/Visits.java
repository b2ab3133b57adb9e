package rectify.simulation;

import java.io.ByteArrayInputStream;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.SplittableRandom;
import rectify.evidence.EvidenceFiles;
import rectify.identity.Actor;
import rectify.inspection.Inspection;
import rectify.inspection.Observation;
import rectify.population.Behaviour;
import rectify.population.BehaviourProfile;
import rectify.population.City;
import rectify.population.City.Firm;
import rectify.population.Draw;
import rectify.population.Habits.Errand;
import rectify.population.Words;
import rectify.simulation.Deed.Kind;
import rectify.task.OpenTask;

/** What officers do on site: findings written down one by one, their photos, then the record. */
final class Visits {

  private static final int MINUTES_ON_SITE = 60;

  private final Draw draw;
  private final BehaviourProfile profile;
  private final City city;
  private final Doors doors;

  Visits(Draw draw, BehaviourProfile profile, City city, Doors doors) {
    this.draw = draw;
    this.profile = profile;
    this.city = city;
    this.doors = doors;
  }

  /** Visits an enterprise, from the choice of it to the documents. */
  Deed visit(Errand errand, String group, Actor officer) {
    Firm firm = errand.firm();
    SplittableRandom random = draw.of("visit", errand.key());
    doors
        .forms()
        .start(Inspection.KEY, Map.of("enterpriseQuery", firm.code(), "inspectionKind", "routine"));
    doors
        .tasks()
        .complete(
            doors.births().take(Inspection.CHOICE).id(),
            Map.of(
                "enterpriseId", String.valueOf(firm.enterprise().id()),
                "secondOfficer", city.colleague(group, officer).id()));
    OpenTask task = doors.births().take(Inspection.ON_SITE);
    int findings = findings(firm, random);
    int photos = 0;
    for (int left = findings; left > 0; left--) {
      photos += find(task, group, firm, random);
    }
    doors.tasks().complete(task.id(), record(firm, findings, errand.at()));
    return new Deed(
        errand.key(), Kind.VISIT, firm.enterprise().id(), findings, photos, errand.at());
  }

  private static Map<String, Object> record(Firm firm, int findings, LocalDateTime at) {
    return Map.of(
        "hasFinding",
        findings == 0 ? "no" : "yes",
        "inspectedFrom",
        at.minusMinutes(MINUTES_ON_SITE).toString(),
        "inspectedUntil",
        at.toString(),
        "situation",
        findings == 0 ? "现场检查未发现问题" : "现场检查发现问题%d项".formatted(findings),
        "siteRepresentative",
        firm.enterprise().safetyOfficer());
  }

  private int findings(Firm firm, SplittableRandom random) {
    BehaviourProfile.Inspections inspections = profile.inspections();
    if (firm.behaviour() == Behaviour.CONTRADICTED) {
      return Draw.between(2, inspections.mostOfContradicted(), random);
    }
    return Draw.happens(inspections.clean(), random)
        ? 0
        : 1 + (Draw.happens(inspections.second(), random) ? 1 : 0);
  }

  /** Writes one finding down; how many photos that took. */
  private int find(OpenTask task, String group, Firm firm, SplittableRandom random) {
    double kind = random.nextDouble();
    boolean corrected = kind < profile.inspections().corrected();
    boolean transferred =
        !corrected
            && kind < profile.inspections().corrected() + profile.inspections().transferred()
            && !firm.departmentGroup().equals(group);
    int number =
        doors
            .visits()
            .add(
                task.id(),
                new Observation(
                    Words.place(random),
                    Words.hazard(random),
                    "general",
                    null,
                    corrected ? "corrected" : transferred ? "transferred" : "ordered",
                    corrected ? Words.measures(random) : null,
                    transferred ? firm.departmentGroup().substring(10) : null,
                    null));
    if (corrected) {
      doors
          .evidence()
          .upload(
              new EvidenceFiles.Upload(
                  task.id(),
                  number,
                  "after",
                  "sim-%s-%d".formatted(task.id(), number),
                  "现场照片.jpg",
                  new ByteArrayInputStream(doors.script().picture("after", random))));
    }
    return corrected ? 1 : 0;
  }
}
