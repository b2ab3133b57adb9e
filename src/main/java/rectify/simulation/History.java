package rectify.simulation;

import java.time.LocalDate;
import java.time.LocalDateTime;
import org.springframework.core.io.Resource;
import rectify.population.BehaviourProfile;
import rectify.population.Plan;

/**
 * A history to be made of a register that is there already and of the people in it, such as a
 * demo's.
 *
 * @param first day
 * @param until the first moment that is not made
 * @param profile of behaviour, a YAML file
 */
public record History(
    long seed, LocalDate first, LocalDateTime until, Resource profile, Script script) {

  Plan plan(int enterprises) {
    BehaviourProfile.Loaded loaded = BehaviourProfile.load(profile);
    return new Plan(
        seed,
        first,
        until,
        enterprises,
        loaded.profile(),
        loaded.hash(),
        Runtime.getRuntime().availableProcessors());
  }
}
