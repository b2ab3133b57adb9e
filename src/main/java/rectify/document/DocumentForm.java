package rectify.document;

/**
 * How an authority of a kind words a document: what it may do, and on what, differs.
 *
 * @param title the heading
 * @param word of the number
 * @param basis the law that carries it, with its brackets
 * @param demand 责令 of whom the law lets order, 要求 of others
 * @param review whom to ask if one disagrees
 * @param own whether title or word are the city's own, which the paper says
 */
public record DocumentForm(
    String title, String word, String basis, String demand, Review review, boolean own) {

  private static final String OWN = "文书名称和文号字为本市自拟。";

  /** Who reviews a decision. */
  public enum Review {
    GOVERNMENT,
    SUPERIOR,
    /** It is no decision that can be reviewed. */
    NONE
  }

  /** How many copies there are; a paper of the city's own wording says so. */
  public String copies(String copies) {
    return own ? ownWords(copies) : copies;
  }

  /** The same of a paper whose words are the city's own whoever issues it. */
  public static String ownWords(String copies) {
    return copies + OWN;
  }
}
