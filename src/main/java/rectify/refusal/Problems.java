package rectify.refusal;

import com.fasterxml.jackson.databind.JsonMappingException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.ConstraintViolationException;
import java.net.URI;
import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.AuthorizationException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.validation.FieldError;
import org.springframework.validation.ObjectError;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.multipart.support.MissingServletRequestPartException;

/** What a door says of something that went wrong, in Chinese: the API and the pages alike. */
public final class Problems {

  private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

  private Problems() {}

  /** Status, title and sentence; what nobody foresaw is logged under the reference it names. */
  public static ProblemDetail of(Exception failure, HttpServletRequest request) {
    Optional<Refusal> refusal = refusal(failure);
    if (refusal.isPresent()) {
      return problem(status(refusal.get().kind()), refusal.get().getMessage(), request);
    }
    Map<String, String> reasons = reasons(failure);
    if (!reasons.isEmpty()) {
      return invalid(HttpStatus.BAD_REQUEST, reasons, request);
    }
    if (failure instanceof AccessDeniedException
        || causeOf(failure, AuthorizationException.class).isPresent()) {
      return problem(HttpStatus.FORBIDDEN, "您没有权限进行这项操作；如确有需要，请联系管理员。", request);
    }
    if (Collision.in(failure)) {
      return problem(HttpStatus.CONFLICT, Collision.refusal(failure).getMessage(), request);
    }
    if (failure instanceof RequestRejectedException) {
      return problem(HttpStatus.BAD_REQUEST, "请求中含有不允许的字符，请检查参数名和地址。", request);
    }
    if (failure instanceof MultipartException) {
      return problem(HttpStatus.BAD_REQUEST, "上传没有完成，文件不完整，请重新上传。", request);
    }
    if (failure instanceof ErrorResponse known && known.getStatusCode().is4xxClientError()) {
      return problem(known.getStatusCode(), sentence(known.getStatusCode()), request);
    }
    return unforeseen(failure, request);
  }

  private static ProblemDetail unforeseen(Exception failure, HttpServletRequest request) {
    String reference = UUID.randomUUID().toString().substring(0, 8);
    LOG.error(
        "{} {} failed, reference {}",
        request.getMethod(),
        request.getRequestURI(),
        reference,
        failure);
    ProblemDetail problem =
        problem(
            HttpStatus.INTERNAL_SERVER_ERROR,
            "系统出现故障，请稍后重试；多次失败请把编号 " + reference + " 告诉管理员。",
            request);
    problem.setProperty("reference", reference);
    return problem;
  }

  /** When to try again, where that helps. */
  public static Optional<Duration> retryAfter(Exception failure) {
    return refusal(failure).flatMap(Refusal::retryAfter);
  }

  private static Optional<Refusal> refusal(Exception failure) {
    return causeOf(failure, Refusal.class);
  }

  /** What is wrong with which field; empty if it is not about fields. */
  static Map<String, String> reasons(Exception failure) {
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
    } else if (failure instanceof ConstraintViolationException violated) {
      violated
          .getConstraintViolations()
          .forEach(v -> reasons.put(v.getPropertyPath().toString(), v.getMessage()));
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

  static ProblemDetail invalid(
      HttpStatusCode status, Map<String, String> reasons, HttpServletRequest request) {
    ProblemDetail problem = problem(status, inWords(reasons), request);
    problem.setProperty(
        "errors",
        reasons.entrySet().stream()
            .map(reason -> Map.of("field", reason.getKey(), "reason", reason.getValue()))
            .toList());
    return problem;
  }

  private static String inWords(Map<String, String> reasons) {
    return reasons.entrySet().stream()
        .map(reason -> reason.getKey() + "：" + reason.getValue())
        .collect(Collectors.joining("；", "填写有误，请更正后重试。", "。"));
  }

  static ProblemDetail problem(HttpStatusCode status, String detail, HttpServletRequest request) {
    ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
    problem.setTitle(title(status));
    problem.setInstance(URI.create(request.getRequestURI()));
    return problem;
  }

  /** What is said of a status where nothing more is known. */
  static String sentence(HttpStatusCode status) {
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
