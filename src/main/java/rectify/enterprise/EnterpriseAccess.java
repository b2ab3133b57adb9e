package rectify.enterprise;

/**
 * What the caller may do with the register.
 *
 * @param read the enterprises the caller sees
 * @param write the enterprises the caller may register, change and import
 */
public record EnterpriseAccess(EnterpriseScope read, EnterpriseScope write) {}
