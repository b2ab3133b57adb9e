package rectify.page;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.ModelAndView;
import rectify.refusal.Problems;

/**
 * Says on a page what the API says in problem details: the same sentence, the same status. A part
 * of a page that is refused leaves the rest as it is and says so in the alerts.
 */
@ControllerAdvice(annotations = CityPage.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
class PageErrors {

  private final Frames frames;

  PageErrors(Frames frames) {
    this.frames = frames;
  }

  @ExceptionHandler(Exception.class)
  ModelAndView failed(Exception failure, HttpServletRequest request, HttpServletResponse response) {
    ProblemDetail problem = Problems.of(failure, request);
    if (problem.getProperties() != null && problem.getProperties().containsKey("errors")) {
      // the fields' names are those of the address, which nobody here has typed
      problem.setDetail("地址中的筛选条件不正确，请返回后重新选择。");
    }
    Problems.retryAfter(failure)
        .ifPresent(
            wait -> response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(wait.toSeconds())));
    response.setStatus(problem.getStatus());
    boolean part = request.getHeader("HX-Request") != null;
    if (part) {
      response.setHeader("HX-Retarget", "#alerts");
      response.setHeader("HX-Reswap", "innerHTML");
    }
    ModelAndView page = new ModelAndView(part ? "page/parts :: refused" : "page/refused");
    page.addObject("frame", frames.of(request));
    page.addObject("problem", problem);
    return page;
  }
}
