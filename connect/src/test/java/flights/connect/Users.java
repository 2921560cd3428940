package flights.connect;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/** The table in MariaDB. */
final class Users implements AutoCloseable {

  private final Connection connection;

  Users(String address) throws SQLException {
    connection =
        DriverManager.getConnection("jdbc:mariadb://" + address + "/demo", "flights", "flights");
  }

  void change(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
