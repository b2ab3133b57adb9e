package rectify.checklist;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/**
 * What is checked at one place: the register of a workshop (车间表册) or the card of a post (岗位卡片).
 *
 * @param workshopId null for the whole enterprise and for a post of no one workshop
 * @param postId null for a register
 * @param url what a card's QR code opens, after login; null for a register
 */
public record Card(
    long enterpriseId,
    String enterpriseName,
    Long workshopId,
    Long postId,
    @Schema(description = "车间或岗位的名称，全企业的为“公司级”") String name,
    @Schema(description = "清单版次") int versionNumber,
    @Schema(description = "二维码内容") String url,
    List<Checklist.Entry> entries) {}
