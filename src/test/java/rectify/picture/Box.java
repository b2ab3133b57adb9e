package rectify.picture;

/** A rectangle of a drawing. */
record Box(double x, double y, double width, double height) {

  double right() {
    return x + width;
  }

  double bottom() {
    return y + height;
  }

  double centreX() {
    return x + width / 2;
  }

  double centreY() {
    return y + height / 2;
  }

  Box grown(double by) {
    return new Box(x - by, y - by, width + 2 * by, height + 2 * by);
  }

  boolean meets(Box other) {
    return x < other.right() && other.x < right() && y < other.bottom() && other.y < bottom();
  }

  boolean holds(Box other) {
    return x <= other.x && y <= other.y && other.right() <= right() && other.bottom() <= bottom();
  }

  /** Whether a line from one point to another goes through it. */
  boolean crossed(Point from, Point to) {
    double start = 0;
    double end = 1;
    double[] moved = {to.x() - from.x(), to.y() - from.y()};
    double[] at = {from.x(), from.y()};
    double[] low = {x, y};
    double[] high = {right(), bottom()};
    for (int i = 0; i < 2; i++) {
      if (moved[i] == 0) {
        if (at[i] <= low[i] || at[i] >= high[i]) {
          return false;
        }
      } else {
        double one = (low[i] - at[i]) / moved[i];
        double other = (high[i] - at[i]) / moved[i];
        start = Math.max(start, Math.min(one, other));
        end = Math.min(end, Math.max(one, other));
      }
    }
    return start < end;
  }
}
