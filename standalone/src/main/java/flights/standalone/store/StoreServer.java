package flights.standalone.store;

import de.bwaldvogel.mongo.MongoBackend;
import de.bwaldvogel.mongo.wire.MongoExceptionHandler;
import de.bwaldvogel.mongo.wire.MongoWireReplyEncoder;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.buffer.PooledByteBufAllocator;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.channel.nio.NioEventLoopGroup;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.ssl.SslContext;
import io.netty.util.concurrent.DefaultThreadFactory;
import io.netty.util.concurrent.GlobalEventExecutor;
import java.net.InetSocketAddress;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** Speaks MongoDB's protocol on a port. What may take long does not keep other clients waiting. */
public final class StoreServer implements AutoCloseable {

  private static final int WAITING_CONNECTIONS = 100;

  private final MongoBackend backend;
  private final EventLoopGroup loops =
      new NioEventLoopGroup(0, new DefaultThreadFactory("mongo-server-worker", true));
  private final ChannelGroup clients = new DefaultChannelGroup(GlobalEventExecutor.INSTANCE);
  private final SlowCommands slow = new SlowCommands();
  private final LargeMessages largeMessages = new LargeMessages();
  private final AtomicBoolean closed = new AtomicBoolean();
  private final Channel channel;

  /**
   * @param encryption null for none
   */
  public StoreServer(MongoBackend backend, InetSocketAddress address, SslContext encryption) {
    this.backend = backend;
    ServerBootstrap bootstrap =
        new ServerBootstrap()
            .group(loops)
            .channel(NioServerSocketChannel.class)
            .option(ChannelOption.SO_BACKLOG, WAITING_CONNECTIONS)
            .childOption(ChannelOption.TCP_NODELAY, true)
            // The usual one keeps large pieces for later, until there is no room for a large
            // answer.
            .childOption(ChannelOption.ALLOCATOR, PooledByteBufAllocator.DEFAULT)
            .childHandler(
                new ChannelInitializer<SocketChannel>() {
                  @Override
                  protected void initChannel(SocketChannel client) {
                    begin(client, encryption);
                  }
                });
    try {
      channel = bootstrap.bind(address).syncUninterruptibly().channel();
    } catch (RuntimeException e) {
      close();
      throw e;
    }
  }

  private void begin(SocketChannel client, SslContext encryption) {
    clients.add(client);
    if (encryption != null) {
      client.pipeline().addLast(encryption.newHandler(client.alloc()));
    }
    client
        .pipeline()
        .addLast(
            new MongoWireReplyEncoder(),
            new AnswerEncoder(),
            largeMessages.reader(),
            new CommandHandler(backend, slow, largeMessages),
            new MongoExceptionHandler());
  }

  public InetSocketAddress address() {
    return (InetSocketAddress) channel.localAddress();
  }

  /** Once; whoever closes again does no harm. */
  @Override
  public void close() {
    if (!closed.compareAndSet(false, true)) {
      return;
    }
    if (channel != null) {
      channel.close().syncUninterruptibly();
    }
    clients.close().syncUninterruptibly();
    loops.shutdownGracefully(0, 5, TimeUnit.SECONDS).syncUninterruptibly();
    slow.close();
    backend.close();
  }
}
