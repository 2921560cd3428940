package flights.standalone.store.query;

import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.bson.BsonEncoder;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.util.Arrays;

/**
 * A document in the form in which it is stored (BSON), of which only the fields asked for are
 * decoded.
 */
public final class StoredDocument {

  private static final int FIRST_FIELD = Integer.BYTES;
  private static final int FIRST_GUESS = 1024;

  private final byte[] bson;

  /**
   * A document that is in this form already.
   *
   * @param bson is not copied
   */
  public StoredDocument(byte[] bson) {
    this.bson = bson;
  }

  public static StoredDocument of(Document document) {
    ByteBuf out = Unpooled.buffer(FIRST_GUESS);
    BsonEncoder.encodeDocument(document, out);
    byte[] bson = new byte[out.readableBytes()];
    out.readBytes(bson);
    return new StoredDocument(bson);
  }

  /** In bytes. */
  public int size() {
    return bson.length;
  }

  public byte[] bson() {
    return bson;
  }

  public Document decode() {
    return BsonBytes.document(bson, 0);
  }

  /** With no other fields than these, in the order in which they are stored. */
  public Document decode(FieldNames names) {
    if (names.all()) {
      return decode();
    }
    Document document = new Document();
    int left = names.size();
    for (int at = FIRST_FIELD; left > 0 && bson[at] != 0; ) {
      int value = BsonBytes.endOfName(bson, at + 1) + 1;
      String name = names.find(bson, at + 1, value - at - 2);
      if (name != null) {
        document.put(name, BsonBytes.value(bson, at, value));
        left--;
      }
      at = BsonBytes.endOfValue(bson, at, value);
    }
    return document;
  }

  /** The value of a field of the document itself, or {@link Missing}. */
  public Object get(FieldNames.Name name) {
    for (int at = FIRST_FIELD; bson[at] != 0; ) {
      int value = BsonBytes.endOfName(bson, at + 1) + 1;
      if (name.is(bson, at + 1, value - at - 2)) {
        return BsonBytes.value(bson, at, value);
      }
      at = BsonBytes.endOfValue(bson, at, value);
    }
    return Missing.getInstance();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof StoredDocument document && Arrays.equals(bson, document.bson);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bson);
  }

  @Override
  public String toString() {
    return decode().toString();
  }
}
