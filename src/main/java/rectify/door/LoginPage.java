package rectify.door;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.MediaType;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.util.HtmlUtils;
import rectify.identity.People;
import rectify.login.LoginThrottle;

/** The page everybody meets first, and where they go from it. */
@Controller
class LoginPage {

  private final String html;
  private final People people;

  LoginPage(People people) throws IOException {
    this.people = people;
    this.html =
        new ClassPathResource("rectify/door/login.html").getContentAsString(StandardCharsets.UTF_8);
  }

  @GetMapping(path = "/login", produces = MediaType.TEXT_HTML_VALUE + ";charset=UTF-8")
  @ResponseBody
  String login(HttpServletRequest request, CsrfToken csrf, Principal person) {
    return html.replace("{{context}}", HtmlUtils.htmlEscape(request.getContextPath()))
        .replace("{{notice}}", notice(request, person))
        .replace("{{csrf}}", HtmlUtils.htmlEscape(csrf.getToken()));
  }

  /** The first page of the platform opens first for everybody. */
  @GetMapping("/")
  String start() {
    return "redirect:/city";
  }

  private String notice(HttpServletRequest request, Principal person) {
    if (request.getParameter("failed") != null) {
      return "<p class=\"failed\" role=\"alert\">" + PasswordLogin.REFUSED + "</p>";
    }
    String wait = request.getParameter("wait");
    if (wait != null && wait.matches("[1-9][0-9]{0,4}")) {
      return "<p class=\"failed\" role=\"alert\">账号或密码连续输错，为防止他人猜测密码，请在"
          + LoginThrottle.inWords(Long.parseLong(wait))
          + "后再试，到时自动解除；急需登录请联系本单位管理员。</p>";
    }
    if (person != null) {
      return "<p>您已以“"
          + HtmlUtils.htmlEscape(people.nameOf(person.getName()))
          + "”的身份登录。<a href=\""
          + request.getContextPath()
          + "/\">进入系统</a>，或用其他账号登录。</p>";
    }
    if (request.getParameter("ended") != null) {
      return "<p class=\"failed\" role=\"alert\">" + PresentPersonFilter.ENDED_NOTICE + "</p>";
    }
    if (request.getParameter("left") != null) {
      return "<p>您已退出登录，或登录已过期，请重新登录。</p>";
    }
    return "";
  }
}
