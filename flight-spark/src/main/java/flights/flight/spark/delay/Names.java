package flights.flight.spark.delay;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;

/** Texts as small whole numbers from 1; 0 is a text that was never seen. */
final class Names implements Serializable {

  static final int UNKNOWN = 0;

  private static final long serialVersionUID = 1;

  private final ArrayList<String> names = new ArrayList<>();
  private final HashMap<String, Integer> codes = new HashMap<>();

  static Names of(List<String> names) {
    Names all = new Names();
    names.forEach(all::add);
    return all;
  }

  int code(String name) {
    return name == null ? UNKNOWN : codes.getOrDefault(name, UNKNOWN);
  }

  /** Gives a new name the next number. */
  int add(String name) {
    if (name == null) {
      return UNKNOWN;
    }
    Integer known = codes.get(name);
    if (known != null) {
      return known;
    }
    names.add(name);
    codes.put(name, names.size());
    return names.size();
  }

  /** Null for {@link #UNKNOWN}. */
  String name(int code) {
    return code == UNKNOWN ? null : names.get(code - 1);
  }

  int size() {
    return names.size();
  }

  List<String> all() {
    return List.copyOf(names);
  }
}
