package flights.standalone.store.query;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Names of fields of a document itself, not of documents in it; or all that it has. */
public final class FieldNames {

  static final FieldNames ALL = new FieldNames(null);

  private final List<Name> names;

  private FieldNames(List<Name> names) {
    this.names = names;
  }

  /**
   * @param paths of a field inside a document the part before the first dot counts
   */
  static FieldNames of(Collection<String> paths) {
    Set<String> first = new LinkedHashSet<>();
    paths.forEach(path -> first.add(firstPart(path)));
    return new FieldNames(first.stream().map(Name::new).toList());
  }

  static String firstPart(String path) {
    int dot = path.indexOf('.');
    return dot < 0 ? path : path.substring(0, dot);
  }

  boolean all() {
    return names == null;
  }

  int size() {
    return names.size();
  }

  /** The name that these bytes are; null when it is none of them. */
  String find(byte[] bson, int from, int length) {
    for (Name name : names) {
      if (name.is(bson, from, length)) {
        return name.text;
      }
    }
    return null;
  }

  /** One name, as text and as the bytes that stand in a document. */
  static final class Name {

    private final String text;
    private final byte[] bytes;

    Name(String text) {
      this.text = text;
      this.bytes = text.getBytes(StandardCharsets.UTF_8);
    }

    String text() {
      return text;
    }

    boolean is(byte[] bson, int from, int length) {
      return length == bytes.length
          && bson[from] == (length == 0 ? bson[from] : bytes[0])
          && Arrays.equals(bson, from, from + length, bytes, 0, length);
    }
  }
}
