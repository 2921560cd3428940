package flights.core.settings;

import java.util.Map;

/**
 * One environment variable: its name, default and meaning, and how its text becomes a value.
 *
 * @param fallback the text used when the variable is not set; empty means "nothing given"
 * @param shownDefault what a reader is told the default is
 */
record Setting<T>(String name, String fallback, String shownDefault, String meaning, Kind<T> kind) {

  Setting(String name, String fallback, String meaning, Kind<T> kind) {
    this(name, fallback, "`" + fallback + "`", meaning, kind);
  }

  T read(Map<String, String> environment) {
    String text = environment.getOrDefault(name, "").strip();
    try {
      return kind.parse(text.isEmpty() ? fallback : text);
    } catch (IllegalArgumentException e) {
      throw new BadSettingException(name, kind.secret() ? "..." : text, kind.expected());
    }
  }
}
