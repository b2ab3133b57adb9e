package rectify.enterprise;

import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;

/**
 * What a person states about an enterprise; nothing in it is checked yet. The county follows from
 * the township.
 */
public record EnterpriseDetails(
    @Schema(description = "统一社会信用代码") String creditCode,
    @Schema(description = "企业名称") String name,
    @Schema(description = "乡镇代码，9位") String townshipCode,
    @Schema(description = "行业小类代码，4位") String subcategoryCode,
    @Schema(description = "分级：A、B、C、D；尚未评定的留空") String grade,
    @Schema(description = "法定代表人") String legalRepresentative,
    @Schema(description = "安全员") String safetyOfficer,
    @Schema(description = "联系电话") String phone,
    @Schema(description = "地址") String address,
    @Schema(description = "经度") BigDecimal longitude,
    @Schema(description = "纬度") BigDecimal latitude,
    @Schema(description = "是否入网，缺省为否") Boolean enrolled) {}
