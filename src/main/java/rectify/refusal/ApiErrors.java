package rectify.refusal;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/** Answers what goes wrong under {@code /api} in Chinese, as problem details (RFC 9457). */
@RestControllerAdvice
class ApiErrors extends ResponseEntityExceptionHandler {

  private static final Logger LOG = LoggerFactory.getLogger(ApiErrors.class);

  @ExceptionHandler(Exception.class)
  ResponseEntity<Object> failed(Exception failure, HttpServletRequest request) throws Exception {
    if (!isApi(request)) {
      throw failure;
    }
    ProblemDetail problem = Problems.of(failure, request);
    ResponseEntity.BodyBuilder answer = ResponseEntity.status(problem.getStatus());
    Problems.retryAfter(failure)
        .ifPresent(
            wait -> answer.header(HttpHeaders.RETRY_AFTER, String.valueOf(wait.toSeconds())));
    return answer.body(problem);
  }

  @Override
  protected ResponseEntity<Object> handleExceptionInternal(
      Exception failure,
      Object body,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest webRequest) {
    ServletWebRequest exchange = (ServletWebRequest) webRequest;
    if (!isApi(exchange.getRequest())) {
      return leaveToErrorPage(exchange, status);
    }
    if (status.is5xxServerError()) {
      LOG.error("{} failed", exchange.getRequest().getRequestURI(), failure);
    }
    Map<String, String> reasons = Problems.reasons(failure);
    ProblemDetail problem =
        reasons.isEmpty()
            ? Problems.problem(status, sentence(failure, status), exchange.getRequest())
            : Problems.invalid(status, reasons, exchange.getRequest());
    return ResponseEntity.status(status).headers(headers).body(problem);
  }

  private static String sentence(Exception failure, HttpStatusCode status) {
    return failure instanceof HttpMessageNotReadableException
        ? "请求内容不是有效的 JSON，请检查后重试。"
        : Problems.sentence(status);
  }

  private static boolean isApi(HttpServletRequest request) {
    return request.getRequestURI().startsWith(request.getContextPath() + "/api/");
  }

  private static ResponseEntity<Object> leaveToErrorPage(
      ServletWebRequest exchange, HttpStatusCode status) {
    try {
      exchange.getResponse().sendError(status.value());
      return null;
    } catch (IOException gone) {
      throw new UncheckedIOException(gone);
    }
  }
}
