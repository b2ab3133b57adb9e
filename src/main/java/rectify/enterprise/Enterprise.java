package rectify.enterprise;

import java.math.BigDecimal;
import java.time.LocalDateTime;

/**
 * An enterprise of the register.
 *
 * @param id the register's own number; Camunda's group of its people is {@code ent<id>}; 0 before
 *     it is stored
 * @param creditCode unified social credit code, always a valid {@link CreditCode}
 * @param townshipCode 9 digits
 * @param countyCode 6 digits, the county or zone the township is under; the tenant of its cases
 * @param subcategoryCode 4 digits, the industry sub-category (行业小类)
 * @param grade null before its first grading (初次评定)
 * @param longitude degrees with six decimals, null if unknown, together with latitude
 * @param latitude degrees with six decimals
 * @param enrolled whether it reports through the system (入网)
 * @param createdAt China time
 * @param updatedAt China time of the last real change
 */
public record Enterprise(
    long id,
    String creditCode,
    String name,
    String townshipCode,
    String countyCode,
    String subcategoryCode,
    Grade grade,
    String legalRepresentative,
    String safetyOfficer,
    String phone,
    String address,
    BigDecimal longitude,
    BigDecimal latitude,
    boolean enrolled,
    LocalDateTime createdAt,
    LocalDateTime updatedAt) {

  /** The safety level of an enterprise, A the best. */
  public enum Grade {
    A,
    B,
    C,
    D
  }

  Enterprise stored(long id, LocalDateTime createdAt, LocalDateTime updatedAt) {
    return new Enterprise(
        id,
        creditCode,
        name,
        townshipCode,
        countyCode,
        subcategoryCode,
        grade,
        legalRepresentative,
        safetyOfficer,
        phone,
        address,
        longitude,
        latitude,
        enrolled,
        createdAt,
        updatedAt);
  }

  /** Whether storing this in place of the other would change anything. */
  boolean saysTheSameAs(Enterprise other) {
    return stored(other.id, other.createdAt, other.updatedAt).equals(other);
  }
}
