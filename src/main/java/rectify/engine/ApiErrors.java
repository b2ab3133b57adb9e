package rectify.engine;

import com.fasterxml.jackson.databind.JsonMappingException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.ConstraintViolationException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.AuthorizationException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.validation.FieldError;
import org.springframework.validation.ObjectError;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.multipart.support.MissingServletRequestPartException;
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
    Optional<Refusal> refusal = causeOf(failure, Refusal.class);
    if (refusal.isPresent()) {
      return refused(refusal.get(), request);
    }
    if (failure instanceof ConstraintViolationException violated) {
      Map<String, String> reasons = new LinkedHashMap<>();
      violated
          .getConstraintViolations()
          .forEach(v -> reasons.put(v.getPropertyPath().toString(), v.getMessage()));
      return answer(HttpStatus.BAD_REQUEST, invalid(reasons), errors(reasons), request);
    }
    if (failure instanceof AccessDeniedException
        || causeOf(failure, AuthorizationException.class).isPresent()) {
      return answer(HttpStatus.FORBIDDEN, "您没有权限进行这项操作；如确有需要，请联系管理员。", Map.of(), request);
    }
    if (Collision.in(failure)) {
      return answer(
          HttpStatus.CONFLICT, Collision.refusal(failure).getMessage(), Map.of(), request);
    }
    if (failure instanceof RequestRejectedException) {
      return answer(HttpStatus.BAD_REQUEST, "请求中含有不允许的字符，请检查参数名和地址。", Map.of(), request);
    }
    if (failure instanceof MultipartException) {
      return answer(HttpStatus.BAD_REQUEST, "上传没有完成，文件不完整，请重新上传。", Map.of(), request);
    }
    String reference = UUID.randomUUID().toString().substring(0, 8);
    LOG.error(
        "{} {} failed, reference {}",
        request.getMethod(),
        request.getRequestURI(),
        reference,
        failure);
    return answer(
        HttpStatus.INTERNAL_SERVER_ERROR,
        "系统出现故障，请稍后重试；多次失败请把编号 " + reference + " 告诉管理员。",
        Map.of("reference", reference),
        request);
  }

  private static ResponseEntity<Object> refused(Refusal refusal, HttpServletRequest request) {
    HttpStatus status = status(refusal.kind());
    ResponseEntity.BodyBuilder answer = ResponseEntity.status(status);
    refusal
        .retryAfter()
        .ifPresent(
            wait -> answer.header(HttpHeaders.RETRY_AFTER, String.valueOf(wait.toSeconds())));
    return answer.body(answer(status, refusal.getMessage(), Map.of(), request).getBody());
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
    Map<String, String> reasons = reasons(failure);
    ResponseEntity<Object> answer =
        answer(status, detail(failure, status, reasons), errors(reasons), exchange.getRequest());
    return ResponseEntity.status(status).headers(headers).body(answer.getBody());
  }

  private static Map<String, String> reasons(Exception failure) {
    Map<String, String> reasons = new LinkedHashMap<>();
    if (failure instanceof MethodArgumentNotValidException invalid) {
      for (ObjectError error : invalid.getBindingResult().getAllErrors()) {
        String field = error instanceof FieldError of ? of.getField() : error.getObjectName();
        boolean wrongType = error instanceof FieldError of && of.isBindingFailure();
        reasons.put(field, wrongType ? "格式不正确" : error.getDefaultMessage());
      }
    } else if (failure instanceof HandlerMethodValidationException invalid) {
      invalid
          .getParameterValidationResults()
          .forEach(
              result -> {
                for (MessageSourceResolvable error : result.getResolvableErrors()) {
                  String field =
                      error instanceof FieldError of
                          ? of.getField()
                          : result.getMethodParameter().getParameterName();
                  reasons.put(String.valueOf(field), error.getDefaultMessage());
                }
              });
    } else if (failure instanceof MethodArgumentTypeMismatchException mismatch) {
      reasons.put(mismatch.getName(), "格式不正确");
    } else if (failure instanceof MissingServletRequestParameterException missing) {
      reasons.put(missing.getParameterName(), "不能缺少");
    } else if (failure instanceof MissingServletRequestPartException missing) {
      reasons.put(missing.getRequestPartName(), "不能缺少");
    } else if (failure instanceof HttpMessageNotReadableException
        && failure.getCause() instanceof JsonMappingException unmapped
        && !unmapped.getPath().isEmpty()) {
      String field =
          unmapped.getPath().stream()
              .map(
                  step ->
                      step.getFieldName() == null
                          ? "[" + step.getIndex() + "]"
                          : step.getFieldName())
              .collect(Collectors.joining("."));
      reasons.put(field, "格式不正确");
    }
    return reasons;
  }

  private static String detail(
      Exception failure, HttpStatusCode status, Map<String, String> reasons) {
    if (!reasons.isEmpty()) {
      return invalid(reasons);
    }
    if (failure instanceof HttpMessageNotReadableException) {
      return "请求内容不是有效的 JSON，请检查后重试。";
    }
    return switch (status.value()) {
      case 404 -> "请求的地址不存在，请核对后重试。";
      case 405 -> "这个地址不支持该请求方法，请核对接口说明。";
      case 406 -> "无法按所要求的格式返回结果，请改用 application/json。";
      case 413 -> "上传的文件过大：单个文件不得超过 20MB，请压缩后重试。";
      case 415 -> "不支持这种内容类型，请改用接口说明中的类型。";
      case 503 -> "系统繁忙，请稍后重试。";
      default -> status.is5xxServerError() ? "系统出现故障，请稍后重试。" : "请求有误，请检查后重试。";
    };
  }

  private static String invalid(Map<String, String> reasons) {
    return reasons.entrySet().stream()
        .map(reason -> reason.getKey() + "：" + reason.getValue())
        .collect(Collectors.joining("；", "填写有误，请更正后重试。", "。"));
  }

  private static Map<String, Object> errors(Map<String, String> reasons) {
    if (reasons.isEmpty()) {
      return Map.of();
    }
    List<Map<String, String>> errors =
        reasons.entrySet().stream()
            .map(reason -> Map.of("field", reason.getKey(), "reason", reason.getValue()))
            .toList();
    return Map.of("errors", errors);
  }

  private static ResponseEntity<Object> answer(
      HttpStatusCode status,
      String detail,
      Map<String, Object> properties,
      HttpServletRequest request) {
    ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
    problem.setTitle(title(status));
    problem.setInstance(URI.create(request.getRequestURI()));
    properties.forEach(problem::setProperty);
    return ResponseEntity.status(status).body(problem);
  }

  private static String title(HttpStatusCode status) {
    return switch (status.value()) {
      case 403 -> "无权操作";
      case 404 -> "没有找到";
      case 409 -> "状态冲突";
      case 429 -> "尝试过多";
      case 503 -> "系统正忙";
      default -> status.is5xxServerError() ? "系统故障" : "请求有误";
    };
  }

  private static HttpStatus status(Refusal.Kind kind) {
    return switch (kind) {
      case INVALID -> HttpStatus.BAD_REQUEST;
      case NOT_FOUND -> HttpStatus.NOT_FOUND;
      case FORBIDDEN -> HttpStatus.FORBIDDEN;
      case CONFLICT -> HttpStatus.CONFLICT;
      case TOO_MANY -> HttpStatus.TOO_MANY_REQUESTS;
      case BUSY -> HttpStatus.SERVICE_UNAVAILABLE;
    };
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

  private static <T extends Throwable> Optional<T> causeOf(Throwable failure, Class<T> type) {
    Set<Throwable> seen = new HashSet<>();
    for (Throwable t = failure; t != null && seen.add(t); t = t.getCause()) {
      if (type.isInstance(t)) {
        return Optional.of(type.cast(t));
      }
    }
    return Optional.empty();
  }
}
