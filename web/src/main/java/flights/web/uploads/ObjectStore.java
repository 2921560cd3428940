package flights.web.uploads;

import java.io.IOException;
import java.util.List;

/**
 * Files by their names at one address. What is listed there is whole. Each IOException says in one
 * line what is wrong, for people.
 */
interface ObjectStore extends AutoCloseable {

  /** Begins a file that nobody sees before it is kept. */
  ObjectDraft begin(String name) throws IOException;

  List<StoredObject> list() throws IOException;

  /** Does nothing when it is not there. */
  void remove(String name) throws IOException;

  /** Removes what was begun by a process that has ended without keeping it. */
  void removeLeftOvers() throws IOException;

  @Override
  void close();
}
