package rectify.refusal;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.multipart.MultipartException;

/**
 * Whoever was refused or failed without a word, by whatever stands before or behind a door, is
 * answered here in that door's own form. The server would forward such a request to a page of
 * errors, read it a second time and perhaps fail again.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
class LastWord extends OncePerRequestFilter {

  private static final Logger LOG = LoggerFactory.getLogger(LastWord.class);

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (request.getRequestURI().equals(request.getContextPath() + "/error")) {
      DoorAnswer.write(request, response, 404, EngineWords.byStatus(404));
      return;
    }
    Silenced silenced = new Silenced(request, response);
    try {
      chain.doFilter(request, silenced);
    } catch (ServletException | RuntimeException | FileNotFoundException failure) {
      if (response.isCommitted()) {
        throw failure;
      }
      answer(request, response, failure);
      return;
    }
    boolean nothingSaid =
        response.getStatus() >= 400
            && response.getContentType() == null
            && !request.isAsyncStarted();
    if (silenced.status != 0) {
      DoorAnswer.write(request, response, silenced.status, EngineWords.byStatus(silenced.status));
    } else if (nothingSaid) {
      DoorAnswer.write(
          request, response, response.getStatus(), EngineWords.byStatus(response.getStatus()));
    }
  }

  private static void answer(
      HttpServletRequest request, HttpServletResponse response, Exception failure)
      throws IOException {
    if (isCausedBy(failure, HttpMessageNotReadableException.class)
        || isCausedBy(failure, MultipartException.class)) {
      DoorAnswer.write(request, response, 400, "请求内容不完整或格式不对，请检查后重试。");
    } else if (isCausedBy(failure, FileNotFoundException.class)
        && request.getRequestURI().startsWith(request.getContextPath() + "/camunda/app/")) {
      // the engine takes any name for one of its applications
      DoorAnswer.write(request, response, 404, EngineWords.byStatus(404));
    } else {
      String reference = UUID.randomUUID().toString().substring(0, 8);
      LOG.error(
          "{} {} failed, reference {}",
          request.getMethod(),
          request.getRequestURI(),
          reference,
          failure);
      DoorAnswer.write(request, response, 500, "系统出现故障，请稍后重试；多次失败请把编号 " + reference + " 告诉管理员。");
    }
  }

  private static boolean isCausedBy(Throwable failure, Class<? extends Throwable> type) {
    int depth = 0;
    for (Throwable t = failure; t != null && depth < 20; t = t.getCause()) {
      if (type.isInstance(t)) {
        return true;
      }
      depth++;
    }
    return false;
  }

  /** Takes note of an error that is to be answered without words. */
  private static final class Silenced extends HttpServletResponseWrapper {

    private final HttpServletRequest request;
    private int status;

    Silenced(HttpServletRequest request, HttpServletResponse response) {
      super(response);
      this.request = request;
    }

    @Override
    public void sendError(int status) throws IOException {
      sendError(status, null);
    }

    @Override
    public void sendError(int status, String message) throws IOException {
      if (isCommitted() || request.isAsyncStarted()) {
        super.sendError(status, message);
        return;
      }
      this.status = status;
      super.resetBuffer();
      super.setStatus(status);
    }
  }
}
