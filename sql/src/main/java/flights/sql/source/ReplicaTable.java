package flights.sql.source;

import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.UnsafeRow;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.connector.catalog.SupportsRead;
import org.apache.spark.sql.connector.catalog.Table;
import org.apache.spark.sql.connector.catalog.TableCapability;
import org.apache.spark.sql.connector.read.Batch;
import org.apache.spark.sql.connector.read.InputPartition;
import org.apache.spark.sql.connector.read.PartitionReader;
import org.apache.spark.sql.connector.read.PartitionReaderFactory;
import org.apache.spark.sql.connector.read.ScanBuilder;
import org.apache.spark.sql.connector.read.Statistics;
import org.apache.spark.sql.connector.read.SupportsReportStatistics;
import org.apache.spark.sql.execution.datasources.v2.DataSourceV2Relation;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.sql.util.CaseInsensitiveStringMap;
import scala.collection.immutable.Seq;
import scala.jdk.javaapi.CollectionConverters;

/**
 * A table as Spark reads it. Spark plans each batch of a query anew, and with it the reading: so
 * each batch sees the table as it is when the batch begins.
 */
final class ReplicaTable implements SupportsRead {

  private final Relation table;
  private final TableReplica replica;

  ReplicaTable(Relation table, TableReplica replica) {
    this.table = table;
    this.replica = replica;
  }

  /** The names of those that a query reads. */
  static Set<String> readBy(Dataset<Row> query) {
    LogicalPlan plan =
        ((org.apache.spark.sql.classic.Dataset<Row>) query).queryExecution().analyzed();
    return Stream.concat(Stream.of(plan), list(plan.subqueriesAll()).stream())
        .flatMap(part -> list(part.collectLeaves()).stream())
        .filter(DataSourceV2Relation.class::isInstance)
        .map(leaf -> ((DataSourceV2Relation) leaf).table())
        .filter(ReplicaTable.class::isInstance)
        .map(Table::name)
        .collect(Collectors.toSet());
  }

  private static <T> List<T> list(Seq<T> seq) {
    return CollectionConverters.asJava(seq);
  }

  @Override
  public String name() {
    return table.name();
  }

  /** What Spark asks for by a name of its own since it knows columns. */
  @Override
  @SuppressWarnings("deprecation")
  public StructType schema() {
    return table.columns();
  }

  @Override
  public Set<TableCapability> capabilities() {
    return Set.of(TableCapability.BATCH_READ);
  }

  @Override
  public ScanBuilder newScanBuilder(CaseInsensitiveStringMap options) {
    return () -> new Reading(table.columns(), replica);
  }

  private record Reading(StructType schema, TableReplica replica)
      implements Batch, SupportsReportStatistics {

    @Override
    public StructType readSchema() {
      return schema;
    }

    @Override
    public Batch toBatch() {
      return this;
    }

    @Override
    public InputPartition[] planInputPartitions() {
      return replica.read().toArray(InputPartition[]::new);
    }

    @Override
    public PartitionReaderFactory createReaderFactory() {
      return new Readers(schema.size());
    }

    /** By it Spark chooses how to join. */
    @Override
    public Statistics estimateStatistics() {
      var unused = replica.read();
      int rows = replica.size();
      long bytes = replica.bytes();
      return new Statistics() {
        @Override
        public OptionalLong sizeInBytes() {
          return OptionalLong.of(bytes);
        }

        @Override
        public OptionalLong numRows() {
          return OptionalLong.of(rows);
        }
      };
    }
  }

  private record Readers(int fields) implements PartitionReaderFactory {

    @Override
    public PartitionReader<InternalRow> createReader(InputPartition partition) {
      return new ChunkReader(((RowChunk) partition).rows(), fields);
    }
  }

  private static final class ChunkReader implements PartitionReader<InternalRow> {

    private final byte[][] rows;
    private final int fields;
    private int at = -1;

    ChunkReader(byte[][] rows, int fields) {
      this.rows = rows;
      this.fields = fields;
    }

    @Override
    public boolean next() {
      return ++at < rows.length;
    }

    @Override
    public InternalRow get() {
      UnsafeRow row = new UnsafeRow(fields);
      row.pointTo(rows[at], rows[at].length);
      return row;
    }

    @Override
    public void close() {}
  }
}
