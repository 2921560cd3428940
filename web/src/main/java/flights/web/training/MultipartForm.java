package flights.web.training;

import flights.web.errors.Problem;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.jetty.http.MultiPart;
import org.eclipse.jetty.io.Content;

/**
 * Reads a browser's form with a file in it as it comes, however large: the server's own reader has
 * the whole file on the disk before anybody sees it.
 */
final class MultipartForm implements MultiPart.Parser.Listener {

  private static final int BUFFER = 64 * 1024;
  private static final int MOST_PARTS = 20;
  private static final int LONGEST_HEADERS = 8 * 1024;
  private static final int LONGEST_FIELD = 4 * 1024;
  private static final String FILE = "file";
  private static final Pattern NAME = quoted("name");
  private static final Pattern FILE_NAME = quoted("filename");

  private final Submission submission;
  private final ByteArrayOutputStream field = new ByteArrayOutputStream();
  private final byte[] piece = new byte[BUFFER];
  private String disposition;
  private boolean isFile;
  private Throwable failure;
  private boolean complete;

  MultipartForm(Submission submission) {
    this.submission = submission;
  }

  /** Throws {@link Problem} when it is no form, or not a whole one. */
  void read(String contentType, InputStream body) throws IOException {
    String boundary = MultiPart.extractBoundary(contentType);
    if (boundary == null || boundary.isEmpty()) {
      throw unreadable();
    }
    MultiPart.Parser parser = new MultiPart.Parser(boundary, this);
    parser.setMaxParts(MOST_PARTS);
    parser.setPartHeadersMaxLength(LONGEST_HEADERS);
    byte[] buffer = new byte[BUFFER];
    int read;
    try {
      while (failure == null && (read = body.read(buffer)) > 0) {
        parser.parse(Content.Chunk.from(ByteBuffer.wrap(buffer, 0, read), false));
      }
      if (failure == null && !complete) {
        parser.parse(Content.Chunk.EOF);
      }
    } catch (RuntimeException e) {
      // What the submission throws is kept: this is the parser's.
      throw unreadable();
    }
    if (failure instanceof Problem problem) {
      throw problem;
    }
    if (failure != null || !complete) {
      throw unreadable();
    }
  }

  private static Problem unreadable() {
    return Problem.badRequest("The upload cannot be read.");
  }

  @Override
  public void onPartBegin() {
    disposition = "";
    isFile = false;
    field.reset();
  }

  @Override
  public void onPartHeader(String name, String value) {
    if (name.equalsIgnoreCase("Content-Disposition")) {
      disposition = value;
    }
  }

  @Override
  public void onPartHeaders() {
    String fileName = value(FILE_NAME);
    // A browser sends the file's field without a name when none was chosen.
    isFile = FILE.equals(value(NAME)) && fileName != null && !fileName.isEmpty();
    if (isFile) {
      guarded(() -> submission.beginFile(fileName));
    }
  }

  @Override
  public void onPartContent(Content.Chunk chunk) {
    ByteBuffer content = chunk.getByteBuffer();
    while (failure == null && content.hasRemaining()) {
      int length = Math.min(piece.length, content.remaining());
      content.get(piece, 0, length);
      if (isFile) {
        guarded(() -> submission.content(piece, 0, length));
      } else if (field.size() + length > LONGEST_FIELD) {
        failure = Problem.badRequest("A field of the form is too long.");
      } else {
        field.write(piece, 0, length);
      }
    }
  }

  @Override
  public void onPartEnd() {
    String name = value(NAME);
    if (!isFile && name != null && !name.equals(FILE)) {
      guarded(() -> submission.field(name, field.toString(StandardCharsets.UTF_8)));
    }
  }

  @Override
  public void onComplete() {
    complete = true;
  }

  @Override
  public void onFailure(Throwable cause) {
    if (failure == null) {
      failure = cause;
    }
  }

  /** The parser would take the exception for a fault of the form. */
  private void guarded(Runnable work) {
    try {
      work.run();
    } catch (RuntimeException e) {
      failure = e;
    }
  }

  private String value(Pattern parameter) {
    Matcher found = parameter.matcher(disposition);
    return found.find() ? found.group(1) : null;
  }

  private static Pattern quoted(String parameter) {
    return Pattern.compile("(?i)(?:^|[;\\s])" + parameter + "=\"([^\"]*)\"");
  }
}
