package rectify.seal;

import java.util.List;

/** What this room asks of each room that keeps papers. */
public interface Papers {

  /** Which kind of paper it keeps. */
  String room();

  /** Those with a higher id, by id, as they are stored. */
  List<Paper> after(long id, int most);
}
