package rectify.refusal;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.core.StandardHost;
import org.apache.catalina.valves.ErrorReportValve;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.MediaType;
import org.springframework.security.web.firewall.RequestRejectedHandler;

/** Answers requests so broken that no door of ours ever sees them. */
@Configuration(proxyBeanMethods = false)
class BrokenRequests {

  private static final String BROKEN = "请求的地址或头部含有不允许的字符，或者过长，请检查后重试。";

  @Bean
  static RequestRejectedHandler rejectedInChinese() {
    return (request, response, rejected) -> DoorAnswer.write(request, response, 400, BROKEN);
  }

  @Bean
  static WebServerFactoryCustomizer<TomcatServletWebServerFactory> serverSpeaksChinese() {
    return factory ->
        factory.addContextCustomizers(
            context ->
                ((StandardHost) context.getParent())
                    .setErrorReportValveClass(InChinese.class.getName()));
  }

  /** What the web server itself refuses, or fails at, before it knows a door. */
  public static final class InChinese extends ErrorReportValve {

    @Override
    protected void report(Request request, Response response, Throwable failure) {
      int status = response.getStatus();
      if (status < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
        return;
      }
      try {
        String path = String.valueOf(request.getRequestURI());
        String detail = status < 500 ? BROKEN : "系统出现故障，请稍后重试。";
        response.setContentType(MediaType.TEXT_HTML_VALUE);
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        String answer = DoorAnswer.body(path, status, detail, response);
        Writer writer = response.getReporter();
        if (writer != null) {
          writer.write(answer);
          response.finishResponse();
        }
      } catch (IOException gone) {
        // nobody is there to be told
      }
    }
  }
}
