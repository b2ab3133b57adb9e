package rectify.drill;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import rectify.TestDatabase;

/** The packaged application as a process of its own, which can be killed and started again. */
final class Service implements AutoCloseable {

  private static final Path JAR = Path.of("target", "rectify.jar").toAbsolutePath();
  private static final Path LOGS = Path.of("target", "drill").toAbsolutePath();
  private static final Duration PATIENCE = Duration.ofMinutes(5);
  private static final Pattern ADDRESS = Pattern.compile("jdbc:mysql://([^/:?]+):(\\d+)/.*");

  private final String name;
  private final String heap;
  private final int port;
  private final Map<String, String> environment;
  private final Doors doors;
  private final Thread killer = new Thread(this::endProcess, "service-end");
  private Process process;
  private int starts;
  private boolean ready;

  Service(TestDatabase.Schema schema) {
    this("service", schema);
  }

  /**
   * @param name of its log; two nodes on one schema have two names
   */
  Service(String name, TestDatabase.Schema schema) {
    this(name, schema, "-Xmx768m");
  }

  /**
   * @param heap as the virtual machine takes it
   */
  Service(String name, TestDatabase.Schema schema, String heap) {
    this.name = name;
    this.heap = heap;
    Matcher address = ADDRESS.matcher(schema.url());
    if (!address.matches()) {
      throw new IllegalArgumentException(schema.url());
    }
    port = freePort();
    doors = new Doors(port);
    environment =
        Map.of(
            "SPRING_PROFILES_ACTIVE", "mysql,demo",
            "RECTIFY_DEMO_HISTORY", "false",
            "MYSQL_HOST", address.group(1),
            "MYSQL_PORT", address.group(2),
            "MYSQL_DATABASE", schema.name(),
            "MYSQL_USER", schema.user(),
            "MYSQL_PASSWORD", schema.password(),
            "MYSQL_ALLOW_PUBLIC_KEY_RETRIEVAL", "true",
            "SERVER_PORT", String.valueOf(port),
            "MANAGEMENT_ENDPOINT_HEALTH_PROBES_ENABLED", "true");
    Runtime.getRuntime().addShutdownHook(killer);
  }

  Doors doors() {
    return doors;
  }

  int port() {
    return port;
  }

  /** Starts the process and waits until it takes requests; the time that took. */
  Duration start() {
    long begin = System.nanoTime();
    startProcess();
    while (!doors.isReady()) {
      if (ended(Duration.ofMillis(100))) {
        throw new IllegalStateException("the service ended by itself, see " + LOGS);
      }
      if (System.nanoTime() - begin > PATIENCE.toNanos()) {
        dumpThreads();
        throw new IllegalStateException("the service did not get ready, see " + LOGS);
      }
    }
    becomes(true);
    return Duration.ofNanos(System.nanoTime() - begin);
  }

  /** SIGKILL. */
  void kill() {
    becomes(false);
    endProcess();
    if (!ended(Duration.ofSeconds(30))) {
      throw new IllegalStateException("the service survived SIGKILL");
    }
  }

  /** Waits while the service is down. */
  synchronized void awaitReady() {
    try {
      while (!ready) {
        wait();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    endProcess();
    Runtime.getRuntime().removeShutdownHook(killer);
  }

  private synchronized void becomes(boolean state) {
    ready = state;
    notifyAll();
  }

  private void startProcess() {
    try {
      Files.createDirectories(LOGS);
      ProcessBuilder builder =
          new ProcessBuilder(
                  List.of(
                      Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                      heap,
                      "-Duser.timezone=Asia/Shanghai",
                      "-Dfile.encoding=UTF-8",
                      "-jar",
                      JAR.toString()))
              .directory(LOGS.toFile())
              .redirectErrorStream(true)
              .redirectOutput(LOGS.resolve(name + "-" + ++starts + ".log").toFile());
      builder.environment().putAll(environment);
      process = builder.start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Into the log, so that a hanging start can be explained. */
  private void dumpThreads() {
    try {
      new ProcessBuilder("kill", "-QUIT", String.valueOf(process.pid())).start().waitFor();
      ended(Duration.ofSeconds(2));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void endProcess() {
    if (process != null) {
      process.destroyForcibly();
    }
  }

  private boolean ended(Duration within) {
    try {
      return process.waitFor(within.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
