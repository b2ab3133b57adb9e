package rectify;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URL;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;
import org.springframework.util.FileSystemUtils;

/**
 * A MySQL 8.0 server of this JVM alone, from the binaries a test dependency carries. Binaries and
 * an initialised data directory are cached under the user's home; the running copy lives under
 * {@code target} and goes with the JVM, even one that is killed.
 */
final class MySqlServer {

  private static final String ARCHIVE = "/mysql-Linux-amd64.tar.gz";
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  /**
   * Ends the server and takes its files away when this JVM's end of the pipe closes, that is when
   * the JVM is gone: a killed one runs no shutdown hook, and in one that ends the products of the
   * tests still close their connections.
   */
  private static final String LEASH =
      """
      home=$1; socket=$2; shift 2
      exec 3<&0
      "$@" 3<&- & pid=$!
      { cat <&3 >/dev/null; kill -9 $pid; wait $pid; rm -rf "$home" "$socket" "$socket.lock"; } &
      wait $pid
      """;

  /** Kept: the pipe of a process nobody holds may be closed for it. */
  private static final Queue<MySqlServer> RUNNING = new ConcurrentLinkedQueue<>();

  private final int port;
  private final Process process;

  private MySqlServer(int port, Process process) {
    this.port = port;
    this.process = process;
  }

  int port() {
    return port;
  }

  static boolean supported() {
    return System.getProperty("os.name").startsWith("Linux")
        && System.getProperty("os.arch").equals("amd64");
  }

  /**
   * Starts a server with an empty root password on a free port of the loopback interface.
   *
   * @param durable whether a commit is on the disk before it is acknowledged
   * @throws IllegalStateException saying what to install or what the server complained of
   */
  static MySqlServer start(boolean durable) {
    try {
      Path base = cached("mysql-8.0.15-" + archiveSize(), MySqlServer::unpack);
      Path template =
          cached(base.getFileName() + "-data", directory -> initialise(base, directory));
      Path home = Path.of("target", "mysql-" + ProcessHandle.current().pid()).toAbsolutePath();
      FileSystemUtils.deleteRecursively(home);
      Path data = Files.createDirectories(home).resolve("data");
      FileSystemUtils.copyRecursively(template, data);
      Files.deleteIfExists(data.resolve("auto.cnf"));

      int port = freePort();
      // not under target: a socket's path may have 107 characters only
      Path socket =
          Path.of(
              System.getProperty("java.io.tmpdir"),
              "rectify-mysql-" + ProcessHandle.current().pid());
      Path log = home.resolve("mysqld.log");
      List<String> command =
          new ArrayList<>(List.of("sh", "-c", LEASH, "mysqld", home.toString(), socket.toString()));
      command.addAll(mysqld(base, data));
      command.addAll(
          List.of(
              "--port=" + port,
              "--bind-address=127.0.0.1",
              "--mysqlx=OFF",
              "--socket=" + socket,
              "--skip-log-bin",
              "--transaction-isolation=READ-COMMITTED",
              "--default-time-zone=+08:00",
              "--max-connections=500",
              "--innodb-buffer-pool-size=" + System.getProperty("test.mysql.buffer-pool", "256M")));
      if (!durable) {
        command.addAll(
            List.of(
                "--innodb-flush-log-at-trx-commit=0",
                "--innodb-file-per-table=OFF",
                // the processor it would wait on is busy with another test
                "--innodb-sync-spin-loops=0",
                "--innodb-spin-wait-delay=0",
                "--innodb-flush-method=nosync",
                "--innodb-doublewrite=0",
                "--performance-schema=OFF",
                "--skip-ssl"));
      }
      Process process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(log.toFile())
              .start();
      MySqlServer server = new MySqlServer(port, process);
      RUNNING.add(server);
      server.awaitReady(log);
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException("the MySQL server for tests did not start", e);
    }
  }

