package rectify.identity;

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

/** Answers a machine, or a script in a page, that is not logged in or may not do this. */
class RefusedRequests implements AuthenticationEntryPoint, AccessDeniedHandler {

  private final ObjectMapper json;

  RefusedRequests(ObjectMapper json) {
    this.json = json;
  }

  @Override
  public void commence(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
      throws IOException {
    // a browser would answer the challenge with its own password box and then send the password
    // with every request, a forged one included
    String agent = request.getHeader(HttpHeaders.USER_AGENT);
    if (agent == null || !agent.startsWith("Mozilla/")) {
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
    write(
        request,
        response,
        HttpStatus.FORBIDDEN,
        "无权操作",
        failure instanceof CsrfException ? "请求缺少有效的防伪令牌，请刷新页面后重试。" : "您没有权限进行这项操作；如确有需要，请联系管理员。");
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
    response.setStatus(status.value());
    response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
    json.writeValue(response.getOutputStream(), problem);
  }
}
