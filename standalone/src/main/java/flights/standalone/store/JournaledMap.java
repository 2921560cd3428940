package flights.standalone.store;

import java.util.Map;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.type.DataType;

/** A map that tells what changes in it. */
final class JournaledMap<K, V> extends MVMap<K, V> {

  private final Changes changes;

  private JournaledMap(
      Map<String, Object> config, DataType<K> keys, DataType<V> values, Changes changes) {
    super(config, keys, values);
    this.changes = changes;
  }

  /** All that changes one key comes by here. */
  @Override
  public V operate(K key, V value, DecisionMaker<? super V> decision) {
    V before = super.operate(key, value, decision);
    changes.add(this, key, decision == DecisionMaker.PUT ? value : get(key));
    return before;
  }

  static final class Builder<K, V> extends BasicBuilder<JournaledMap<K, V>, K, V> {

    private final Changes changes;

    Builder(Changes changes) {
      this.changes = changes;
    }

    @Override
    protected JournaledMap<K, V> create(Map<String, Object> config) {
      return new JournaledMap<>(config, getKeyType(), getValueType(), changes);
    }
  }
}
