package flights.web.health;

import flights.core.check.Check;
import java.util.List;

/** How this process and what it depends on are. */
record HealthReport(String status, List<Check> checks) {

  static HealthReport of(List<Check> checks) {
    return new HealthReport(checks.stream().allMatch(Check::up) ? "UP" : "DOWN", checks);
  }

  boolean up() {
    return status.equals("UP");
  }
}
