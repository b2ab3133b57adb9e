package rectify.checklist;

import io.swagger.v3.oas.annotations.media.Schema;

/**
 * What an enterprise is asked about itself.
 *
 * @param name of the trait it is about
 * @param answer null if it was not asked yet when the enterprise last answered
 */
public record Question(
    @Schema(description = "特征名称") String name,
    @Schema(description = "场所、设备或作业") String kind,
    @Schema(description = "问题") String question,
    @Schema(description = "现在的回答，空为尚未回答") Boolean answer) {}
