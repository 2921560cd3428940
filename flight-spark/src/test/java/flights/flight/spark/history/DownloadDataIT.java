package flights.flight.spark.history;

import static org.assertj.core.api.Assertions.assertThat;

import flights.testing.SparkForTests;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Encoders;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The script that downloads the Bureau's files, against a server of this machine. */
class DownloadDataIT {

  private static final Path SCRIPT =
      Path.of("..", "resources", "download_data.sh").toAbsolutePath().normalize();

  @TempDir Path folder;
  private Path served;
  private Path downloads;
  private FileServer server;

  private record Said(int code, String text) {}

  @BeforeEach
  void serve() throws IOException {
    served = Files.createDirectory(folder.resolve("served"));
    downloads = folder.resolve("downloads");
    server = new FileServer(served);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void theMonthsThatAreNamedAreDownloadedAndCanBeRead() throws Exception {
    month(1).zip(zip(1));
    month(2).zip(zip(2));
    month(3).zip(zip(3));

    Said said = download("2013", "1", "02");

    assertThat(said.code()).as(said.text()).isZero();
    assertThat(said.text()).contains("2013-1: done", "2013-2: done", downloads.toString());
    assertThat(files())
        .containsExactly(
            "On_Time_Reporting_Carrier_On_Time_Performance_(1987_present)_2013_1.csv",
            "On_Time_Reporting_Carrier_On_Time_Performance_(1987_present)_2013_2.csv");
    FlightHistory history = FlightHistory.read(SparkForTests.session(), downloads.toString());
    assertThat(history.flights().select("FlightDate").as(Encoders.LOCALDATE()).collectAsList())
        .extracting(Object::toString)
        .containsExactlyInAnyOrder("2013-01-04", "2013-02-04");
  }

  @Test
  void aWholeYearIsTwelveMonths() throws Exception {
    for (int number = 1; number <= 12; number++) {
      month(number).zip(zip(number));
    }

    assertThat(download("2013").code()).isZero();
    assertThat(files()).hasSize(12);
  }

  @Test
  void whatIsThereIsNotDownloadedAgain() throws Exception {
    month(1).zip(zip(1));
    download("2013", "1");

    Said said = download("2013", "1");

    assertThat(said.code()).isZero();
    assertThat(said.text()).contains("2013-1: is there");
    assertThat(server.asked()).hasSize(1);
  }

  @Test
  void whatWasCutOffGoesOnWhereItEnded() throws Exception {
    month(1).zip(zip(1));
    long size = Files.size(zip(1));
    server.cutOff(true);

    Said cut = download("2013", "1");

    assertThat(cut.code()).isEqualTo(1);
    assertThat(cut.text()).contains("2013-1: the download was cut off", "run this again");
    server.cutOff(false);
    assertThat(download("2013", "1").code()).isZero();
    assertThat(server.asked()).endsWith(zip(1).getFileName() + "@" + size / 2);
    assertThat(files()).hasSize(1);
  }

  @Test
  void aDamagedFileIsNotedAndDeleted() throws Exception {
    month(1).zip(zip(1));
    byte[] bytes = Files.readAllBytes(zip(1));
    bytes[bytes.length / 2] ^= 0x55;
    Files.write(zip(1), bytes);

    Said said = download("2013", "1");

    assertThat(said.code()).isEqualTo(1);
    assertThat(said.text()).contains("2013-1", "is no whole zip file", "run this again");
    assertThat(files()).isEmpty();
  }

  @Test
  void aMonthThatIsNotOutYetIsNamed() throws Exception {
    Said said = download("2013", "12");

    assertThat(said.code()).isEqualTo(4);
    assertThat(said.text()).contains("2013-12: the server does not have it, or not yet");
  }

  @Test
  void withoutANetworkItSaysSo() throws Exception {
    String nowhere;
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      nowhere = "http://127.0.0.1:" + free.getLocalPort();
    }

    Said said = run(nowhere, "--to", downloads.toString(), "2013", "1");

    assertThat(said.code()).isEqualTo(1);
    assertThat(said.text()).contains("2013-1: no connection to " + nowhere, "run this again");
    assertThat(files()).isEmpty();
  }

  @Test
  void whatMakesNoSenseIsRefusedBeforeAnythingIsDone() throws Exception {
    for (List<String> wrong :
        List.of(
            List.<String>of(),
            List.of("1903"),
            List.of("abc"),
            List.of("2013", "13"),
            List.of("2013", "0"),
            List.of("--from", "2013"),
            List.of("--to"))) {
      Said said = run(server.address(), wrong.toArray(String[]::new));
      assertThat(said.code()).as("%s", wrong).isEqualTo(2);
      assertThat(said.text().strip()).startsWith("download_data.sh: ").doesNotContain("\n");
    }
    assertThat(server.asked()).isEmpty();
  }

  private static BureauTable month(int number) {
    return new BureauTable().flight("FlightDate", "2013-%02d-04".formatted(number));
  }

  private Path zip(int month) {
    return served.resolve(
        "On_Time_Reporting_Carrier_On_Time_Performance_1987_present_2013_" + month + ".zip");
  }

  /** What is there of use; what is hidden is work that has not been done yet. */
  private List<String> files() throws IOException {
    if (!Files.exists(downloads)) {
      return List.of();
    }
    try (Stream<Path> all = Files.list(downloads)) {
      return all.map(path -> path.getFileName().toString())
          .filter(name -> !name.startsWith("."))
          .sorted()
          .toList();
    }
  }

  private Said download(String... arguments) throws IOException, InterruptedException {
    List<String> all = new ArrayList<>(List.of("--to", downloads.toString()));
    all.addAll(List.of(arguments));
    return run(server.address(), all.toArray(String[]::new));
  }

  private Said run(String address, String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("bash", SCRIPT.toString()));
    command.addAll(List.of(arguments));
    Path log = Files.createTempFile(folder, "said", ".log");
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
    builder.directory(folder.toFile());
    builder.environment().put("FLIGHTS_BTS_URL", address);
    builder.environment().put("no_proxy", "127.0.0.1");
    int code = builder.start().waitFor();
    return new Said(code, Files.readString(log));
  }
}
