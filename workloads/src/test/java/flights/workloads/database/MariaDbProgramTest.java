package flights.workloads.database;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class MariaDbProgramTest {

  @Test
  void aMachineWithoutItIsToldTheWayOut() {
    assertThatThrownBy(() -> MariaDbProgram.find("mariadbd-that-nobody-has"))
        .hasMessageContaining("mariadbd-that-nobody-has")
        .hasMessageContaining("apt-get install mariadb-server")
        .hasMessageContaining("FLIGHTS_DATABASE");
  }
}
