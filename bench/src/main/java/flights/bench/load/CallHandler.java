package flights.bench.load;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpUtil;
import java.nio.charset.StandardCharsets;

/** Takes the answers of one connection, one call after the other. */
final class CallHandler extends SimpleChannelInboundHandler<FullHttpResponse> {

  private final HttpCalls calls;

  /** What is under way; null when nothing is. */
  HttpCalls.Underway call;

  CallHandler(HttpCalls calls) {
    this.calls = calls;
  }

  @Override
  protected void channelRead0(ChannelHandlerContext context, FullHttpResponse response) {
    HttpCalls.Underway answered = call;
    call = null;
    int status = response.status().code();
    String body = response.content().toString(StandardCharsets.UTF_8);
    // The connection first: what the answer leads to may need it.
    if (HttpUtil.isKeepAlive(response)) {
      calls.free(context.channel());
    } else {
      var unused = context.close();
    }
    answered.answer(status, response.headers(), body);
  }

  @Override
  public void channelInactive(ChannelHandlerContext context) {
    calls.gone(context.channel());
    if (call != null) {
      call.fail("connection closed");
    }
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
    var unused = context.close();
  }
}
