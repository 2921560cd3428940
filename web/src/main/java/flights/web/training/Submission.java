package flights.web.training;

import flights.web.errors.Problem;
import flights.web.guard.GivenTwice;
import flights.web.uploads.Upload;
import io.javalin.http.Context;
import io.javalin.http.UnsupportedMediaTypeResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What is sent for a training: some short fields, and perhaps a file, which is written while it
 * comes. It is a form, or the bare file with the fields in the address.
 */
final class Submission implements AutoCloseable {

  /** Begins to write a file. */
  interface Target {
    Upload begin();
  }

  private static final int BUFFER = 64 * 1024;

  private final Target target;
  private final Map<String, String> fields = new HashMap<>();
  private final Set<String> ofForm = new HashSet<>();
  private Upload upload;
  private String fileName;

  private Submission(Target target) {
    this.target = target;
  }

  /**
   * Reads it to its end. Throws {@link Problem} when it cannot be read or written, and then nothing
   * is left of it.
   */
  static Submission read(Context ctx, Target target) {
    Submission submission = new Submission(target);
    ctx.queryParamMap().forEach((name, values) -> submission.fields.put(name, values.get(0)));
    try {
      submission.read(ctx);
      return submission;
    } catch (IOException e) {
      submission.close();
      throw Problem.badRequest("The upload broke off before its end.");
    } catch (RuntimeException e) {
      submission.close();
      throw e;
    }
  }

  private void read(Context ctx) throws IOException {
    String type = ctx.contentType();
    if (type != null && type.startsWith("text/csv")) {
      beginFile(fields.get("file"));
      try (InputStream body = ctx.req().getInputStream()) {
        byte[] buffer = new byte[BUFFER];
        int read;
        while ((read = body.read(buffer)) > 0) {
          content(buffer, 0, read);
        }
      }
    } else if (ctx.isMultipartFormData()) {
      new MultipartForm(this).read(type, ctx.req().getInputStream());
    } else if (type == null || ctx.isFormUrlencoded()) {
      ctx.formParamMap().forEach((name, values) -> values.forEach(it -> field(name, it)));
    } else {
      throw new UnsupportedMediaTypeResponse();
    }
  }

  /** A field of the form, which goes before one of the address. Throws when there were two. */
  void field(String name, String value) {
    fields.put(name, value);
    if (!ofForm.add(name)) {
      throw Problem.badFields(List.of(GivenTwice.error(name)));
    }
  }

  /** What follows is a file's content. */
  void beginFile(String name) {
    if (upload != null) {
      throw Problem.badRequest("Only one file can be sent at once.");
    }
    fileName = FileName.cleaned(name);
    upload = target.begin();
  }

  void content(byte[] bytes, int from, int length) {
    try {
      upload.write(bytes, from, length);
    } catch (Upload.TooLargeException e) {
      throw Problem.tooLarge(e.getMessage() + Trainings.ANOTHER_WAY);
    } catch (IOException e) {
      throw notKept(e);
    }
  }

  /** Null when it was not sent. */
  String field(String name) {
    return fields.get(name);
  }

  /** Null when no file was sent, or its name not told. */
  String fileName() {
    return fileName;
  }

  /** Whether there is a file; throws {@link Problem} when there is one with nothing in it. */
  boolean hasFile() {
    if (upload != null && upload.isEmpty()) {
      throw Problem.badRequest("The file is empty.");
    }
    return upload != null;
  }

  Upload.Kept keep() {
    try {
      return upload.keep();
    } catch (IOException e) {
      throw notKept(e);
    }
  }

  private static Problem notKept(IOException e) {
    return Problem.unavailable("The file was not kept: " + e.getMessage() + ".");
  }

  @Override
  public void close() {
    try {
      if (upload != null) {
        upload.close();
      }
    } catch (IOException e) {
      // What is left of it goes with what a process leaves that is killed.
    }
  }
}
