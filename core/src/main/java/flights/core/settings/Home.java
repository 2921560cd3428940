package flights.core.settings;

import java.nio.file.Path;

/** The folder that holds all data of this machine, and what lies where in it. */
public record Home(Path folder) {

  /** The role of Kafka Connect, which people start beside what serves this home. */
  public static final String CONNECT = "connect";

  /** The role of the demo's MariaDB, which people start too. */
  public static final String MARIADB = "mariadb";

  public Path broker() {
    return folder.resolve("kafka");
  }

  public Path store() {
    return folder.resolve("store").resolve("documents.mv");
  }

  /** The demo's MariaDB. */
  public Path mariaDb() {
    return folder.resolve("mariadb");
  }

  public Path models() {
    return folder.resolve("models");
  }

  public Path uploads() {
    return folder.resolve("uploads");
  }

  public Path checkpoints() {
    return folder.resolve("checkpoints");
  }

  /** Files that queries over streams write. */
  public Path streams() {
    return folder.resolve("streams");
  }

  /** What has been measured on this machine, and the homes of systems that are only measured. */
  public Path bench() {
    return folder.resolve("bench");
  }

  /** Held by the one process that serves this home. */
  public Path lock() {
    return folder.resolve("run").resolve("lock");
  }

  /** Held by a process that {@code up} has started, or that uses what only one at a time can. */
  public Path lock(String role) {
    return folder.resolve("run").resolve(role + ".lock");
  }

  /** The signs of life of a process that {@code up} has started. */
  public Path lifeSign(String role) {
    return folder.resolve("run").resolve(role + ".alive");
  }

  /** What the processes of this home are doing. */
  public Path processes() {
    return folder.resolve("run").resolve("processes.json");
  }
}
