package flights.sql.source;

import flights.sql.statement.Options;
import flights.sql.statement.SqlFault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A file that an option names, beside the file of the statements. */
record FormatFile(Path path, byte[] bytes) {

  /** The same for the same bytes. */
  static String digest(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Throws {@link SqlFault} when it cannot be read. */
  static FormatFile of(Options options, String option) {
    String name = options.text(option).orElseThrow();
    Path path = Path.of(options.place(option).file()).resolveSibling(name);
    try {
      return new FormatFile(path, Files.readAllBytes(path));
    } catch (IOException e) {
      throw new SqlFault(options.place(option), "the file " + path + " cannot be read");
    }
  }
}
