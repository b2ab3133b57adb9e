package rectify.drill;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import rectify.TestDatabase;
import rectify.engine.EngineClock;

/**
 * Lets the last day of the late cases pass, and the days of their ladders: a handful of their
 * timers becomes due every three seconds, whether the service runs or not.
 */
final class LateTimers implements AutoCloseable {

  private static final int HANDFUL = 15;
  private static final String NOT_YET_DUE =
      """
      select job.ID_
      from ACT_RU_JOB job
        join ACT_RU_EXECUTION instance on instance.ID_ = job.PROCESS_INSTANCE_ID_
        join hazard on instance.BUSINESS_KEY_ = %s
      where hazard.client_key in (%s)
        and (job.HANDLER_CFG_ = 'Event_RectificationOverdue' or job.PROCESS_DEF_KEY_ = 'supervision')
        and job.DUEDATE_ > ?
      order by rand()
      limit %d
      """;

  private final TestDatabase.Schema schema;
  private final String notYetDue;
  private final ScheduledExecutorService beat = Executors.newSingleThreadScheduledExecutor();

  LateTimers(TestDatabase.Schema schema, Set<String> clientKeys) {
    this.schema = schema;
    this.notYetDue =
        NOT_YET_DUE.formatted(
            Audit.CASE_NUMBER, "'" + String.join("','", clientKeys) + "'", HANDFUL);
  }

  void begin() {
    beat.scheduleWithFixedDelay(this::passTime, 3, 3, TimeUnit.SECONDS);
  }

  private void passTime() {
    LocalDateTime now = LocalDateTime.now(EngineClock.ZONE);
    try (Connection connection = schema.connect()) {
      try (PreparedStatement due =
          connection.prepareStatement("update ACT_RU_JOB set DUEDATE_ = ? where ID_ = ?")) {
        for (String job : jobs(connection, now)) {
          due.setObject(1, now);
          due.setString(2, job);
          due.executeUpdate();
        }
      }
    } catch (SQLException e) {
      System.err.println("Time did not pass this once: " + e);
    }
  }

  private List<String> jobs(Connection connection, LocalDateTime now) throws SQLException {
    try (PreparedStatement query = connection.prepareStatement(notYetDue)) {
      query.setObject(1, now);
      try (ResultSet rows = query.executeQuery()) {
        List<String> jobs = new ArrayList<>();
        while (rows.next()) {
          jobs.add(rows.getString(1));
        }
        return jobs;
      }
    }
  }

  @Override
  public void close() {
    beat.shutdownNow();
  }
}
