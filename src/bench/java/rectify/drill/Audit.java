package rectify.drill;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import rectify.TestDatabase;

/** Compares what was acknowledged with what the database holds, and its tables with each other. */
final class Audit {

  /** A hazard's case number in SQL. */
  static final String CASE_NUMBER =
      "concat('YH', hazard.county_code, '-', year(hazard.found_at), '-', lpad(hazard.id, 7, '0'))";

  /** A live instance of a process with its hazard. */
  private static final String LIVE =
      """
      (select instance.ID_ id, definition.KEY_ process, instance.BUSINESS_KEY_ case_number
      from ACT_RU_EXECUTION instance
        join ACT_RE_PROCDEF definition on definition.ID_ = instance.PROC_DEF_ID_
      where instance.PARENT_ID_ is null)
      """;

  private static final String LOCKED =
      "select count(*) from ACT_RU_JOB where LOCK_OWNER_ is not null";

  private static final Map<String, String> DOUBLED = new LinkedHashMap<>();
  private static final Map<String, String> TORN = new LinkedHashMap<>();

  static {
    DOUBLED.put(
        "duplicate client keys",
        "select client_id, client_key from hazard group by client_id, client_key");
    DOUBLED.put(
        "duplicate business keys",
        "select PROC_DEF_KEY_, BUSINESS_KEY_ from ACT_HI_PROCINST group by PROC_DEF_KEY_, BUSINESS_KEY_");
    DOUBLED.put(
        "duplicate tasks of a case and phase",
        "select PROC_INST_ID_, TASK_DEF_KEY_ from ACT_HI_TASKINST group by PROC_INST_ID_, TASK_DEF_KEY_");
    DOUBLED.put(
        "duplicate events of a case",
        """
        select hazard_id, kind from hazard_event
        where kind not in ('SUPERVISION_CLIMBED', 'REMINDED') group by hazard_id, kind
        """);
    DOUBLED.put(
        "rungs climbed twice",
        """
        select hazard_id, detail from hazard_event
        where kind = 'SUPERVISION_CLIMBED' group by hazard_id, detail
        """);

    TORN.put(
        "open cases without a live instance",
        """
        select count(*) from hazard
        where status <> 'CLOSED' and not exists (select 1 from %s live
          where live.case_number = %s and live.process = 'hazard-rectification')
        """
            .formatted(LIVE, CASE_NUMBER));
    TORN.put(
        "live instances without an open case",
        """
        select count(*) from %s live
        where not exists (select 1 from hazard
          where live.case_number = %s and hazard.status <> 'CLOSED')
        """
            .formatted(LIVE, CASE_NUMBER));
    TORN.put(
        "open cases without just one task",
        """
        select count(*) from hazard
        where status <> 'CLOSED' and 1 <> (select count(*) from %s live
            join ACT_RU_TASK task on task.PROC_INST_ID_ = live.id
          where live.case_number = %s and live.process = 'hazard-rectification'
            and task.TASK_DEF_KEY_ =
              if(hazard.status = 'REPORTED', 'Activity_Verify', 'Activity_Rectify'))
        """
            .formatted(LIVE, CASE_NUMBER));
    TORN.put(
        "open cases without their timer",
        """
        select count(*) from hazard
        where status <> 'CLOSED'
          and not (status = 'RECTIFYING'
            and exists (select 1 from supervision where hazard_id = hazard.id and running))
          and not exists (select 1 from %s live
            join ACT_RU_JOB job on job.PROCESS_INSTANCE_ID_ = live.id
          where live.case_number = %s and job.RETRIES_ > 0 and job.DUEDATE_ is not null
            and job.HANDLER_CFG_ =
              if(status = 'REPORTED', 'Event_VerificationOverdue', 'Event_RectificationOverdue'))
        """
            .formatted(LIVE, CASE_NUMBER));
    TORN.put(
        "ladders without a live instance",
        """
        select count(*) from supervision join hazard on hazard.id = supervision.hazard_id
        where running <> exists (select 1 from %s live
          where live.case_number = %s and live.process = 'supervision')
        """
            .formatted(LIVE, CASE_NUMBER));
    TORN.put(
        "ladders whose rungs, tasks and timers do not add up",
        """
        select count(*) from supervision
          join hazard on hazard.id = supervision.hazard_id
          join %s live on live.case_number = %s and live.process = 'supervision'
        where (select count(*) from rung where rung.hazard_id = hazard.id)
            <> 5 - (select count(*) from ACT_RU_JOB job where job.PROCESS_INSTANCE_ID_ = live.id
              and job.HANDLER_CFG_ not in
                ('Event_CityOverdue', 'Event_UrgeCityDue', 'Event_CityStillOpen'))
          or (select count(*) from rung where rung.hazard_id = hazard.id)
            <> (select count(*) from ACT_RU_TASK task where task.PROC_INST_ID_ = live.id)
        """
            .formatted(LIVE, CASE_NUMBER));
    TORN.put(
        "tasks whose people are not told, or notices of a task that never was",
        """
        select (select count(*) from ACT_HI_TASKINST task where not exists
            (select 1 from notice where event_key = concat('task/', task.ID_)))
          + (select count(*) from notice where kind = 'NEW_TASK' and not exists
            (select 1 from ACT_HI_TASKINST task where task.ID_ = notice.task_id))
        """);
    TORN.put(
        "notices spread whose inboxes do not add up",
        """
        select count(*) from notice where spread_at is not null
          and reached <> (select count(*) from inbox where notice_id = notice.id)
        """);
    TORN.put(
        "ladders that began without a word to the enterprise",
        """
        select count(*) from supervision join hazard on hazard.id = supervision.hazard_id
        where not exists (select 1 from notice
          where event_key = concat('case/', hazard.id, '/overdue/', hazard.due_at)
            and kind = 'OVERDUE' and recipient = concat('ent', hazard.enterprise_id))
        """);
    TORN.put(
        "rungs without their event, or events without their rung",
        """
        select abs((select count(*) from rung)
          - (select count(*) from hazard_event where kind = 'SUPERVISION_CLIMBED'))
        """);
    TORN.put(
        "timers given up",
        "select (select count(*) from ACT_RU_INCIDENT)"
            + " + (select count(*) from ACT_RU_JOB where RETRIES_ = 0)");
  }