  private void awaitReady(Path log) throws IOException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (true) {
      try {
        DriverManager.getConnection(
                "jdbc:mysql://127.0.0.1:" + port + "/?allowPublicKeyRetrieval=true", "root", "")
            .close();
        return;
      } catch (SQLException notYet) {
        if (!waitsOn(process) || System.nanoTime() > end) {
          throw new IllegalStateException(complaint(Files.readString(log)), notYet);
        }
      }
    }
  }

  /** True while the process lives, after a tenth of a second; at once false when it has ended. */
  private static boolean waitsOn(Process process) {
    try {
      return !process.waitFor(100, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private static List<String> mysqld(Path base, Path data) {
    return List.of(
        base.resolve("bin/mysqld").toString(),
        "--no-defaults",
        "--user=" + System.getProperty("user.name"),
        "--basedir=" + base,
        "--lc-messages-dir=" + base.resolve("share"),
        "--datadir=" + data,
        "--character-set-server=utf8mb4",
        "--collation-server=utf8mb4_bin");
  }

  private static void initialise(Path base, Path directory) throws IOException {
    Files.delete(directory);
    List<String> command = new ArrayList<>(mysqld(base, directory));
    command.add("--initialize-insecure");
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes());
    try {
      if (process.waitFor() != 0) {
        throw new IllegalStateException(complaint(output));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static String complaint(String output) {
    return output.contains("libaio")
        ? "The MySQL 8 server for tests needs the library libaio.so.1: apt-get install libaio1"
        : "The MySQL 8 server for tests did not start:\n" + output;
  }

  private static void unpack(Path directory) throws IOException {
    try (InputStream raw = archive().openStream();
        TarArchiveInputStream tar =
            new TarArchiveInputStream(
                new GzipCompressorInputStream(new BufferedInputStream(raw)))) {
      for (TarArchiveEntry entry; (entry = tar.getNextEntry()) != null; ) {
        Path target = directory.resolve(entry.getName()).normalize();
        if (!target.startsWith(directory)) {
          throw new IOException("the archive leaves its directory: " + entry.getName());
        }
        Files.createDirectories(entry.isDirectory() ? target : target.getParent());
        if (entry.isSymbolicLink()) {
          Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
        } else if (entry.isFile()) {
          Files.copy(tar, target);
          Files.setPosixFilePermissions(target, permissions(entry.getMode()));
        }
      }
    }
  }

  private static Set<PosixFilePermission> permissions(int mode) {
    Set<PosixFilePermission> permissions =
        EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
    if ((mode & 0100) != 0) {
      permissions.add(PosixFilePermission.OWNER_EXECUTE);
    }
    return permissions;
  }

  private static URL archive() {
    URL archive = MySqlServer.class.getResource(ARCHIVE);
    if (archive == null) {
      throw new IllegalStateException("no " + ARCHIVE + " on the test classpath");
    }
    return archive;
  }

  private static long archiveSize() throws IOException {
    return archive().openConnection().getContentLengthLong();
  }

  private interface Filling {
    void fill(Path directory) throws IOException;
  }

  /** A directory of the local cache; filled aside and moved in place, so it is whole or absent. */
  private static Path cached(String name, Filling filling) throws IOException {
    Path cache =
        Files.createDirectories(Path.of(System.getProperty("user.home"), ".cache", "rectify"));
    Path wanted = cache.resolve(name);
    if (Files.isDirectory(wanted)) {
      return wanted;
    }
    Path aside = Files.createTempDirectory(cache, name + ".");
    try {
      filling.fill(aside);
      Files.move(aside, wanted, StandardCopyOption.ATOMIC_MOVE);
    } catch (FileAlreadyExistsException | java.nio.file.DirectoryNotEmptyException another) {
      FileSystemUtils.deleteRecursively(aside);
    } catch (IOException | RuntimeException e) {
      FileSystemUtils.deleteRecursively(aside);
      if (!Files.isDirectory(wanted)) {
        throw e;
      }
    }
    return wanted;
  }

  static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
