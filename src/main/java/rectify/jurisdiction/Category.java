package rectify.jurisdiction;

/**
 * One of the 13 industry categories (行业大类).
 *
 * @param code two digits, in the official order
 * @param name Chinese name
 * @param retired no longer in the catalog; kept for old cases
 */
public record Category(String code, String name, boolean retired) {

  Category asRetired() {
    return new Category(code, name, true);
  }
}
