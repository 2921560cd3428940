package flights.standalone.store;

import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.backend.ValueComparator;
import de.bwaldvogel.mongo.bson.Document;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.WriteBuffer;
import org.h2.mvstore.type.BasicDataType;

/** The keys of an index, in MongoDB's order of values. */
final class KeyType extends BasicDataType<KeyValue> {

  private static final Comparator<Object> ORDER = ValueComparator.ascWithoutListHandling();
  private static final int USUAL_SIZE = 64;

  private final DocumentType documents = new DocumentType();

  @Override
  public int compare(KeyValue a, KeyValue b) {
    int result = Integer.compare(a.size(), b.size());
    for (int i = 0; result == 0 && i < a.size(); i++) {
      result = ORDER.compare(a.get(i), b.get(i));
    }
    return result;
  }

  @Override
  public int getMemory(KeyValue key) {
    return USUAL_SIZE;
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
    documents.write(out.putVarInt(key.size()), present);
  }

  @Override
  public KeyValue read(ByteBuffer in) {
    int size = DataUtils.readVarInt(in);
    Document present = documents.read(in);
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
