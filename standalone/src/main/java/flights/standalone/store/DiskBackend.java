package flights.standalone.store;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.AbstractMongoBackend;
import de.bwaldvogel.mongo.backend.QueryResult;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import de.bwaldvogel.mongo.wire.message.MongoQuery;
import flights.standalone.store.query.Catalog;
import flights.standalone.store.query.Cursors;
import flights.standalone.store.query.QueryMemory;
import flights.standalone.store.query.ReadCommands;
import io.netty.channel.Channel;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Documents in a file. A command that changes something is answered when a kill cannot undo it. */
public final class DiskBackend extends AbstractMongoBackend {

  private static final Set<String> CHANGES_NOTHING =
      Set.of(
          "listCollections",
          "listIndexes",
          "listDatabases",
          "endSessions",
          "ping",
          "hello",
          "isMaster",
          "ismaster",
          "buildInfo",
          "serverStatus",
          "collStats",
          "dbStats");

  /** They change in parts, and so let others come between. */
  private static final Set<String> CHANGE_IN_PARTS = Set.of("update", "delete");

  private static final int OLD_PROTOCOL = 5739101;

  private final DiskFile file;
  private final Cursors cursors = new Cursors();
  private final ReadCommands reads;
  private final Upkeep upkeep;

  /**
   * @param path null to keep all in memory
   * @param memory what queries may hold
   * @param expireEvery how often is looked for documents that are too old
   */
  public DiskBackend(Path path, QueryMemory memory, Duration expireEvery) {
    file = new DiskFile(path);
    Catalog catalog = this::resolveDatabase;
    reads = new ReadCommands(catalog, memory, cursors);
    file.names().stream()
        .filter(map -> map.startsWith(DiskFile.DATA))
        .map(map -> map.substring(DiskFile.DATA.length(), map.indexOf('.', DiskFile.DATA.length())))
        .distinct()
        .forEach(this::resolveDatabase);
    upkeep = new Upkeep(file, cursors, this::databases, expireEvery);
  }

  private Stream<DiskDatabase> databases() {
    return listDatabaseNames().stream().map(name -> (DiskDatabase) resolveDatabase(name));
  }

  @Override
  protected MongoDatabase openOrCreateDatabase(String name) {
    return new DiskDatabase(name, file, getCursorRegistry());
  }

  @Override
  public Document handleCommand(Channel channel, String database, String command, Document query) {
    if (ReadCommands.has(command) && !database.equals("admin")) {
      return ReadCommands.writes(query)
          ? file.change(() -> reads.run(database, command, query, channel::isActive))
          : reads.run(database, command, query, channel::isActive);
    }
    Document answer =
        command.equals("collMod")
            ? file.change(() -> modify(database, query))
            : CHANGES_NOTHING.contains(command) || changesInParts(database, command, query)
                ? super.handleCommand(channel, database, command, query)
                : file.change(() -> super.handleCommand(channel, database, command, query));
    if (command.equals("createIndexes")) {
      fillIndexes((DiskDatabase) resolveDatabase(database), (String) query.get(command));
    }
    answer.computeIfPresent("maxMessageSizeBytes", (name, size) -> LargeMessages.LARGEST);
    return answer;
  }

  /** A collection that is made by the command is a change of its own. */
  private boolean changesInParts(String database, String command, Document query) {
    return CHANGE_IN_PARTS.contains(command)
        && resolveDatabase(database).resolveCollection((String) query.get(command), false) != null;
  }

  /** An index that some document does not fit in is not made. */
  private void fillIndexes(DiskDatabase database, String name) {
    DiskCollection collection = (DiskCollection) database.resolveCollection(name, true);
    for (SortedIndex index : collection.unfilled()) {
      try {
        collection.fill(index);
      } catch (MongoServerError e) {
        file.change(() -> database.dropIndexes(name, index.getName()));
        throw e;
      }
    }
  }

  private Document modify(String database, Document query) {
    Document index = (Document) query.getOrDefault("index", new Document());
    return ((DiskDatabase) resolveDatabase(database)).modify((String) query.get("collMod"), index);
  }

  /** Asked for by drivers of ten years ago only. */
  @Override
  public QueryResult handleQuery(MongoQuery query) {
    throw new MongoServerError(
        OLD_PROTOCOL, "UnsupportedOpQueryCommand", "OP_QUERY is no longer supported");
  }

  @Override
  public void closeCursors(List<Long> ids) {
    ids.forEach(
        id -> reads.run("", "killCursors", new Document("cursors", List.of(id)), () -> true));
  }

  @Override
  public void close() {
    upkeep.close();
    super.close();
    file.close();
  }
}
