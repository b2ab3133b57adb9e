package rectify.account;

import java.util.function.BooleanSupplier;
import org.springframework.beans.factory.ObjectProvider;
import rectify.refusal.Refusal;

/** Stands before every check of a password, whatever door asked for it. */
public interface PasswordGate {

  /**
   * @param rightPassword the check itself, which is not made while somebody has to wait
   * @throws Refusal TOO_MANY, with the time to wait
   */
  boolean pass(String userId, BooleanSupplier rightPassword);

  /** An administrator lets a person try again at once. */
  void lift(String userId);

  /** Looked up when first asked; nobody waits where no gate is. */
  static PasswordGate of(ObjectProvider<PasswordGate> gates) {
    return new PasswordGate() {
      @Override
      public boolean pass(String userId, BooleanSupplier rightPassword) {
        PasswordGate gate = gates.getIfAvailable();
        return gate == null ? rightPassword.getAsBoolean() : gate.pass(userId, rightPassword);
      }

      @Override
      public void lift(String userId) {
        gates.ifAvailable(gate -> gate.lift(userId));
      }
    };
  }
}
