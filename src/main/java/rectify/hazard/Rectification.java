package rectify.hazard;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * The five commitments (五落实): who, how, with what money, by when, and with what safeguards.
 *
 * @param funds yuan
 */
record Rectification(
    String responsiblePerson,
    String measures,
    BigDecimal funds,
    LocalDate rectifiedOn,
    String contingencyPlan) {}
