package rectify.register;

/** How many open cases of a county stand where. */
public record CountyFigures(
    String countyCode, long open, long overdue, long major, long reported) {}
