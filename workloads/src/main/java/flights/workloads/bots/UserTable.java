package flights.workloads.bots;

import flights.core.settings.Settings;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;

/** The table of users in MariaDB. */
final class UserTable implements AutoCloseable {

  private static final int BATCH = 500;

  /** What MariaDB says when there is no such table. */
  private static final int NO_TABLE = 1146;

  private static final String LOOK = "SELECT id FROM users LIMIT 0";

  private static final String SAVE =
      """
      INSERT INTO users (id, name, country, platform, ip_address, nb_orders, updated_at)
      VALUES (?, ?, ?, ?, ?, ?, ?)
      ON DUPLICATE KEY UPDATE name = VALUES(name), country = VALUES(country),
        platform = VALUES(platform), ip_address = VALUES(ip_address),
        nb_orders = VALUES(nb_orders), updated_at = VALUES(updated_at)
      """;

  private final String address;
  private final Connection connection;
  private final PreparedStatement save;
  private int waiting;

  private UserTable(String address, Connection connection) throws SQLException {
    this.address = address;
    this.connection = connection;
    try (Statement statement = connection.createStatement()) {
      var unused = statement.execute(LOOK);
    }
    connection.setAutoCommit(false);
    save = connection.prepareStatement(SAVE);
  }

  /** Throws IllegalStateException with what to do, also when there is no such table. */
  static UserTable open(Settings settings) {
    String address = settings.database();
    try {
      Connection connection =
          DriverManager.getConnection(
              "jdbc:mariadb://" + address + "/demo?connectTimeout=5000&timezone=UTC",
              settings.databaseUser(),
              settings.databasePassword());
      return new UserTable(address, connection);
    } catch (SQLException e) {
      throw fault(address, e);
    }
  }

  /** Saved at the latest by {@link #flush}. */
  void save(ShopUser user) {
    try {
      save.setInt(1, user.id());
      save.setString(2, user.name());
      save.setString(3, user.country());
      save.setString(4, user.platform());
      save.setString(5, user.ipAddress());
      save.setInt(6, user.nbOrders());
      save.setTimestamp(7, new Timestamp(user.updatedAt()));
      save.addBatch();
      waiting++;
      if (waiting == BATCH) {
        flush();
      }
    } catch (SQLException e) {
      throw fault(address, e);
    }
  }

  void flush() {
    try {
      if (waiting > 0) {
        save.executeBatch();
        connection.commit();
        waiting = 0;
      }
    } catch (SQLException e) {
      throw fault(address, e);
    }
  }

  private static IllegalStateException fault(String address, SQLException e) {
    return new IllegalStateException(
        "the MariaDB at %s with the database demo: %s; %s"
            .formatted(
                address,
                String.valueOf(e.getMessage()).lines().findFirst().orElse(""),
                e.getErrorCode() == NO_TABLE
                    ? "resources/streams/bots/database/users.sql makes the table"
                    : "FLIGHTS_DATABASE names another"),
        e);
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException e) {
      throw fault(address, e);
    }
  }
}
