package rectify.checklist;

import java.util.List;

/**
 * What a file says of a guide, before it is stored.
 *
 * @param items without ids
 */
record GuideFile(String code, String name, List<CheckItem> items) {}
