package flights.standalone.store.query;

import java.util.Iterator;
import java.util.NoSuchElementException;
import org.h2.mvstore.Cursor;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;

/**
 * Goes through the keys of a map between two places. It reads a state of the map that stays as it
 * is, and takes a newer one every few thousand keys and after each pause, so that the file need not
 * keep old states for a slow reader.
 */
public final class MapWalk<K, V> implements Iterator<K> {

  private static final int KEYS_OF_A_STATE = 4096;

  private final MVMap<K, V> map;
  private final K end;
  private final boolean backwards;
  private K place;
  private boolean placeIsRead;
  private Cursor<K, V> cursor;
  private MVStore.TxCounter state;
  private int keysLeft;
  private K next;
  private V nextValue;
  private V value;

  /**
   * @param low null for the first
   * @param high null for the last
   */
  public MapWalk(MVMap<K, V> map, K low, K high, boolean backwards) {
    this.map = map;
    this.place = backwards ? high : low;
    this.end = backwards ? low : high;
    this.backwards = backwards;
  }

  /** From behind a key on; null for all. */
  public static <K, V> MapWalk<K, V> behind(MVMap<K, V> map, K key) {
    MapWalk<K, V> walk = new MapWalk<>(map, key, null, false);
    walk.placeIsRead = key != null;
    return walk;
  }

  @Override
  public boolean hasNext() {
    if (next != null) {
      return true;
    }
    if (keysLeft <= 0) {
      pause();
      open();
    }
    while (cursor.hasNext()) {
      K key = cursor.next();
      keysLeft--;
      if (!placeIsRead || map.getKeyType().compare(key, place) != 0) {
        next = key;
        nextValue = cursor.getValue();
        return true;
      }
    }
    pause();
    return false;
  }

  @Override
  public K next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    place = next;
    placeIsRead = true;
    value = nextValue;
    next = null;
    return place;
  }

  /** The value of the key that was read last. */
  public V value() {
    return value;
  }

  /** Reads no state any more until it goes on, which it does where it was. */
  public void pause() {
    if (cursor != null) {
      cursor = null;
      next = null;
      keysLeft = 0;
      map.getStore().deregisterVersionUsage(state);
    }
  }

  private void open() {
    state = map.getStore().registerVersionUsage();
    cursor = map.cursor(place, end, backwards);
    keysLeft = KEYS_OF_A_STATE;
  }
}
