package flights.web.errors;

import flights.core.contract.FieldError;
import flights.core.json.Json;
import java.nio.ByteBuffer;
import java.util.List;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

/** What the server itself answers before any route is asked, such as to what is no proper HTTP. */
public final class ServerErrors extends ErrorHandler {

  @Override
  protected void generateResponse(
      Request request,
      Response response,
      int code,
      String message,
      Throwable cause,
      Callback callback) {
    int status = code;
    if (request.getConnectionMetaData().getConnector().getServer().isStopping()) {
      // What it had begun, it leaves: another one, or the same again, will do it.
      status = HttpStatus.SERVICE_UNAVAILABLE_503;
      response.setStatus(status);
    }
    answer(response, HttpStatus.getMessage(status) + ".", callback);
  }

  /** Writes the one body of an error; the status is set before. */
  public static void answer(Response response, String message, Callback callback) {
    if (response.getStatus() == HttpStatus.SERVICE_UNAVAILABLE_503) {
      response.getHeaders().put(HttpHeader.RETRY_AFTER, "1");
    }
    ErrorBody body = ErrorBody.of(List.of(new FieldError(null, message)));
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/json");
    response.getHeaders().put("X-Content-Type-Options", "nosniff");
    response.write(true, ByteBuffer.wrap(Json.bytes(body)), callback);
  }
}
