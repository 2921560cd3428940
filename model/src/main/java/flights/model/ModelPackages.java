package flights.model;

import com.fasterxml.jackson.core.type.TypeReference;
import flights.core.contract.ModelConfig;
import flights.core.json.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.ml.PipelineModel;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * The folders of model packages, {@code ROOT/NAME/VERSION}, on any Hadoop file system. A package is
 * there as a whole or not at all, and is never overwritten.
 */
public final class ModelPackages {

  private static final String CONFIG = "config.json";
  private static final String CARD = "card.json";
  private static final String ROWS = "judged_rows";

  private final Path root;
  private final Configuration hadoop;

  /**
   * The packages under a root folder.
   *
   * @param root a path or an address with a scheme
   */
  public ModelPackages(String root, Configuration hadoop) {
    this.root = new Path(root);
    this.hadoop = hadoop;
  }

  /** Returns the package's address; throws {@link PackageException}. */
  public String write(String version, ModelPackage model) {
    return write(version, model, Map.of(), null);
  }

  /**
   * Returns the package's address; throws {@link PackageException}.
   *
   * @param texts further files of it, for people, by name
   */
  public String write(String version, ModelPackage model, Map<String, String> texts) {
    return write(version, model, texts, null);
  }

  /**
   * Returns the package's address; throws {@link PackageException}.
   *
   * @param rows that it keeps for the versions after it
   */
  public String write(String version, ModelPackage model, Dataset<Row> rows) {
    return write(version, model, Map.of(), rows);
  }

  private String write(
      String version, ModelPackage model, Map<String, String> texts, Dataset<Row> rows) {
    Path folder = new Path(new Path(root, model.config().name()), version);
    Path staging = new Path(folder.getParent(), "." + version + "-" + UUID.randomUUID());
    try {
      FileSystem files = folder.getFileSystem(hadoop);
      refuseExisting(files, folder);
      try {
        save(files, staging, model, texts);
        if (rows != null) {
          rows.coalesce(1).write().parquet(new Path(staging, ROWS).toString());
        }
        write(files, new Path(staging, Manifest.NAME), Json.pretty(Manifest.of(files, staging)));
        publish(files, staging, folder);
      } finally {
        files.delete(staging, true);
      }
      return files.makeQualified(folder).toString();
    } catch (PackageException e) {
      throw e;
    } catch (Exception e) {
      // Spark throws checked exceptions that it does not declare.
      throw new PackageException(
          "the model package " + folder + " cannot be written: " + PackageException.firstLine(e),
          e);
    }
  }

  /** Reads the package at an address and checks it; throws {@link PackageException}. */
  public ModelPackage read(String address) {
    Path folder = new Path(address);
    try {
      FileSystem files = folder.getFileSystem(hadoop);
      Manifest.read(files, folder).verify(files, folder);
      ModelConfig config = Json.read(bytes(files, new Path(folder, CONFIG)), ModelConfig.class);
      byte[] card = bytes(files, new Path(folder, CARD));
      return new ModelPackage(
          PipelineModel.load(folder.toString()),
          config,
          Json.mapper().readValue(card, new TypeReference<Map<String, Object>>() {}));
    } catch (PackageException e) {
      throw e;
    } catch (Exception e) {
      // Whatever Spark throws at a pipeline that it cannot load, checked exceptions among it.
      throw new PackageException(
          "the model package " + address + " cannot be read: " + PackageException.firstLine(e), e);
    }
  }

  /** The rows that a package keeps; empty when it has none that can be read. */
  public Optional<Dataset<Row>> rows(String address) {
    Path folder = new Path(address, ROWS);
    try {
      return folder.getFileSystem(hadoop).exists(folder)
          ? Optional.of(SparkSession.active().read().parquet(folder.toString()))
          : Optional.empty();
    } catch (Exception e) {
      // Spark throws checked exceptions that it does not declare.
      return Optional.empty();
    }
  }

  /** Deletes a package that was written in vain; what is not there is left alone. */
  public void delete(String address) {
    Path folder = new Path(address);
    try {
      folder.getFileSystem(hadoop).delete(folder, true);
    } catch (IOException e) {
      throw new PackageException(address + " cannot be deleted: " + e.getMessage(), e);
    }
  }

  /** Deletes the package of a version, if there is one. */
  public void delete(String name, String version) {
    delete(new Path(new Path(root, name), version).toString());
  }

  /** Deletes all packages of all models. */
  public void deleteAll() {
    try {
      root.getFileSystem(hadoop).delete(root, true);
    } catch (IOException e) {
      throw new PackageException(root + " cannot be deleted: " + e.getMessage(), e);
    }
  }

  private static void save(
      FileSystem files, Path folder, ModelPackage model, Map<String, String> texts)
      throws IOException {
    model.pipeline().write().save(files.makeQualified(folder).toString());
    for (Map.Entry<String, String> text : texts.entrySet()) {
      write(files, new Path(folder, text.getKey()), text.getValue());
    }
    write(files, new Path(folder, CONFIG), Json.pretty(model.config()));
    write(files, new Path(folder, CARD), Json.pretty(model.card()));
  }

  private static void publish(FileSystem files, Path staging, Path folder) throws IOException {
    refuseExisting(files, folder);
    if (!files.rename(staging, folder)) {
      throw new IOException("its folder cannot be moved into place");
    }
  }

  private static void refuseExisting(FileSystem files, Path folder) throws IOException {
    if (files.exists(folder)) {
      throw new PackageException(
          "the model package " + folder + " is there already; versions are never overwritten");
    }
  }

  private static void write(FileSystem files, Path file, String text) throws IOException {
    try (FSDataOutputStream out = files.create(file, false)) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    }
  }

  private static byte[] bytes(FileSystem files, Path file) throws IOException {
    try (FSDataInputStream in = files.open(file)) {
      return in.readAllBytes();
    }
  }
}
