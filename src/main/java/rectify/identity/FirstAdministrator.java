package rectify.identity;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import rectify.refusal.Refusal;

/**
 * Sees to it that there is an administrator before anybody can reach a door. The engine's own
 * set-up page would let the first stranger become one.
 */
@Component
class FirstAdministrator {

  private final People people;
  private final String id;
  private final String password;

  FirstAdministrator(
      People people,
      @Value("${rectify.admin.id:}") String id,
      @Value("${rectify.admin.password:}") String password) {
    this.people = people;
    this.id = id;
    this.password = password;
  }

  /**
   * Creates the administrator named in the environment if there is none.
   *
   * @throws AdministratorMissing if there is none and none can be made
   */
  void ensure() {
    if (people.hasMembers(GroupIds.ADMINISTRATOR)) {
      return;
    }
    if (id.isBlank() || password.isBlank()) {
      throw new AdministratorMissing(
          "系统还没有管理员 (there is no administrator yet).",
          "请设置环境变量 RECTIFY_ADMIN_ID 和 RECTIFY_ADMIN_PASSWORD 后重新启动；仅供演示时可用 demo 配置启动。"
              + " (Set RECTIFY_ADMIN_ID and RECTIFY_ADMIN_PASSWORD and start again, or start with"
              + " the profile demo to try things out.)");
    }
    try {
      people.createPerson(id, "系统管理员", password);
    } catch (Refusal refusal) {
      throw new AdministratorMissing(
          "无法创建管理员 (the administrator cannot be created)：" + refusal.getMessage(),
          "请更改环境变量 RECTIFY_ADMIN_ID 或 RECTIFY_ADMIN_PASSWORD 后重新启动。 (Change RECTIFY_ADMIN_ID or"
              + " RECTIFY_ADMIN_PASSWORD: letters and digits; at least 10 characters with upper and"
              + " lower case, a digit and a symbol, without the id.)");
    }
    people.join(id, GroupIds.ADMINISTRATOR);
  }

  /** Stops the start-up. */
  static class AdministratorMissing extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String action;

    AdministratorMissing(String message, String action) {
      super(message);
      this.action = action;
    }

    String action() {
      return action;
    }
  }
}
