package rectify.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.camunda.bpm.engine.impl.persistence.StrongUuidGenerator;
import rectify.TestDatabase;
import rectify.bench.CasePath.Step;
import rectify.bench.CaseTemplate.Copy;
import rectify.engine.EngineClock;
import rectify.enterprise.Enterprise;
import rectify.identity.GroupIds;
import rectify.jurisdiction.Jurisdictions;

/**
 * Fills the engine's tables with open tasks, spread over the city as its cases are: of a hundred,
 * sixty wait for an enterprise, the others for whoever verifies or supervises there.
 */
final class OpenTasks {

  private static final int BATCH = 1000;
  private static final int DAYS_LATE_OR_EARLY = 60;

  private final OurProduct product;
  private final TestDatabase.Schema schema;
  private final StrongUuidGenerator newIds = new StrongUuidGenerator();
  private final Random random = new Random(7);
  private CaseTemplate rectifying;
  private CaseTemplate verifying;
  private int open;

  OpenTasks(OurProduct product, TestDatabase.Schema schema) {
    this.product = product;
    this.schema = schema;
  }

  /** Adds tasks until so many are open. */
  void grow(int size) {
    try (Connection connection = schema.connect()) {
      if (open == 0) {
        rectifying = new CaseTemplate(connection, product.openCase());
        verifying = new CaseTemplate(connection, product.openCase(Step.RECTIFY));
        open = 2;
      }
      connection.setAutoCommit(false);
      while (open < size) {
        List<Copy> forEnterprises = new ArrayList<>();
        List<Copy> forAuthorities = new ArrayList<>();
        for (int i = Math.min(BATCH, size - open); i > 0; i--, open++) {
          int share = random.nextInt(100);
          (share < 60 ? forEnterprises : forAuthorities).add(copy(share));
        }
        rectifying.insert(connection, forEnterprises, newIds);
        verifying.insert(connection, forAuthorities, newIds);
        connection.commit();
      }
      connection.setAutoCommit(true);
      Mysql.execute(
          connection,
          "analyze table ACT_RU_TASK, ACT_RU_IDENTITYLINK, ACT_RU_EXECUTION, ACT_RU_JOB");
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private Copy copy(int share) {
    List<Enterprise> enterprises = product.city().enterprises();
    Enterprise enterprise = enterprises.get(random.nextInt(enterprises.size()));
    LocalDateTime due =
        LocalDateTime.now(EngineClock.ZONE)
            .withNano(0)
            .plusMinutes(random.nextInt(-DAYS_LATE_OR_EARLY * 1440, DAYS_LATE_OR_EARLY * 1440));
    return new Copy(group(enterprise, share), enterprise.countyCode(), due);
  }

  private String group(Enterprise enterprise, int share) {
    String county = enterprise.countyCode();
    if (share < 60) {
      return GroupIds.enterprise(enterprise.id());
    } else if (share < 83) {
      return GroupIds.township(enterprise.townshipCode());
    } else if (share < 95) {
      Jurisdictions jurisdictions = product.city().jurisdictions();
      return jurisdictions.leadDepartment(enterprise.subcategoryCode(), county).groupId();
    }
    return GroupIds.office(share < 98 ? county : GroupIds.CITY);
  }
}
