package flights.web.uploads;

import java.io.IOException;
import java.io.OutputStream;

/** A file while it is written; closing removes what has not been kept. */
abstract class ObjectDraft extends OutputStream {

  /** Makes it seen by all, at once and as a whole; returns its address. */
  abstract String keep() throws IOException;
}
