package flights.bench.questions;

import com.mongodb.ConnectionString;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.bson.ByteBuf;
import org.bson.Document;
import org.bson.RawBsonDocument;
import org.bson.codecs.DocumentCodec;

/** Speaks MongoDB's protocol by hand, for what no driver does. */
final class RawClient {

  private static final int OP_MSG = 2013;
  private static final int BYTES_BEFORE_BODY = 16 + 4 + 1;

  private RawClient() {}

  /** Sends the command, and closes the connection without a look at the answer. */
  static void askAndLeave(String uri, Document command) throws IOException {
    int port =
        Integer.parseInt(new ConnectionString(uri).getHosts().get(0).replaceFirst(".*:", ""));
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.getOutputStream().write(message(command));
      socket.getOutputStream().flush();
    }
  }

  private static byte[] message(Document command) {
    ByteBuf body = new RawBsonDocument(command, new DocumentCodec()).getByteBuffer();
    ByteBuffer message =
        ByteBuffer.allocate(BYTES_BEFORE_BODY + body.remaining()).order(ByteOrder.LITTLE_ENDIAN);
    message.putInt(message.capacity()).putInt(1).putInt(0).putInt(OP_MSG);
    // No flags; one section, which is a document.
    message.putInt(0).put((byte) 0).put(body.asNIO());
    return message.array();
  }
}
