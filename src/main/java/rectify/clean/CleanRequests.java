package rectify.clean;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.springframework.core.annotation.Order;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import rectify.refusal.DoorAnswer;

/**
 * Bounds what a request may bring and cleans its text, before any door of ours or of the engine
 * reads it; behind the login, so that strangers make no work. A file's own limits are at its door.
 */
@Component
@Order(DoorAnswer.AFTER_SPRING_SECURITY)
class CleanRequests extends OncePerRequestFilter {

  private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS", "TRACE");
  private static final int MEGABYTE = 1 << 20;
  private static final int MOST_BYTES = 2 * MEGABYTE;

  /** Files for our doors are counted by the server while it stores them. */
  private static final int MOST_BYTES_OF_A_DEPLOYMENT = 25 * MEGABYTE;

  private static final int LONGEST_ADDRESS = 8_000;
  private static final int LONGEST_HEADER = 8_000;

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (isTooLong(request)) {
      DoorAnswer.write(request, response, 414, "请求的地址过长，请减少查询条件后重试。");
      return;
    }
    if (hasTooLongHeader(request)) {
      DoorAnswer.write(request, response, 431, "请求的头部过长，请检查发送请求的程序。");
      return;
    }
    if (!acceptsSomething(request)) {
      DoorAnswer.write(request, response, 406, "请求头 Accept 的格式不对，或不接受 JSON，请改用 application/json。");
      return;
    }
    String type = String.valueOf(request.getContentType()).toLowerCase(Locale.ROOT);
    boolean json = type.contains("json");
    if (isReadByTheServer(request, type)) {
      chain.doFilter(new CleanRequest(request, null), response);
      return;
    }
    int most = type.startsWith("multipart/") ? MOST_BYTES_OF_A_DEPLOYMENT : MOST_BYTES;
    long size = request.getContentLengthLong();
    if (size > most) {
      tooLarge(request, response, most);
      return;
    }
    if (!json && size >= 0) {
      chain.doFilter(new CleanRequest(request, null), response);
      return;
    }
    byte[] body = request.getInputStream().readNBytes(most + 1);
    if (body.length > most) {
      tooLarge(request, response, most);
      return;
    }
    if (!json) {
      chain.doFilter(new CleanRequest(request, body), response);
      return;
    }
    if (isNothing(body) && !isOurs(request)) {
      DoorAnswer.write(request, response, 400, "请求内容为 null，请核对接口说明后重试。");
      return;
    }
    try {
      body = CleanJson.of(body);
    } catch (StreamConstraintsException tooDeep) {
      DoorAnswer.write(request, response, 400, "请求内容的 JSON 嵌套过深或数字过长，请检查后重试。");
      return;
    } catch (JsonProcessingException broken) {
      if (!isOurs(request)) {
        DoorAnswer.write(request, response, 400, "请求内容不是有效的 JSON，请检查后重试。");
        return;
      }
    }
    chain.doFilter(new CleanRequest(request, body), response);
  }

  private static void tooLarge(HttpServletRequest request, HttpServletResponse response, int most)
      throws IOException {
    DoorAnswer.write(request, response, 413, "请求内容超过%dMB，请减少后重试。".formatted(most / MEGABYTE));
  }

  private static boolean isNothing(byte[] body) {
    return body.length < 32 && new String(body, StandardCharsets.UTF_8).strip().equals("null");
  }

  /** Forms, and files for our own doors, are bounded while the server reads them. */
  private static boolean isReadByTheServer(HttpServletRequest request, String type) {
    return type.startsWith("application/x-www-form-urlencoded")
        || type.startsWith("multipart/") && isOurs(request);
  }

  private static boolean isOurs(HttpServletRequest request) {
    return request.getServletPath().startsWith("/api/");
  }

  /**
   * The doors could not even say what is wrong with a request that takes no answer; and what one of
   * ours has done must not be told as refused because its answer is not taken.
   */
  private static boolean acceptsSomething(HttpServletRequest request) {
    try {
      List<MediaType> accepted =
          MediaType.parseMediaTypes(Collections.list(request.getHeaders("Accept")));
      return accepted.isEmpty()
          || !isOurs(request)
          || READING.contains(request.getMethod())
          || accepted.stream().anyMatch(type -> type.includes(MediaType.APPLICATION_JSON));
    } catch (InvalidMediaTypeException broken) {
      return false;
    }
  }

  private static boolean isTooLong(HttpServletRequest request) {
    String query = request.getQueryString();
    return request.getRequestURI().length() + (query == null ? 0 : query.length())
        > LONGEST_ADDRESS;
  }

  private static boolean hasTooLongHeader(HttpServletRequest request) {
    int length = 0;
    for (var names = request.getHeaderNames(); names.hasMoreElements(); ) {
      String name = names.nextElement();
      for (var values = request.getHeaders(name); values.hasMoreElements(); ) {
        length += name.length() + values.nextElement().length();
      }
    }
    return length > LONGEST_HEADER * 2;
  }
}
