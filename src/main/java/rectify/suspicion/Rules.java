package rectify.suspicion;

import java.util.List;

/** Rules that find what is held against whom in a month. They only read, and accuse by facts. */
public interface Rules {

  List<Suspicion> find(Month month);
}
