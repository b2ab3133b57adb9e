package rectify.profile;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/** The answers of an enterprise, whole: what is not named here is no longer there. */
public record ProfileDetails(
    @Schema(description = "全企业的特征") List<String> traits,
    @Schema(description = "车间") List<WorkshopDetails> workshops,
    @Schema(description = "岗位") List<PostDetails> posts) {

  public record WorkshopDetails(
      @Schema(description = "已有车间的编号，新增时留空") Long id,
      @Schema(description = "名称，同一企业内不重复") String name,
      List<String> traits) {}

  public record PostDetails(
      @Schema(description = "已有岗位的编号，新增时留空；岗位卡片的二维码随编号保留") Long id,
      @Schema(description = "名称，同一车间内不重复") String name,
      @Schema(description = "所在车间的名称，不属于车间的留空") String workshop,
      List<String> traits) {}
}
