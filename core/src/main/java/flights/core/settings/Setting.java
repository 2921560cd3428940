package flights.core.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;

/**
 * One environment variable: its name, default and meaning, and how its text becomes a value.
 *
 * @param fallback the text used when the variable is not set; empty means "nothing given"
 * @param shownDefault what a reader is told the default is
 */
record Setting<T>(String name, String fallback, String shownDefault, String meaning, Kind<T> kind) {

  private static final int MOST_SHOWN = 200;

  Setting(String name, String fallback, String meaning, Kind<T> kind) {
    this(name, fallback, "`" + fallback + "`", meaning, kind);
  }

  /** A secret may also be in a file, which the variable with {@code _FILE} behind names. */
  T read(Map<String, String> environment) {
    String file = kind.secret() ? environment.getOrDefault(name + "_FILE", "").strip() : "";
    String text = file.isEmpty() ? environment.getOrDefault(name, "").strip() : contents(file);
    try {
      return kind.parse(text.isEmpty() ? fallback : text);
    } catch (IllegalArgumentException e) {
      throw new BadSettingException(shown(file, text) + " is not " + kind.expected());
    }
  }

  private String shown(String file, String text) {
    return file.isEmpty() ? name + "=" + shown(text) : "what is in " + name + "_FILE=" + file;
  }

  /** An address may carry a user and a password. */
  private String shown(String text) {
    if (kind.secret() || text.contains("@")) {
      return "...";
    }
    return text.length() > MOST_SHOWN ? text.substring(0, MOST_SHOWN) + "..." : text;
  }

  private String contents(String file) {
    try {
      return Files.readString(Path.of(file)).strip();
    } catch (IOException | InvalidPathException e) {
      throw new BadSettingException(name + "_FILE=" + file + " is not a file that can be read");
    }
  }
}
