package rectify.task;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import rectify.refusal.Collision;

/**
 * Lets everybody who would change a task wait for whoever is changing it. The engine reads a task,
 * its candidates, variables and execution one after the other, and without a lock would see a half
 * of what another is just committing: a task without candidates, a step without its case.
 */
public final class TaskLock {

  private TaskLock() {}

  /** Holds the task until the transaction ends; what is read of it from now on is true together. */
  public static void take(CommandContext context, String taskId) {
    Connection connection = context.getDbSqlSession().getSqlSession().getConnection();
    try (PreparedStatement lock =
        connection.prepareStatement("select ID_ from ACT_RU_TASK where ID_ = ? for update")) {
      lock.setString(1, taskId);
      lock.executeQuery().close();
    } catch (SQLException failure) {
      if (Collision.in(failure)) {
        throw Collision.refusal(failure);
      }
      throw new IllegalStateException(failure);
    }
  }
}
