package rectify.simulation;

import java.time.LocalDateTime;
import java.util.List;
import java.util.function.Consumer;
import rectify.identity.Actor;
import rectify.population.City;
import rectify.population.City.Firm;
import rectify.population.Draw;
import rectify.simulation.Deed.Kind;

/** Who does what a script tells, and what is counted of it. */
final class Players {

  private final Draw draw;
  private final City city;
  private final Doors doors;

  Players(Draw draw, City city, Doors doors) {
    this.draw = draw;
    this.city = city;
    this.doors = doors;
  }

  Script script() {
    return doors.script();
  }

  /** Somebody of a group, always the same one for a key. */
  Actor somebody(String group, String key) {
    Firm firm = city.firms().get(group);
    return firm == null ? city.officer(group, draw.of("who", key)) : firm.safetyOfficer();
  }

  /** Has a person do a piece of it. */
  Deed play(String key, Actor person, String group, LocalDateTime now, Consumer<Stage> act) {
    Firm firm = city.firms().get(group);
    Stage stage =
        new Stage(doors, key, person, city.officers().getOrDefault(group, List.of()), now);
    act.accept(stage);
    return new Deed(
        key, Kind.OTHER, firm == null ? null : firm.enterprise().id(), 1, stage.photos(), now);
  }
}
