package rectify.refusal;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.MediaType;

/** Answers what no door has words for, in that door's own form and in Chinese. */
public final class DoorAnswer {

  /** Where those who hear of a request stand: whoever asks is known by then. */
  public static final int AFTER_SPRING_SECURITY = -50;

  private static final String UTF_8 = ";charset=UTF-8";
  private static final ObjectMapper JSON = new ObjectMapper();

  private DoorAnswer() {}

  public static void write(
      HttpServletRequest request, HttpServletResponse response, int status, String detail)
      throws IOException {
    if (response.isCommitted()) {
      return;
    }
    Object before = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
    String path = String.valueOf(before == null ? request.getRequestURI() : before);
    response.resetBuffer();
    response.setStatus(status);
    response.setHeader("Cache-Control", "no-store");
    response.setHeader("X-Content-Type-Options", "nosniff");
    byte[] body =
        body(path.substring(prefix(request, path)), status, detail, response)
            .getBytes(StandardCharsets.UTF_8);
    response.setContentLength(body.length);
    response.getOutputStream().write(body);
  }

  private static int prefix(HttpServletRequest request, String path) {
    String context = request.getContextPath();
    return context != null && path.startsWith(context) ? context.length() : 0;
  }

  /** The words of an answer; its type is told to the response. */
  static String body(String path, int status, String detail, HttpServletResponse response)
      throws IOException {
    if (path.startsWith("/engine-rest") || path.startsWith("/camunda/api")) {
      response.setContentType(MediaType.APPLICATION_JSON_VALUE + UTF_8);
      Map<String, Object> answer = new LinkedHashMap<>();
      answer.put("type", "RestException");
      answer.put("message", detail);
      return JSON.writeValueAsString(answer);
    }
    if (path.startsWith("/api") || path.startsWith("/actuator")) {
      response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE + UTF_8);
      Map<String, Object> problem = new LinkedHashMap<>();
      problem.put("type", "about:blank");
      problem.put("title", "请求有误");
      problem.put("status", status);
      problem.put("detail", detail);
      problem.put("instance", path);
      return JSON.writeValueAsString(problem);
    }
    response.setContentType(MediaType.TEXT_HTML_VALUE + UTF_8);
    for (String name : new String[] {status + "", status / 100 + "xx"}) {
      ClassPathResource known = new ClassPathResource("static/error/" + name + ".html");
      if (known.exists() && detail.equals(EngineWords.byStatus(status))) {
        return known.getContentAsString(StandardCharsets.UTF_8);
      }
    }
    return page(detail);
  }

  private static String page(String detail) {
    return """
    <!DOCTYPE html>
    <html lang="zh-CN"><head><meta charset="UTF-8"><title>请求有误</title></head>
    <body><h1>请求有误</h1><p>%s</p></body></html>
    """
        .formatted(detail);
  }
}
