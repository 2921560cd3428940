package flights.standalone.store;

import de.bwaldvogel.mongo.wire.MongoWireProtocolHandler;
import de.bwaldvogel.mongo.wire.message.ClientRequest;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Queue;

/**
 * Lets only so many bytes of large messages be worked on at a time, as their documents take several
 * times as much in memory. Clients whose message has to wait are not read from meanwhile.
 */
final class LargeMessages {

  /** What clients are told: as much as one document may have, and what stands around it. */
  static final int LARGEST = 17 << 20;

  private static final int LARGE = 64 << 10;

  /** Bytes of heap for each byte of a message that is worked on. */
  private static final int TIMES = 24;

  private final long most = Runtime.getRuntime().maxMemory() / TIMES;
  private final Queue<Runnable> waiting = new ArrayDeque<>();
  private long working;

  /** Reads the messages of one client. */
  MongoWireProtocolHandler reader() {
    return new Reader();
  }

  /** A message has been worked on. */
  void done(ClientRequest message) {
    int length = message.getHeader().getTotalLength();
    if (length <= LARGE) {
      return;
    }
    Queue<Runnable> next;
    synchronized (this) {
      working -= length;
      next = new ArrayDeque<>(waiting);
      waiting.clear();
    }
    next.forEach(Runnable::run);
  }

  /** False when the message has to wait; then it is tried again later. One alone always may. */
  private synchronized boolean begin(int length, Runnable again) {
    if (working > 0 && working + length > most) {
      waiting.add(again);
      return false;
    }
    working += length;
    return true;
  }

  private final class Reader extends MongoWireProtocolHandler {

    private boolean waits;

    @Override
    protected ClientRequest decode(ChannelHandlerContext client, ByteBuf in) throws Exception {
      if (waits) {
        return null;
      }
      int length = in.readableBytes() < Integer.BYTES ? 0 : in.getIntLE(in.readerIndex());
      if (length > LARGEST) {
        throw new IOException(
            "a message of " + length + " bytes is larger than the " + LARGEST + " told to clients");
      }
      boolean large = length > LARGE;
      if (!large || in.readableBytes() < length) {
        return super.decode(client, in);
      }
      if (!begin(length, () -> client.executor().execute(() -> again(client)))) {
        waits = true;
        client.channel().config().setAutoRead(false);
        return null;
      }
      return super.decode(client, in);
    }

    private void again(ChannelHandlerContext client) {
      waits = false;
      try {
        // Looks at what is there already.
        channelRead(client, Unpooled.EMPTY_BUFFER);
        channelReadComplete(client);
        if (!waits) {
          client.channel().config().setAutoRead(true);
        }
      } catch (Exception e) {
        client.fireExceptionCaught(e);
      }
    }
  }
}
