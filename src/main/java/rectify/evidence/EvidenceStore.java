package rectify.evidence;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import rectify.refusal.Refusal;

/**
 * Where the bytes lie: a directory that all nodes share. A file is written aside and takes its
 * place by a rename within the transaction that writes its row; a rollback takes it away again, and
 * what a killed process leaves is swept. Names are our own, nothing a person typed is part of a
 * path.
 */
@Component
class EvidenceStore {

  /** The three files of a picture; a document has only the first. */
  enum Part {
    ORIGINAL(".original"),
    SERVED(".jpg"),
    THUMBNAIL(".small.jpg");

    private final String suffix;

    Part(String suffix) {
      this.suffix = suffix;
    }
  }

  private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("yyyy/MM");
  private static final String INCOMING = "incoming";

  private final Path directory;
  private final long mostBytes;
  private final Clock clock;

  EvidenceStore(
      @Value("${rectify.evidence.directory}") String directory,
      @Value("${rectify.evidence.most-megabytes}") int mostMegabytes,
      Clock clock) {
    this.directory = Path.of(directory).toAbsolutePath().normalize();
    this.mostBytes = mostMegabytes * 1024L * 1024;
    this.clock = clock;
  }

  /** A file that was received and has no place yet. */
  final class Incoming implements AutoCloseable {

    private final String name = UUID.randomUUID().toString().replace("-", "");
    private final byte[] head;
    private final long size;
    private final String sha256;

    private Incoming(InputStream content) throws IOException {
      Files.createDirectories(directory.resolve(INCOMING));
      MessageDigest digest = sha256();
      try (DigestInputStream input = new DigestInputStream(content, digest)) {
        size = Files.copy(limited(input), path(Part.ORIGINAL));
      } catch (IOException | RuntimeException broken) {
        close();
        throw broken;
      }
      sha256 = HexFormat.of().formatHex(digest.digest());
      try (InputStream input = Files.newInputStream(path(Part.ORIGINAL))) {
        head = input.readNBytes(FileType.HEAD);
      }
    }

    byte[] head() {
      return head.clone();
    }

    long size() {
      return size;
    }

    String sha256Hex() {
      return sha256;
    }

    /** Where a part lies, or is to be written. */
    Path path(Part part) {
      return directory.resolve(INCOMING).resolve(name + part.suffix);
    }

    /** The place the files will have, for the row. */
    String place() {
      return YearMonth.now(clock).format(MONTH) + "/" + name;
    }

    /**
     * Gives the files their place, in the current transaction, when everything else is written: one
     * that is done again must find them where they were.
     */
    void keep(String stored) {
      undoOnRollback(stored);
      try {
        Files.createDirectories(EvidenceStore.this.path(stored, Part.ORIGINAL).getParent());
        for (Part part : Part.values()) {
          if (Files.exists(path(part))) {
            Files.move(
                path(part), EvidenceStore.this.path(stored, part), StandardCopyOption.ATOMIC_MOVE);
          }
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    /** Throws away what has no place. */
    @Override
    public void close() {
      for (Part part : Part.values()) {
        delete(path(part));
      }
    }
  }

  /**
   * Receives a file.
   *
   * @throws Refusal if it is too large
   */
  Incoming receive(InputStream content) {
    try {
      return new Incoming(content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Where a part of a row's files lies. */
  Path path(String stored, Part part) {
    return directory.resolve(stored + part.suffix);
  }

  /** Deletes the files of a row once the transaction that deletes the row has come through. */
  void deleteOnCommit(String stored) {
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCommit() {
            delete(stored);
          }
        });
  }

  void delete(String stored) {
    for (Part part : Part.values()) {
      delete(path(stored, part));
    }
  }

  /** The places in use this month and last, by what lies there and was not touched for a day. */
  List<String> placesAtRest() {
    YearMonth now = YearMonth.now(clock);
    List<String> places = new ArrayList<>();
    for (YearMonth month : List.of(now.minusMonths(1), now)) {
      String folder = month.format(MONTH);
      atRest(directory.resolve(folder)).stream()
          .map(file -> folder + "/" + file.getFileName().toString().replaceFirst("\\..*", ""))
          .distinct()
          .forEach(places::add);
    }
    return places;
  }

  /** Throws away what was received a day ago and never got a place. */
  void clearIncoming() {
    atRest(directory.resolve(INCOMING)).forEach(EvidenceStore::delete);
  }

  private List<Path> atRest(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    long before = clock.instant().minusSeconds(24 * 60 * 60).toEpochMilli();
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toFile().lastModified() < before).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void undoOnRollback(String stored) {
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCompletion(int status) {
            if (status == STATUS_ROLLED_BACK) {
              delete(stored);
            }
          }
        });
  }

  private InputStream limited(InputStream content) {
    return new FilterInputStream(content) {
      private long read;

      @Override
      public int read() throws IOException {
        int one = super.read();
        count(one < 0 ? 0 : 1);
        return one;
      }

      @Override
      public int read(byte[] buffer, int offset, int length) throws IOException {
        int some = super.read(buffer, offset, length);
        count(Math.max(some, 0));
        return some;
      }

      private void count(int bytes) {
        read += bytes;
        if (read > mostBytes) {
          throw new Refusal("单个文件不得超过%dMB，请压缩后上传。".formatted(mostBytes / 1024 / 1024));
        }
      }
    };
  }

  private static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
