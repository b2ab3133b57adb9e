package rectify.account;

import java.util.Objects;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.IdentityServiceImpl;
import org.camunda.bpm.engine.impl.digest.PasswordManager;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.UserEntity;
import org.camunda.bpm.engine.impl.util.EncryptionUtil;
import rectify.engine.RefusalInterceptor;
import rectify.refusal.Refusal;
import rectify.typed.MailAddress;

/**
 * The engine's identity service with the {@link PasswordGate} before every check of a password. The
 * engine's own lock counts in the person's row: ten wrong passwords of a stranger shut a person out
 * until an administrator came, and two at once undid each other. It is neither read nor written
 * here. A mail address is looked at where it is saved, whichever door it came through.
 */
class GuardedIdentityService extends IdentityServiceImpl {

  /** As long as a stored one, so that an unknown id takes the same work as a known one. */
  private static final String SALT_OF_NOBODY = "bm9ib2R5LWtub3du";

  private final PasswordGate gate;

  GuardedIdentityService(PasswordGate gate) {
    this.gate = gate;
  }

  @Override
  public boolean checkPassword(String userId, String password) {
    if (userId == null || password == null) {
      return false;
    }
    try {
      return gate.pass(
          userId,
          () -> commandExecutor.execute(context -> isRightPassword(context, userId, password)));
    } catch (Refusal refusal) {
      throw new RefusalInterceptor.RefusedByRule(refusal);
    }
  }

  private static boolean isRightPassword(CommandContext context, String userId, String password) {
    PasswordManager passwords = context.getProcessEngineConfiguration().getPasswordManager();
    UserEntity user =
        context.runWithoutAuthorization(
            () -> (UserEntity) context.getReadOnlyIdentityProvider().findUserById(userId));
    if (user == null) {
      passwords.check(
          EncryptionUtil.saltPassword(password, SALT_OF_NOBODY), passwords.encrypt(SALT_OF_NOBODY));
      return false;
    }
    return passwords.check(
        EncryptionUtil.saltPassword(password, user.getSalt()), user.getPassword());
  }

  /**
   * A Chinese name is one word, family name first. The engine's pages show two fields, the given
   * name first and a blank between: they are joined in the one, whichever door they came by.
   * Whoever's address no mail can reach would be counted among those who were told.
   */
  @Override
  public void saveUser(User user) {
    if (user != null) {
      joinName(user);
      refuseBadAddress(user);
    }
    super.saveUser(user);
  }

  private static void joinName(User user) {
    String given = Objects.toString(user.getFirstName(), "").strip();
    String family = Objects.toString(user.getLastName(), "").strip();
    user.setFirstName(family + given);
    user.setLastName("");
  }

  private static void refuseBadAddress(User user) {
    String address = user.getEmail();
    if (address != null && !address.isBlank()) {
      user.setEmail(address.strip());
      MailAddress.problem(user.getEmail())
          .ifPresent(
              problem -> {
                throw new RefusalInterceptor.RefusedByRule(new Refusal(problem));
              });
    }
  }

  @Override
  public void unlockUser(String userId) {
    super.unlockUser(userId);
    gate.lift(userId);
  }
}
