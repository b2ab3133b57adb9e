package rectify.identity;

/**
 * An officer whose certificate is valid on the day asked for, to choose the second officer from.
 */
public record CertifiedOfficer(String id, String name, String certificateNumber) {}
