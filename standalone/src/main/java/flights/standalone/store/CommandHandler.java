package flights.standalone.store;

import de.bwaldvogel.mongo.MongoBackend;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import de.bwaldvogel.mongo.exception.MongoServerException;
import de.bwaldvogel.mongo.wire.message.ClientRequest;
import de.bwaldvogel.mongo.wire.message.MessageHeader;
import de.bwaldvogel.mongo.wire.message.MongoMessage;
import de.bwaldvogel.mongo.wire.message.MongoQuery;
import de.bwaldvogel.mongo.wire.message.MongoReply;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs the commands of one client, and answers each. */
final class CommandHandler extends SimpleChannelInboundHandler<ClientRequest> {

  private static final Logger LOG = LoggerFactory.getLogger(CommandHandler.class);
  private static final AtomicInteger ANSWERS = new AtomicInteger();

  private final MongoBackend backend;
  private final SlowCommands slow;
  private final LargeMessages largeMessages;

  CommandHandler(MongoBackend backend, SlowCommands slow, LargeMessages largeMessages) {
    this.backend = backend;
    this.slow = slow;
    this.largeMessages = largeMessages;
  }

  @Override
  public void channelInactive(ChannelHandlerContext client) throws Exception {
    backend.handleClose(client.channel());
    super.channelInactive(client);
  }

  @Override
  protected void channelRead0(ChannelHandlerContext client, ClientRequest request) {
    if (request instanceof MongoMessage message) {
      if (SlowCommands.isQuick(message.getDocument())) {
        answer(client, message);
      } else {
        slow.run(() -> answer(client, message));
      }
    } else if (request instanceof MongoQuery query) {
      var unused =
          client.writeAndFlush(new MongoReply(header(query), List.of(firstWords(query)), 0));
      largeMessages.done(query);
    } else {
      throw new MongoServerException("a message of an unknown kind: " + request);
    }
  }

  private void answer(ChannelHandlerContext client, MongoMessage message) {
    try {
      var unused =
          client.writeAndFlush(
              new MongoMessage(client.channel(), header(message), answer(message)));
    } finally {
      largeMessages.done(message);
    }
  }

  private Document answer(MongoMessage message) {
    try {
      return backend.handleMessage(message);
    } catch (MongoServerException e) {
      return error(e);
    } catch (RuntimeException e) {
      LOG.error("The command {} failed", message.getDocument().keySet().iterator().next(), e);
      return error(new MongoServerException("the store failed: " + e, e));
    }
  }

  /** The first words of a client still come in the form of before. */
  private Document firstWords(MongoQuery query) {
    try {
      Document words = query.getQuery();
      Document command = words.get("$query") instanceof Document inner ? inner : words;
      return backend.handleCommand(
          query.getChannel(), query.getDatabaseName(), command.keySet().iterator().next(), command);
    } catch (MongoServerException e) {
      return error(e);
    }
  }

  private static MessageHeader header(ClientRequest request) {
    return new MessageHeader(ANSWERS.incrementAndGet(), request.getHeader().getRequestID());
  }

  static Document error(MongoServerException fault) {
    Document error = new Document("ok", 0.0).append("errmsg", fault.getMessageWithoutErrorCode());
    if (fault instanceof MongoServerError known) {
      error.append("code", known.getCode());
      error.putIfNotNull("codeName", known.getCodeName());
    }
    return error;
  }
}
