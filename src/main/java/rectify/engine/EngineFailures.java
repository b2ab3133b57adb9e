package rectify.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * The engine's REST API calls it its own failure when a request leaves something out, and tells the
 * classes and statements it failed in. The first is the request's, told in Chinese; the second goes
 * to the log.
 */
@Component
@Order(CleanRequests.AFTER_SPRING_SECURITY + 1)
class EngineFailures extends OncePerRequestFilter {

  private static final Logger LOG = LoggerFactory.getLogger(EngineFailures.class);
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String INCOMPLETE = "请求内容不完整或格式不对，请核对接口说明后重试。";

  /** A value that is none of its type, such as a piece of XML. */
  private static final Pattern OF_A_VALUE = Pattern.compile("^(UTILS|SPIN)[-/A-Z]*-[0-9]+");

  /** Names of classes. */
  private static final Pattern INSIDES =
      Pattern.compile(
          "\\b(org\\.camunda|java\\.|javax\\.|jakarta\\.|com\\.fasterxml)[.a-z]*\\.[A-Z]");

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    String path = request.getRequestURI().substring(request.getContextPath().length());
    return !path.startsWith("/engine-rest") && !path.startsWith("/camunda/api/engine");
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    Watched watched = new Watched(response);
    chain.doFilter(request, watched);
    if (watched.failed) {
      String said = watched.held.toString(StandardCharsets.UTF_8);
      if (watched.status >= 500) {
        answer(request, response, said);
      } else if (INSIDES.matcher(said).find()) {
        DoorAnswer.write(request, response, watched.status, INCOMPLETE);
      } else {
        response.getOutputStream().write(watched.held.toByteArray());
      }
    }
  }

  private static void answer(HttpServletRequest request, HttpServletResponse response, String said)
      throws IOException {
    String type = "";
    String message = said;
    try {
      JsonNode failure = JSON.readTree(said);
      type = failure.path("type").asText();
      message = failure.path("message").asText();
    } catch (IOException noJson) {
      // told as it is, to the log only
    }
    if (type.equals("NullValueException") && message.startsWith("Cannot find")) {
      DoorAnswer.write(request, response, 404, "请求的内容不存在，或已被他人处理，请刷新后重试。");
    } else if (isIncomplete(type, message)) {
      DoorAnswer.write(request, response, 400, INCOMPLETE);
    } else {
      String reference = UUID.randomUUID().toString().substring(0, 8);
      LOG.error(
          "{} {} failed, reference {}: {}",
          request.getMethod(),
          request.getRequestURI(),
          reference,
          said);
      DoorAnswer.write(request, response, 500, "系统出现故障，请稍后重试；多次失败请把编号 " + reference + " 告诉管理员。");
    }
  }

  /** What the request left out; the same exception within our own steps is our failure. */
  private static boolean isIncomplete(String type, String message) {
    return type.equals("NullValueException")
        || OF_A_VALUE.matcher(message).find()
        || type.equals("NullPointerException")
            && (message.contains(".rest.dto.") || message.contains("because \"this."));
  }

  /** Holds back what a failure says. */
  private static final class Watched extends HttpServletResponseWrapper {

    private final ByteArrayOutputStream held = new ByteArrayOutputStream();
    private boolean failed;
    private int status;

    Watched(HttpServletResponse response) {
      super(response);
    }

    @Override
    public void setStatus(int status) {
      this.status = status;
      failed = status >= 400 && !isCommitted();
      super.setStatus(status);
    }

    @Override
    public void flushBuffer() throws IOException {
      if (!failed) {
        super.flushBuffer();
      }
    }

    @Override
    public ServletOutputStream getOutputStream() throws IOException {
      return new Held(super.getOutputStream());
    }

    private final class Held extends ServletOutputStream {

      private final ServletOutputStream out;

      Held(ServletOutputStream out) {
        this.out = out;
      }

      @Override
      public void write(int one) throws IOException {
        if (failed) {
          held.write(one);
        } else {
          out.write(one);
        }
      }

      @Override
      public void write(byte[] bytes, int offset, int length) throws IOException {
        if (failed) {
          held.write(bytes, offset, length);
        } else {
          out.write(bytes, offset, length);
        }
      }

      @Override
      public void flush() throws IOException {
        if (!failed) {
          out.flush();
        }
      }

      @Override
      public void close() throws IOException {
        if (!failed) {
          out.close();
        }
      }

      @Override
      public boolean isReady() {
        return out.isReady();
      }

      @Override
      public void setWriteListener(WriteListener listener) {
        out.setWriteListener(listener);
      }
    }
  }
}
