package rectify.jurisdiction;

import rectify.identity.GroupIds;

/**
 * A street, town, township or park (街道、镇、乡、园区).
 *
 * @param code nine digits, the statistics bureau's public code
 * @param name Chinese name
 * @param kind 街道, 镇, 乡 or 园区
 * @param countyCode who supervises safety there; not always the code's first six digits
 * @param retired no longer in the catalog; kept for old cases
 */
public record Township(String code, String name, String kind, String countyCode, boolean retired) {

  /** The identity group of the township's officers. */
  public String groupId() {
    return GroupIds.township(code);
  }

  Township asRetired() {
    return new Township(code, name, kind, countyCode, true);
  }
}
