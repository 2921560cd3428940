package flights.flight.spark.history;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;

/** The one table in a zip file of the Bureau of Transportation Statistics, beside its readme. */
final class ZippedCsv {

  private ZippedCsv() {}

  /** A reader at the start of the table; throws ZipException when there is none. */
  static BufferedReader open(InputStream zipped) throws IOException {
    ZipInputStream zip = new ZipInputStream(zipped);
    for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
      if (entry.getName().toLowerCase(Locale.ROOT).endsWith(".csv")) {
        return new BufferedReader(new InputStreamReader(zip, StandardCharsets.UTF_8));
      }
    }
    throw new ZipException("there is no .csv in the zip file");
  }
}
