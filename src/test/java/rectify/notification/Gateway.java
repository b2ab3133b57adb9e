package rectify.notification;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A city's message gateway: takes posts over real HTTP, or refuses them. */
final class Gateway {

  /** What arrived. */
  record Post(String key, String timestamp, String signature, String body) {}

  private final HttpServer server;
  private final List<Post> taken = new CopyOnWriteArrayList<>();
  private final List<Post> refused = new CopyOnWriteArrayList<>();
  private volatile boolean down;

  Gateway() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/", this::take);
    server.start();
  }

  String url() {
    return "http://localhost:" + server.getAddress().getPort() + "/messages";
  }

  void goDown(boolean isDown) {
    down = isDown;
  }

  void forget() {
    taken.clear();
    refused.clear();
    down = false;
  }

  List<Post> taken() {
    return taken;
  }

  List<Post> refused() {
    return refused;
  }

  void stop() {
    server.stop(0);
  }

  private void take(HttpExchange exchange) throws IOException {
    Post post =
        new Post(
            exchange.getRequestHeaders().getFirst("Idempotency-Key"),
            exchange.getRequestHeaders().getFirst("X-Rectify-Timestamp"),
            exchange.getRequestHeaders().getFirst("X-Rectify-Signature"),
            new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
    (down ? refused : taken).add(post);
    exchange.sendResponseHeaders(down ? 503 : 204, -1);
    exchange.close();
  }
}
