package rectify.profile;

/**
 * Something an enterprise, a workshop or a post can have (特征): a piece of equipment, a place, an
 * activity. It decides which check items apply.
 *
 * @param name unique, Chinese
 * @param kind 场所, 设备 or 作业
 * @param question what an enterprise is asked to find out
 */
public record Trait(String name, String kind, String question) {}