  private final TestDatabase.Schema schema;
  private final Journal journal;

  Audit(TestDatabase.Schema schema, Journal journal) {
    this.schema = schema;
    this.journal = journal;
  }

  /** What the drill runs on. */
  String database() throws SQLException {
    try (Connection connection = schema.connect()) {
      return "MySQL %s, innodb_flush_log_at_trx_commit=%d"
          .formatted(
              connection.getMetaData().getDatabaseProductVersion(),
              count(connection, "select @@innodb_flush_log_at_trx_commit"));
    }
  }

  /** Waits until the service works on a timer, for a quarter of a minute at most. */
  void awaitTimerAtWork() throws SQLException, InterruptedException {
    try (Connection connection = schema.connect()) {
      for (int i = 0; i < 1_500 && count(connection, LOCKED) == 0; i++) {
        Thread.sleep(10);
      }
    }
  }

  /** Waits until the database has noticed that the killed service is gone, and rolled back. */
  void awaitQuiet() throws SQLException, InterruptedException {
    String others =
        "select count(*) from information_schema.processlist where db = '%s' and id <> connection_id()"
            .formatted(schema.name());
    try (Connection connection = schema.connect()) {
      while (count(connection, others) > 0) {
        Thread.sleep(100);
      }
    }
  }

  /** Rungs climbed so far. */
  long rungs() throws SQLException {
    try (Connection connection = schema.connect()) {
      return count(connection, "select count(*) from rung");
    }
  }

  /** Notices that still wait for their people's inboxes. */
  long unspread() throws SQLException {
    try (Connection connection = schema.connect()) {
      return count(connection, "select count(*) from notice where spread_at is null");
    }
  }

  /** Puts every figure into the table's column. */
  void into(Table table) throws SQLException {
    try (Connection connection = schema.connect()) {
      table.figure(
          "cases / of them open",
          count(connection, "select count(*) from hazard")
              + " / "
              + count(connection, "select count(*) from hazard where status <> 'CLOSED'"));
      table.figure(
          "ladders / rungs climbed",
          count(connection, "select count(*) from supervision")
              + " / "
              + count(connection, "select count(*) from rung"));
      table.figure(
          "notices / of them still in the outbox",
          count(connection, "select count(*) from notice") + " / " + unspread());
      table.figure("timers locked by a dead service", count(connection, LOCKED));
      lost(connection, table);
      for (var groups : DOUBLED.entrySet()) {
        table.mustBeZero(
            groups.getKey(),
            count(
                connection,
                "select count(*) from (%s having count(*) > 1) doubled"
                    .formatted(groups.getValue())));
      }
      for (var torn : TORN.entrySet()) {
        table.mustBeZero(torn.getKey(), count(connection, torn.getValue()));
      }
      table.mustBeZero("broken event hashes", EventChains.broken(connection));
    }
  }

  private void lost(Connection connection, Table table) throws SQLException {
    long lost = 0;
    for (Step step : Step.values()) {
      Map<String, String> acknowledged = journal.acknowledged(step);
      Set<String> missing = new TreeSet<>();
      acknowledged.forEach((key, number) -> missing.add(key + " " + number));
      missing.removeAll(found(connection, step));
      table.figure(
          "acknowledged %s / found".formatted(step.plural()),
          acknowledged.size() + " / " + (acknowledged.size() - missing.size()));
      lost += missing.size();
    }
    table.mustBeZero("acknowledged and lost", lost);
  }

  private static Set<String> found(Connection connection, Step step) throws SQLException {
    String sql =
        """
        select concat(client_key, ' ', %s)
        from hazard join hazard_event on hazard_event.hazard_id = hazard.id
        where kind = '%s'
        """
            .formatted(CASE_NUMBER, step.event());
    Set<String> found = new TreeSet<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        found.add(rows.getString(1));
      }
    }
    return found;
  }

  private static long count(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return row.getLong(1);
    }
  }
}
