package flights.workloads.sales;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** The products and stores that a shop begins with. */
final class ShopFiles {

  private static final CsvMapper CSV =
      CsvMapper.csvBuilder()
          .enable(CsvParser.Feature.FAIL_ON_MISSING_COLUMNS)
          .enable(CsvParser.Feature.TRIM_SPACES)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .build();

  private ShopFiles() {}

  static List<Product> products(Path folder) {
    return read(folder.resolve("products.csv"), Product.class);
  }

  static List<SalesStore> stores(Path folder) {
    return read(folder.resolve("stores.csv"), SalesStore.class);
  }

  private static <T> List<T> read(Path file, Class<T> type) {
    CsvSchema schema = CsvSchema.emptySchema().withHeader();
    try (MappingIterator<T> rows = CSV.readerFor(type).with(schema).readValues(file.toFile())) {
      return rows.readAll();
    } catch (JsonProcessingException e) {
      int line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
      throw new SalesException(
          file + " line " + line + ": " + e.getOriginalMessage().lines().findFirst().orElse(""));
    } catch (IOException e) {
      throw new SalesException(file + " cannot be read: " + e.getMessage());
    }
  }
}
