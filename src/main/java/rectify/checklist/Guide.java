package rectify.checklist;

import java.util.List;

/** A guide in one of its versions. */
public record Guide(GuideVersion version, List<CheckItem> items) {

  public String code() {
    return version.guideCode();
  }

  /** The same guide as one family sees it. */
  public Guide of(Family family) {
    return new Guide(version, items.stream().filter(item -> item.family().isIn(family)).toList());
  }
}
