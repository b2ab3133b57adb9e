package rectify.door;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;

/**
 * Answers a machine, or a script in a page, that is not logged in or may not do this. At the
 * engine's doors the answer has the engine's own field as well: its web applications show it.
 */
class RefusedRequests implements AuthenticationEntryPoint, AccessDeniedHandler {

  /** Said of a door that is not on the list, whoever and whatever it is asked for. */
  static final String SHUT = "这个接口没有对您的岗位开放；如确有需要，请联系管理员。";

  private final ObjectMapper json;

  RefusedRequests(ObjectMapper json) {
    this.json = json;
  }

  @Override
  public void commence(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
      throws IOException {
    if (failure instanceof PasswordLogin.HasToWait wait) {
      response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(wait.seconds()));
      write(request, response, HttpStatus.TOO_MANY_REQUESTS, "尝试过多", wait.getMessage());
      return;
    }
    // a browser would answer the challenge with its own password box and then send the password
    // with every request, a forged one included
    String agent = request.getHeader(HttpHeaders.USER_AGENT);
    if (!ofWebApplication(request) && (agent == null || !agent.startsWith("Mozilla/"))) {
      response.setHeader(
          HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"rectify\", charset=\"UTF-8\"");
    }
    write(request, response, HttpStatus.UNAUTHORIZED, "未登录", sentence(request, failure));
  }

  private static String sentence(HttpServletRequest request, AuthenticationException failure) {
    if (failure instanceof BadCredentialsException) {
      return PasswordLogin.REFUSED;
    }
    return PresentPersonFilter.ended(request)
        ? PresentPersonFilter.ENDED_NOTICE
        : "您尚未登录或登录已过期，请先登录。";
  }

  @Override
  public void handle(
      HttpServletRequest request, HttpServletResponse response, AccessDeniedException failure)
      throws IOException {
    write(request, response, HttpStatus.FORBIDDEN, "无权操作", reason(failure));
  }

  private static String reason(AccessDeniedException failure) {
    if (failure instanceof CsrfException) {
      return "请求缺少有效的防伪令牌，请刷新页面后重试。";
    }
    return failure instanceof EngineDoorkeeper.Shut ? SHUT : "您没有权限进行这项操作；如确有需要，请联系管理员。";
  }

  private static boolean ofWebApplication(HttpServletRequest request) {
    return request.getServletPath().startsWith("/camunda");
  }

  private void write(
      HttpServletRequest request,
      HttpServletResponse response,
      HttpStatus status,
      String title,
      String detail)
      throws IOException {
    ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
    problem.setTitle(title);
    problem.setInstance(URI.create(request.getRequestURI()));
    if (EngineDoorkeeper.doors().matches(request)) {
      problem.setProperty("message", detail);
    }
    response.setStatus(status.value());
    response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
    json.writeValue(response.getOutputStream(), problem);
  }
}
