package flights.standalone.store;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.bson.BsonDecoder;
import de.bwaldvogel.mongo.wire.bson.BsonEncoder;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.ByteBuffer;
import org.h2.mvstore.WriteBuffer;
import org.h2.mvstore.type.BasicDataType;

/** Documents as BSON: far smaller and quicker than the serialized Java objects of H2 itself. */
final class DocumentType extends BasicDataType<Document> {

  private static final int FIRST_GUESS = 1024;

  /** By which H2 cuts its pages; documents of one collection are about the same. */
  private volatile int usualSize = FIRST_GUESS;

  @Override
  public int getMemory(Document document) {
    return usualSize;
  }

  @Override
  public void write(WriteBuffer out, Document document) {
    ByteBuf bson = Unpooled.buffer(usualSize);
    BsonEncoder.encodeDocument(document, bson);
    usualSize = (bson.readableBytes() + 15 * usualSize) / 16;
    out.put(bson.nioBuffer());
  }

  @Override
  public Document read(ByteBuffer in) {
    ByteBuf bson = Unpooled.wrappedBuffer(in);
    Document document = BsonDecoder.decodeBson(bson);
    in.position(in.position() + bson.readerIndex());
    return document;
  }

  @Override
  public Document[] createStorage(int size) {
    return new Document[size];
  }
}
