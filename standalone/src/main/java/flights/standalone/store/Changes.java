package flights.standalone.store;

import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.WriteBuffer;
import org.h2.mvstore.type.StringDataType;

/**
 * What has been changed in the maps of a file, key by key, in this order. It tells what is there
 * now and not what was done, so that making it again changes nothing.
 */
final class Changes {

  /** Beyond this the file itself is the better place. */
  private static final int MOST = 16 << 20;

  private static final byte NAME = 0;
  private static final byte VALUE = 1;
  private static final byte REMOVED = 2;

  /** The maps whose names have been told. */
  private final Set<Integer> told = new HashSet<>();

  private WriteBuffer out = new WriteBuffer();
  private boolean tooMany;
  private boolean ignoring;

  synchronized <K, V> void add(MVMap<K, V> map, K key, V value) {
    if (tooMany || ignoring) {
      return;
    }
    if (told.add(map.getId())) {
      StringDataType.INSTANCE.write(start(NAME, map), map.getName());
    }
    int whole = out.position();
    try {
      map.getKeyType().write(start(value == null ? REMOVED : VALUE, map), key);
      if (value != null) {
        map.getValueType().write(out, value);
      }
    } catch (RuntimeException e) {
      out.position(whole);
      throw e;
    }
    tooMany = out.position() > MOST;
  }

  /** Takes none while the same values are only written to another place. */
  synchronized void ignoring(boolean now) {
    ignoring = now;
  }

  /** Whether there have been more than are told. */
  synchronized boolean tooMany() {
    return tooMany;
  }

  synchronized boolean isEmpty() {
    return out.position() == 0;
  }

  /** Gives what has come since the last time, if anything has; keeps it when that fails. */
  synchronized void giveTo(Consumer<ByteBuffer> journal) {
    if (!isEmpty()) {
      journal.accept(out.getBuffer().duplicate().flip());
      empty();
    }
  }

  /** Begins anew. */
  synchronized void clear() {
    empty();
    told.clear();
    tooMany = false;
  }

  private void empty() {
    out = out.capacity() > MOST / 4 ? new WriteBuffer() : out.clear();
  }

  private WriteBuffer start(byte kind, MVMap<?, ?> map) {
    return out.put(kind).putVarInt(map.getId());
  }

  /** Makes changes again, in maps that are found by their names. */
  static final class Reader {

    private final Function<String, MVMap<Object, Object>> byName;
    private final Map<Integer, MVMap<Object, Object>> maps = new HashMap<>();

    Reader(Function<String, MVMap<Object, Object>> byName) {
      this.byName = byName;
    }

    void apply(ByteBuffer content) {
      while (content.hasRemaining()) {
        byte kind = content.get();
        int id = DataUtils.readVarInt(content);
        if (kind == NAME) {
          maps.put(id, byName.apply(StringDataType.INSTANCE.read(content)));
          continue;
        }
        MVMap<Object, Object> map = maps.get(id);
        Object key = map.getKeyType().read(content);
        if (kind == VALUE) {
          map.put(key, map.getValueType().read(content));
        } else {
          map.remove(key);
        }
      }
    }
  }
}
