package rectify.population;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.PropertySource;
import org.springframework.core.io.Resource;
import org.yaml.snakeyaml.error.YAMLException;
import rectify.refusal.Refusal;

/**
 * How a city behaves; every value is constructed. Shares are from 0 to 1.
 *
 * @param enterprises share of the enrolled enterprises that behave in a way; the rest are honest
 * @param checks what self-checks find
 * @param rectification what becomes of a hazard
 * @param inspections what inspectors do
 * @param authorities how officers keep their own time
 */
public record BehaviourProfile(
    Map<Behaviour, Double> enterprises,
    Checks checks,
    Rectification rectification,
    Inspections inspections,
    Authorities authorities) {

  /**
   * What self-checks find.
   *
   * @param busyCategories industry categories in which honest checks mostly find something; only
   *     there is it gaming always to report zero
   * @param zero share of the honest checks there that find nothing
   * @param zeroElsewhere the same in the other categories
   * @param second share of the honest checks that find something that find two things
   * @param leastOfGaming failures of a check of those who game with how they rectify
   * @param mostOfGaming likewise
   * @param leastOfBulk the same of those who rectify in bulk
   * @param mostOfBulk likewise
   * @param undescribed share of failures nobody describes in time
   * @param between hazards reported between two checks, for each enterprise and month
   * @param major share of hazards that are major
   */
  public record Checks(
      Set<String> busyCategories,
      double zero,
      double zeroElsewhere,
      double second,
      int leastOfGaming,
      int mostOfGaming,
      int leastOfBulk,
      int mostOfBulk,
      double undescribed,
      double between,
      double major) {

    public boolean isBusy(String subcategoryCode) {
      return busyCategories.contains(subcategoryCode.substring(0, 2));
    }
  }

  /**
   * What becomes of a hazard.
   *
   * @param onSpot share of self-reported hazards rectified on the spot
   * @param overdue share of hazards the late let run over their last day; the idle let all
   * @param mostDaysOver how many days over it at the most
   * @param extension share of hazards for which more time is asked
   * @param granted share of requests granted
   * @param standardPhrase share of reports in which an honest enterprise writes the phrase everyone
   *     writes
   */
  public record Rectification(
      double onSpot,
      double overdue,
      int mostDaysOver,
      double extension,
      double granted,
      double standardPhrase) {}

  /**
   * What inspectors do.
   *
   * @param monthly visits of an enterprise in a month
   * @param afterDoubtful share of the reports of those who are contradicted after which inspectors
   *     come within days
   * @param clean share of visits that find nothing
   * @param second share of the other visits that find two things
   * @param mostOfContradicted findings where a report is contradicted; two at least
   * @param byDepartment share of visits by the department in charge, the others by the township
   * @param corrected share of findings corrected on the spot
   * @param transferred share of findings transferred
   */
  public record Inspections(
      double monthly,
      double afterDoubtful,
      double clean,
      double second,
      int mostOfContradicted,
      double byDepartment,
      double corrected,
      double transferred) {}

  /**
   * How officers keep their own time.
   *
   * @param slack share of authorities that let their deadlines pass and leave ladders unanswered
   * @param rejected share of verifications and rechecks that reject
   */
  public record Authorities(double slack, double rejected) {}

  /** A profile, and what tells it from every other. */
  public record Loaded(BehaviourProfile profile, String hash) {}

  /**
   * Reads a profile from a YAML file.
   *
   * @throws Refusal if it cannot be read, or a part is missing, or a value is wrong
   */
  public static Loaded load(Resource file) {
    try {
      String text = file.getContentAsString(StandardCharsets.UTF_8);
      Map<String, Object> values = new HashMap<>();
      for (PropertySource<?> part : new YamlPropertySourceLoader().load("profile", file)) {
        for (String name : ((EnumerablePropertySource<?>) part).getPropertyNames()) {
          values.put(name, part.getProperty(name));
        }
      }
      BehaviourProfile profile =
          new Binder(new MapConfigurationPropertySource(values))
              .bind("", BehaviourProfile.class)
              .orElseThrow(() -> new Refusal("参数文件" + file.getDescription() + "是空的。"));
      profile.check();
      return new Loaded(profile, sha256(text));
    } catch (IOException | YAMLException e) {
      throw new Refusal("读不到模拟参数文件" + file.getDescription() + "，请核对 --simulate.profile。");
    } catch (BindException e) {
      throw new Refusal(
          "模拟参数文件" + file.getDescription() + "里“" + e.getName() + "”的值不对，请对照自带的样例修改。");
    }
  }

  private void check() {
    if (enterprises == null
        || checks == null
        || rectification == null
        || inspections == null
        || authorities == null) {
      throw new Refusal(
          "模拟参数文件应有 enterprises、checks、rectification、inspections、authorities 五部分，请对照自带的样例补齐。");
    }
    if (checks.busyCategories() == null
        || checks.leastOfGaming() < 1
        || checks.mostOfGaming() < checks.leastOfGaming()
        || checks.leastOfBulk() < 1
        || checks.mostOfBulk() < checks.leastOfBulk()
        || rectification.mostDaysOver() < 1
        || inspections.mostOfContradicted() < 2) {
      throw new Refusal(
          "模拟参数文件里 busy-categories 必填，各项“most-”应不小于1且不小于对应的“least-”，most-of-contradicted"
              + " 不小于2，请改正。");
    }
    double sum = enterprises.values().stream().mapToDouble(Double::doubleValue).sum();
    if (sum > 1 || enterprises.containsKey(Behaviour.HONEST)) {
      throw new Refusal("模拟参数文件里 enterprises 各类之和不得超过1，且不写 honest：其余都是诚实企业。");
    }
  }

  private static String sha256(String text) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
