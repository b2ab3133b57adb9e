package rectify.picture;

/** A point of a drawing. */
record Point(double x, double y) {}
