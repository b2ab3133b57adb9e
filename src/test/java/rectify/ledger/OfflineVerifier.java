package rectify.ledger;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import rectify.seal.Keys;

/** {@code Verifier.java} as it is handed out, compiled alone and run on a proof. */
public final class OfflineVerifier {

  public static final Path SOURCE = Path.of("src/main/resources/rectify/ledger/Verifier.java");
  public static final String DEMO_KEY = "demo=" + Keys.OF_THE_DEMO;

  private static final class Compiled {
    static final Class<?> CLASS = compile();
  }

  private OfflineVerifier() {}

  /** What it ends with and what it says. */
  public record Answer(int code, String text) {}

  /** Verifies a proof with the demo's key. */
  public static Answer verify(String proof) {
    return verify(proof, "--key", DEMO_KEY);
  }

  public static Answer verify(String proof, String... more) {
    try {
      Path file = Files.createTempFile("proof", ".json");
      try {
        Files.writeString(file, proof);
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        String[] arguments =
            Stream.concat(Stream.of(file.toString()), Stream.of(more)).toArray(String[]::new);
        Method run = Compiled.CLASS.getMethod("run", String[].class, PrintStream.class);
        int code =
            (int) run.invoke(null, arguments, new PrintStream(said, true, StandardCharsets.UTF_8));
        return new Answer(code, said.toString(StandardCharsets.UTF_8));
      } finally {
        Files.delete(file);
      }
    } catch (IOException | ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  static byte[] hmac(boolean sm3, byte[] key, byte[] message) throws ReflectiveOperationException {
    Method hmac =
        Compiled.CLASS.getDeclaredMethod("hmac", boolean.class, byte[].class, byte[].class);
    hmac.setAccessible(true);
    return (byte[]) hmac.invoke(null, sm3, key, message);
  }

  static byte[] sm3(byte[] message) throws ReflectiveOperationException {
    Method sm3 = Compiled.CLASS.getDeclaredMethod("sm3", byte[].class);
    sm3.setAccessible(true);
    return (byte[]) sm3.invoke(null, (Object) message);
  }

  private static Class<?> compile() {
    try {
      Path out = Files.createTempDirectory("verifier");
      int failed =
          ToolProvider.getSystemJavaCompiler()
              .run(null, null, null, "-d", out.toString(), SOURCE.toString());
      if (failed != 0) {
        throw new IllegalStateException("Verifier.java does not compile");
      }
      // without our classes and libraries: it must need the JDK only
      URLClassLoader alone =
          new URLClassLoader(
              List.of(out.toUri().toURL()).toArray(URL[]::new),
              ClassLoader.getPlatformClassLoader());
      return alone.loadClass("Verifier");
    } catch (IOException | ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }
}
