package rectify.refusal;

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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Every refusal of the engine's REST API and of its copy for the web applications is told in the
 * words of {@link EngineWords}; what the engine itself failed at goes to the log.
 */
@Component
@Order(DoorAnswer.AFTER_SPRING_SECURITY + 1)
public class EngineFailures extends OncePerRequestFilter {

  private static final Logger LOG = LoggerFactory.getLogger(EngineFailures.class);
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String FAILED_COMMAND = EngineFailures.class.getName();

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    String path = request.getRequestURI().substring(request.getContextPath().length());
    return !path.startsWith("/engine-rest") && !path.startsWith("/camunda/api");
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    Watched watched = new Watched(response);
    chain.doFilter(request, watched);
    if (watched.failed) {
      answer(request, response, watched);
    }
  }

  /** Keeps what a command of this request failed with until the request is answered. */
  public static void note(RuntimeException failure) {
    RequestAttributes request = RequestContextHolder.getRequestAttributes();
    if (request != null) {
      request.setAttribute(FAILED_COMMAND, failure, RequestAttributes.SCOPE_REQUEST);
    }
  }

  private static void answer(
      HttpServletRequest request, HttpServletResponse response, Watched watched)
      throws IOException {
    byte[] held = watched.held.toByteArray();
    String said = new String(held, StandardCharsets.UTF_8);
    String type = "";
    String message = said;
    try {
      JsonNode failure = JSON.readTree(said);
      type = failure.path("type").asText();
      message = failure.path("message").asText();
    } catch (IOException noJson) {
      // told as it is, to the log only
    }
    Throwable command = (Throwable) request.getAttribute(FAILED_COMMAND);
    EngineWords.Said words = EngineWords.of(watched.status, type, message, command);
    if (words == null) {
      String reference = UUID.randomUUID().toString().substring(0, 8);
      LOG.error(
          "{} {} failed, reference {}: {}",
          request.getMethod(),
          request.getRequestURI(),
          reference,
          said);
      DoorAnswer.write(request, response, 500, "系统出现故障，请稍后重试；多次失败请把编号 " + reference + " 告诉管理员。");
    } else if (words.message().equals(message) && !type.isEmpty()) {
      response.getOutputStream().write(held);
    } else {
      if (watched.status >= 500) {
        LOG.warn("{} {} was refused: {}", request.getMethod(), request.getRequestURI(), said);
      }
      DoorAnswer.write(request, response, words.status(), words.message());
    }
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
