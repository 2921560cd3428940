package flights.standalone.store;

import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import de.bwaldvogel.mongo.exception.MongoServerException;
import de.bwaldvogel.mongo.wire.OpCode;
import de.bwaldvogel.mongo.wire.bson.BsonEncoder;
import de.bwaldvogel.mongo.wire.message.MongoMessage;
import flights.standalone.store.query.QueryMemory;
import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.MessageToByteEncoder;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Writes answers. One that BSON has no form for becomes an error, and the client stays. */
final class AnswerEncoder extends MessageToByteEncoder<MongoMessage> {

  /** What MongoDB allows a document, and what stands around it in an answer. */
  private static final int LARGEST = (16 << 20) + (16 << 10);

  private static final MongoServerError TOO_LARGE =
      new MongoServerError(
          10334, "BSONObjectTooLarge", "The answer is larger than the 16 MB of one document");

  @Override
  protected void encode(ChannelHandlerContext client, MongoMessage answer, ByteBuf out) {
    int start = out.writerIndex();
    out.writeIntLE(0);
    out.writeIntLE(answer.getHeader().getRequestID());
    out.writeIntLE(answer.getHeader().getResponseTo());
    out.writeIntLE(OpCode.OP_MSG.getId());
    out.writeIntLE(answer.getFlags());
    out.writeByte(MongoMessage.SECTION_KIND_BODY);
    int body = out.writerIndex();
    try {
      BsonEncoder.encodeDocument(answer.getDocument(), out);
      if (out.writerIndex() - body > LARGEST) {
        out.writerIndex(body);
        BsonEncoder.encodeDocument(CommandHandler.error(TOO_LARGE), out);
      }
    } catch (RuntimeException e) {
      out.writerIndex(body);
      encodeWithoutMissing(answer.getDocument(), out, body);
    } catch (OutOfMemoryError e) {
      // The network's memory is used up, not the heap: else the process has ended already.
      out.writerIndex(body);
      BsonEncoder.encodeDocument(
          CommandHandler.error(
              QueryMemory.exceeded("more memory than the answers that are on their way leave")),
          out);
    }
    out.setIntLE(start, out.writerIndex() - start);
  }

  private static void encodeWithoutMissing(Document answer, ByteBuf out, int body) {
    try {
      BsonEncoder.encodeDocument((Document) withoutMissing(answer), out);
    } catch (RuntimeException e) {
      out.writerIndex(body);
      BsonEncoder.encodeDocument(
          CommandHandler.error(
              new MongoServerException("the answer has no form in BSON: " + e.getMessage(), e)),
          out);
    }
  }

  /** Expressions of the server can leave a missing value within an array, where BSON has null. */
  private static Object withoutMissing(Object value) {
    if (value instanceof Map<?, ?> fields) {
      Document document = new Document();
      fields.forEach((name, inner) -> document.put((String) name, withoutMissing(inner)));
      return document;
    }
    if (value instanceof Collection<?> elements) {
      List<Object> list = new ArrayList<>();
      elements.forEach(element -> list.add(withoutMissing(element)));
      return list;
    }
    return value instanceof Missing ? null : value;
  }
}
