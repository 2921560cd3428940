package flights.bench.load;

import io.netty.bootstrap.Bootstrap;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.handler.codec.http.DefaultFullHttpRequest;
import io.netty.handler.codec.http.DefaultHttpHeadersFactory;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpClientCodec;
import io.netty.handler.codec.http.HttpDecoderConfig;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.util.concurrent.Future;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.TimeUnit;

/**
 * HTTP calls by one thread over connections that are kept, because the machine that is measured has
 * to carry who measures it too. Calls beyond the most connections wait for one.
 */
public final class HttpCalls implements AutoCloseable {

  private static final int LARGEST_ANSWER = 1 << 20;
  private static final int CONNECT_MILLIS = 5_000;

  private final EventLoopGroup thread =
      new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
  private final Queue<Channel> idle = new ArrayDeque<>();
  private final Queue<Underway> waiting = new ArrayDeque<>();
  private final Bootstrap connecting;
  private final String host;
  private final int most;
  private final Duration patience;
  private int open;

  /** What is called, and who takes the answer; both in the one thread. */
  public interface Call {

    FullHttpRequest request();

    /** The whole answer, whatever its status. */
    void answered(int status, HttpHeaders headers, String body);

    /**
     * Instead of an answer.
     *
     * @param why in a few words
     * @param sent whether the service may know of it
     */
    void failed(String why, boolean sent);
  }

  /**
   * Connects to nothing yet.
   *
   * @param most connections
   * @param patience how long a call may take, with its wait for a connection
   */
  public HttpCalls(URI service, int most, Duration patience) {
    this.host = service.getAuthority();
    this.most = most;
    this.patience = patience;
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

  /** A request with a body. */
  public static FullHttpRequest post(String path, String type, String body) {
    ByteBuf bytes = Unpooled.copiedBuffer(body, StandardCharsets.UTF_8);
    FullHttpRequest post =
        new DefaultFullHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.POST, path, bytes);
    post.headers()
        .set(HttpHeaderNames.CONTENT_TYPE, type)
        .set(HttpHeaderNames.CONTENT_LENGTH, bytes.readableBytes());
    return post;
  }

  /** Returns at once, in any thread. */
  public void start(Call call) {
    thread.execute(() -> next(new Underway(call)));
  }

  /** The same in the one thread, after some time. */
  void startLater(Call call, long millis) {
    var unused = thread.schedule(() -> next(new Underway(call)), millis, TimeUnit.MILLISECONDS);
  }

  @Override
  public void close() {
    thread.shutdownGracefully(0, 1, TimeUnit.SECONDS).syncUninterruptibly();
  }

  private void next(Underway call) {
    Channel free = idle.poll();
    if (free != null) {
      call.send(free);
    } else if (open < most) {
      open++;
      connecting.connect().addListener(it -> connected((ChannelFuture) it, call));
    } else {
      waiting.add(call);
    }
  }

  private void connected(ChannelFuture connected, Underway call) {
    if (connected.isSuccess() && call.isOver()) {
      free(connected.channel());
    } else if (connected.isSuccess()) {
      call.send(connected.channel());
    } else {
      open--;
      call.fail("no connection");
      nextWaiting();
    }
  }

  /** Free for the next call. */
  void free(Channel channel) {
    Underway next = waiting();
    if (next != null) {
      next.send(channel);
    } else {
      idle.add(channel);
    }
  }

  /** Closed by the other side, or of no use any more. */
  void gone(Channel channel) {
    open--;
    idle.remove(channel);
    nextWaiting();
  }

  private void nextWaiting() {
    Underway call = waiting();
    if (call != null) {
      next(call);
    }
  }

  /** The one that has waited longest and not yet too long; null when there is none. */
  private Underway waiting() {
    Underway call = waiting.poll();
    while (call != null && call.isOver()) {
      call = waiting.poll();
    }
    return call;
  }

  /** A call until it is answered, has failed, or has taken too long. */
  final class Underway {

    private final Call call;
    private final Future<?> tooLate;
    private Channel channel;
    private boolean over;

    Underway(Call call) {
      this.call = call;
      this.tooLate = thread.schedule(this::giveUp, patience.toMillis(), TimeUnit.MILLISECONDS);
    }

    boolean isOver() {
      return over;
    }

    void answer(int status, HttpHeaders headers, String body) {
      end();
      call.answered(status, headers, body);
    }

    void fail(String why) {
      if (!over) {
        end();
        call.failed(why, channel != null);
      }
    }

    private void send(Channel to) {
      channel = to;
      channel.pipeline().get(CallHandler.class).call = this;
      FullHttpRequest request = call.request();
      request.headers().set(HttpHeaderNames.HOST, host);
      var unused = channel.writeAndFlush(request);
    }

    private void giveUp() {
      fail(channel == null ? "no connection" : "no answer");
      if (channel != null) {
        var unused = channel.close();
      }
    }

    private void end() {
      over = true;
      var unused = tooLate.cancel(false);
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
