package rectify.page;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.web.util.UriUtils;

/**
 * Where a person is: the path and what the list is narrowed to, so that an address that is sent on
 * or kept shows the same again.
 *
 * @param path below the context
 * @param asked the filter, the order and the page, as they stand in the address
 */
public record Address(String path, Map<String, String> asked) {

  private static final String PAGE = "page";

  static Address of(HttpServletRequest request) {
    Map<String, String> asked = new LinkedHashMap<>();
    request
        .getParameterMap()
        .forEach(
            (name, values) -> {
              if (!values[0].isBlank()) {
                asked.put(name, values[0]);
              }
            });
    return new Address(request.getServletPath(), asked);
  }

  /** This address with one thing asked otherwise; null or blank asks it no more. */
  public String with(String name, Object value) {
    Map<String, String> other = new LinkedHashMap<>(asked);
    // another filter begins at the first page
    other.remove(PAGE);
    if (value == null || value.toString().isBlank()) {
      other.remove(name);
    } else {
      other.put(name, value.toString());
    }
    return of(path, other);
  }

  public String without(String name) {
    return with(name, null);
  }

  /** The same filter and order at another path, such as the one that exports the list. */
  public String at(String otherPath) {
    Map<String, String> other = new LinkedHashMap<>(asked);
    other.remove(PAGE);
    return of(otherPath, other);
  }

  /** In the order of a column, or the other way round if it is in that order. */
  public String sortedBy(String column) {
    return with("sort", column.equals(asked.get("sort")) ? "-" + column : column);
  }

  /** {@code ascending}, {@code descending} or {@code none}, as a column's head says it. */
  public String orderOf(String column) {
    String sort = asked.getOrDefault("sort", "");
    return sort.equals(column) ? "ascending" : sort.equals("-" + column) ? "descending" : "none";
  }

  /** What is asked for under a name, or nothing. */
  public String asks(String name) {
    return asked.getOrDefault(name, "");
  }

  /** Whether the list is narrowed by any of these. */
  public boolean asksAny(List<String> names) {
    return names.stream().anyMatch(asked::containsKey);
  }

  private static String of(String path, Map<String, String> asked) {
    return asked.isEmpty()
        ? path
        : asked.entrySet().stream()
            .map(one -> encoded(one.getKey()) + "=" + encoded(one.getValue()))
            .collect(Collectors.joining("&", path + "?", ""));
  }

  private static String encoded(String text) {
    return UriUtils.encode(text, StandardCharsets.UTF_8);
  }
}
