package rectify.checklist;

import java.time.LocalDate;
import java.util.List;

/**
 * What a file says of a guide, before it is stored.
 *
 * @param lookedAt when somebody last went through all of it
 * @param items without ids
 */
record GuideFile(String code, String name, LocalDate lookedAt, List<CheckItem> items) {}
