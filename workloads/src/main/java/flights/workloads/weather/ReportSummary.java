package flights.workloads.weather;

import flights.workloads.snapshot.Summary;

/** Reports by station, each date once. */
record ReportSummary(ReportFormat format) implements Summary<Report, StationSummary> {

  @Override
  public Class<StationSummary> type() {
    return StationSummary.class;
  }

  @Override
  public Report decode(byte[] message) {
    return format.ofProtobuf(message);
  }

  @Override
  public String key(Report report) {
    return report.station();
  }

  @Override
  public StationSummary add(StationSummary before, Report report) {
    return before == null ? StationSummary.of(report) : before.and(report);
  }
}
