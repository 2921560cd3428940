package flights.standalone.store;

import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.bson.Document;
import flights.standalone.store.query.StoredDocument;
import flights.standalone.store.query.ValueOrder;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.WriteBuffer;
import org.h2.mvstore.type.BasicDataType;

/** The keys of an index, in MongoDB's order of values. */
final class KeyType extends BasicDataType<KeyValue> {

  private static final int USUAL_SIZE = 64;

  private final DocumentType documents = new DocumentType();
  private final BitSet descending;

  /**
   * @param descending the numbers of the parts that go down
   */
  KeyType(BitSet descending) {
    this.descending = descending;
  }

  @Override
  public int compare(KeyValue a, KeyValue b) {
    int result = Integer.compare(a.size(), b.size());
    for (int i = 0; result == 0 && i < a.size(); i++) {
      result = ValueOrder.compare(a.get(i), b.get(i));
      if (result != 0 && descending.get(i)) {
        return -result;
      }
    }
    return result;
  }

  @Override
  public int getMemory(KeyValue key) {
    return USUAL_SIZE * (1 + key.size());
  }

  /** What a document lacks is left out, as BSON cannot tell it. */
  @Override
  public void write(WriteBuffer out, KeyValue key) {
    Document present = new Document();
    for (int i = 0; i < key.size(); i++) {
      if (!(key.get(i) instanceof Missing)) {
        present.put(String.valueOf(i), key.get(i));
      }
    }
    documents.write(out.putVarInt(key.size()), StoredDocument.of(present));
  }

  @Override
  public KeyValue read(ByteBuffer in) {
    int size = DataUtils.readVarInt(in);
    Document present = documents.read(in).decode();
    List<Object> values = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      values.add(present.getOrMissing(String.valueOf(i)));
    }
    return new KeyValue(values);
  }

  @Override
  public KeyValue[] createStorage(int size) {
    return new KeyValue[size];
  }
}
