package flights.standalone.store;

import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import de.bwaldvogel.mongo.bson.Document;
import io.netty.channel.Channel;

/** Documents in memory only. */
public final class MemoryStoreBackend extends MemoryBackend {

  @Override
  public Document handleCommand(Channel channel, String database, String command, Document query) {
    Document answer =
        super.handleCommand(channel, database, command, Replies.wanting(command, query));
    return Replies.inBatches(answer, getCursorRegistry());
  }
}
