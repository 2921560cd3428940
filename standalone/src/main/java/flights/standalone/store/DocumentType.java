package flights.standalone.store;

import flights.standalone.store.query.StoredDocument;
import java.nio.ByteBuffer;
import org.h2.mvstore.WriteBuffer;
import org.h2.mvstore.type.BasicDataType;

/** Documents as values of a map: their BSON, which begins with its length. */
final class DocumentType extends BasicDataType<StoredDocument> {

  private static final int OBJECTS = 48;

  @Override
  public int getMemory(StoredDocument document) {
    return OBJECTS + document.size();
  }

  @Override
  public void write(WriteBuffer out, StoredDocument document) {
    out.put(ByteBuffer.wrap(document.bson()));
  }

  @Override
  public StoredDocument read(ByteBuffer in) {
    byte[] bson = new byte[Integer.reverseBytes(in.getInt(in.position()))];
    in.get(bson);
    return new StoredDocument(bson);
  }

  @Override
  public StoredDocument[] createStorage(int size) {
    return new StoredDocument[size];
  }
}
