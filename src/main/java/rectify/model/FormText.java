package rectify.model;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Reads a form's file so that nothing in it can mean two things. */
public final class FormText {

  private static final int MAX_BYTES = 256 * 1024;
  private static final int MAX_DEPTH = 20;

  private static final ObjectMapper STRICT =
      new ObjectMapper(
              JsonFactory.builder()
                  .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  .streamReadConstraints(
                      StreamReadConstraints.builder().maxNestingDepth(MAX_DEPTH).build())
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  private FormText() {}

  /** The form, or null where it is none, which is reported. */
  public static JsonNode read(String file, byte[] content, Report report) {
    if (content.length > MAX_BYTES) {
      report.say(file, "表单文件过大，最多" + MAX_BYTES / 1024 + "KB，请拆成几张表单。");
      return null;
    }
    String text;
    try {
      text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content)).toString();
    } catch (IOException e) {
      report.say(file, "表单须是UTF-8编码的文件，请用 Camunda Modeler 重新保存后再部署。");
      return null;
    }
    if (text.startsWith("\uFEFF")) {
      report.say(file, "表单文件开头有字节顺序标记（BOM），请另存为不带BOM的UTF-8文件后再部署。");
      return null;
    }
    try {
      JsonNode form = STRICT.readTree(text);
      if (form != null && form.isObject() && form.path("components").isArray()) {
        return form;
      }
    } catch (IOException e) {
      // said below, without the parser's words
    }
    report.say(file, "表单不是有效的 JSON（引号、逗号、重名的属性或嵌套过深），请用 Camunda Modeler 打开检查后重新保存。");
    return null;
  }
}
