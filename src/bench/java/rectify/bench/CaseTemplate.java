package rectify.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.impl.cfg.IdGenerator;

/**
 * The running rows of a real case with one open task, to be copied: what the engine would have
 * written, only faster.
 */
final class CaseTemplate {

  /** The tables of a running case, parents first, and how to find its rows. */
  private static final Map<String, String> TABLES = new LinkedHashMap<>();

  static {
    TABLES.put("ACT_RU_EXECUTION", "PROC_INST_ID_ = ?");
    TABLES.put("ACT_RU_TASK", "PROC_INST_ID_ = ?");
    TABLES.put(
        "ACT_RU_IDENTITYLINK", "TASK_ID_ in (select ID_ from ACT_RU_TASK where PROC_INST_ID_ = ?)");
    TABLES.put("ACT_RU_JOB", "PROCESS_INSTANCE_ID_ = ?");
  }

  private final Map<String, List<Map<String, Object>>> rows = new LinkedHashMap<>();
  private final List<String> ids = new ArrayList<>();

  CaseTemplate(Connection connection, String instanceId) throws SQLException {
    for (Map.Entry<String, String> table : TABLES.entrySet()) {
      try (PreparedStatement select =
          connection.prepareStatement(
              "select * from " + table.getKey() + " where " + table.getValue())) {
        select.setString(1, instanceId);
        try (ResultSet found = select.executeQuery()) {
          rows.put(table.getKey(), read(found));
        }
      }
    }
    rows.values().forEach(all -> all.forEach(row -> ids.add((String) row.get("ID_"))));
  }

  private static List<Map<String, Object>> read(ResultSet found) throws SQLException {
    ResultSetMetaData columns = found.getMetaData();
    List<Map<String, Object>> rows = new ArrayList<>();
    while (found.next()) {
      Map<String, Object> row = new LinkedHashMap<>();
      for (int i = 1; i <= columns.getColumnCount(); i++) {
        row.put(columns.getColumnName(i), found.getObject(i));
      }
      rows.add(row);
    }
    return rows;
  }

  /**
   * @param group candidate group of the open task
   * @param tenant its county
   * @param due when the task is due; its timers fire a year later, so that none does meanwhile
   */
  record Copy(String group, String tenant, LocalDateTime due) {}

  void insert(Connection connection, List<Copy> copies, IdGenerator newIds) throws SQLException {
    List<Map<String, Object>> replacements =
        copies.stream().map(copy -> replacements(copy, newIds)).toList();
    for (Map.Entry<String, List<Map<String, Object>>> table : rows.entrySet()) {
      for (Map<String, Object> row : table.getValue()) {
        String columns = String.join(", ", row.keySet());
        String marks = "?" + ", ?".repeat(row.size() - 1);
        try (PreparedStatement insert =
            connection.prepareStatement(
                "insert into " + table.getKey() + " (" + columns + ") values (" + marks + ")")) {
          for (Map<String, Object> replacement : replacements) {
            int parameter = 1;
            for (Map.Entry<String, Object> cell : row.entrySet()) {
              insert.setObject(parameter++, replaced(cell, replacement));
            }
            insert.addBatch();
          }
          insert.executeBatch();
        }
      }
    }
  }

  private Map<String, Object> replacements(Copy copy, IdGenerator newIds) {
    Map<String, Object> replacements = new HashMap<>();
    ids.forEach(id -> replacements.put(id, newIds.getNextId()));
    replacements.put("GROUP_ID_", copy.group());
    replacements.put("TENANT_ID_", copy.tenant());
    replacements.put("DUE_DATE_", Timestamp.valueOf(copy.due()));
    replacements.put("DUEDATE_", Timestamp.valueOf(copy.due().plusYears(1)));
    replacements.put("CREATE_TIME_", Timestamp.valueOf(copy.due().minusDays(7)));
    return replacements;
  }

  private static Object replaced(Map.Entry<String, Object> cell, Map<String, Object> replacement) {
    Object value = cell.getValue();
    if (value == null) {
      return null;
    }
    Object byColumn = replacement.get(cell.getKey());
    return byColumn == null ? replacement.getOrDefault(value, value) : byColumn;
  }
}
