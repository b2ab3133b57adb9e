package rectify.page;

import java.util.List;
import java.util.stream.IntStream;

/**
 * A page of a list.
 *
 * @param page from 1, as a person counts
 * @param size most rows of a page
 * @param total rows of all pages
 */
public record Listing<T>(List<T> rows, int page, int size, long total) {

  /** Rows of a page where nobody asks otherwise. */
  public static final int SIZE = 20;

  private static final int BESIDE = 2;

  /** The page somebody asked for, from 0: the first if it is none. */
  public static int index(Integer page) {
    return page == null ? 0 : Math.max(page, 1) - 1;
  }

  public boolean isEmpty() {
    return rows.isEmpty();
  }

  public int pages() {
    return (int) Math.max(1, (total + size - 1) / size);
  }

  /** The number of the first row that is shown. */
  public long from() {
    return (long) (page - 1) * size + 1;
  }

  /** The number of the last row that is shown. */
  public long until() {
    return from() + rows.size() - 1;
  }

  public boolean hasBefore() {
    return page > 1;
  }

  public boolean hasAfter() {
    return page < pages();
  }

  /** The pages to choose from: the present one and some beside it. */
  public List<Integer> near() {
    int first = Math.max(1, Math.min(page - BESIDE, pages() - 2 * BESIDE));
    return IntStream.rangeClosed(first, Math.min(pages(), first + 2 * BESIDE)).boxed().toList();
  }
}
