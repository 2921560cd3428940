package flights.bench.load;

import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.handler.codec.http.DefaultHttpHeadersFactory;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpClientCodec;
import io.netty.handler.codec.http.HttpDecoderConfig;
import io.netty.handler.codec.http.HttpObjectAggregator;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.Queue;

/**
 * HTTP calls by one thread over connections that are kept, because the machine that is measured has
 * to carry who measures it too. Calls beyond the most connections wait for one.
 */
final class HttpCalls implements AutoCloseable {

  private static final int LARGEST_ANSWER = 1 << 20;
  private static final int CONNECT_MILLIS = 5_000;

  private final EventLoopGroup thread =
      new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
  private final Queue<Channel> idle = new ArrayDeque<>();
  private final Queue<Call> waiting = new ArrayDeque<>();
  private final Bootstrap connecting;
  private final int most;
  private int open;

  /** What is called, and who takes the answer; both in the one thread. */
  interface Call {

    FullHttpRequest request();

    void answered(int status, String body);

    void failed(String why);
  }

  HttpCalls(URI service, int most) {
    this.most = most;
    int port = service.getPort() < 0 ? 80 : service.getPort();
    connecting =
        new Bootstrap()
            .group(thread)
            .channel(NioSocketChannel.class)
            .option(ChannelOption.TCP_NODELAY, true)
            .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, CONNECT_MILLIS)
            .remoteAddress(new InetSocketAddress(service.getHost(), port))
            .handler(new Connection());
  }

  /** Returns at once, in any thread. */
  void start(Call call) {
    thread.execute(() -> next(call));
  }

  /** The same in the one thread, after some time. */
  void startLater(Call call, long millis) {
    var unused =
        thread.schedule(() -> next(call), millis, java.util.concurrent.TimeUnit.MILLISECONDS);
  }

  @Override
  public void close() {
    thread.shutdownGracefully(0, 1, java.util.concurrent.TimeUnit.SECONDS).syncUninterruptibly();
  }

  private void next(Call call) {
    Channel free = idle.poll();
    if (free != null) {
      send(free, call);
    } else if (open < most) {
      open++;
      connecting.connect().addListener(it -> connected((ChannelFuture) it, call));
    } else {
      waiting.add(call);
    }
  }

  private void connected(ChannelFuture connected, Call call) {
    if (connected.isSuccess()) {
      send(connected.channel(), call);
    } else {
      open--;
      call.failed("no connection");
    }
  }

  private static void send(Channel channel, Call call) {
    channel.pipeline().get(CallHandler.class).call = call;
    var unused = channel.writeAndFlush(call.request());
  }

  /** Free for the next call. */
  void free(Channel channel) {
    Call next = waiting.poll();
    if (next != null) {
      send(channel, next);
    } else {
      idle.add(channel);
    }
  }

  /** Closed by the other side, or of no use any more. */
  void gone(Channel channel) {
    open--;
    idle.remove(channel);
    Call next = waiting.poll();
    if (next != null) {
      next(next);
    }
  }

  private final class Connection extends ChannelInitializer<Channel> {

    @Override
    protected void initChannel(Channel channel) {
      HttpDecoderConfig plain =
          new HttpDecoderConfig()
              .setHeadersFactory(DefaultHttpHeadersFactory.headersFactory().withValidation(false));
      channel
          .pipeline()
          .addLast(new HttpClientCodec(plain, false, false))
          .addLast(new HttpObjectAggregator(LARGEST_ANSWER))
          .addLast(new CallHandler(HttpCalls.this));
    }
  }
}
