package rectify.clean;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** A request with clean parameters and, where one was read, a clean body. */
class CleanRequest extends HttpServletRequestWrapper {

  private static final String PASSWORD = "password";

  private final byte[] body;

  /**
   * @param body null to read the request's own
   */
  CleanRequest(HttpServletRequest request, byte[] body) {
    super(request);
    this.body = body;
  }

  @Override
  public String getParameter(String name) {
    String[] values = getParameterValues(name);
    return values == null || values.length == 0 ? null : values[0];
  }

  @Override
  public String[] getParameterValues(String name) {
    return cleaned(name, super.getParameterValues(name));
  }

  @Override
  public Map<String, String[]> getParameterMap() {
    Map<String, String[]> clean = new LinkedHashMap<>();
    super.getParameterMap().forEach((name, values) -> clean.put(name, cleaned(name, values)));
    return Collections.unmodifiableMap(clean);
  }

  private static String[] cleaned(String name, String[] values) {
    return values == null || PASSWORD.equals(name)
        ? values
        : Arrays.stream(values).map(CleanText::of).toArray(String[]::new);
  }

  @Override
  public int getContentLength() {
    return body == null ? super.getContentLength() : body.length;
  }

  @Override
  public long getContentLengthLong() {
    return body == null ? super.getContentLengthLong() : body.length;
  }

  @Override
  public BufferedReader getReader() throws java.io.IOException {
    return body == null
        ? super.getReader()
        : new BufferedReader(new InputStreamReader(getInputStream(), StandardCharsets.UTF_8));
  }

  @Override
  public ServletInputStream getInputStream() throws java.io.IOException {
    return body == null ? super.getInputStream() : new Body(body);
  }

  private static final class Body extends ServletInputStream {

    private final ByteArrayInputStream bytes;

    Body(byte[] body) {
      bytes = new ByteArrayInputStream(body);
    }

    @Override
    public int read() {
      return bytes.read();
    }

    @Override
    public int read(byte[] buffer, int offset, int length) {
      return bytes.read(buffer, offset, length);
    }

    @Override
    public int available() {
      return bytes.available();
    }

    @Override
    public boolean isFinished() {
      return bytes.available() == 0;
    }

    @Override
    public boolean isReady() {
      return true;
    }

    @Override
    public void setReadListener(ReadListener listener) {
      throw new UnsupportedOperationException("the body is there already");
    }
  }
}
