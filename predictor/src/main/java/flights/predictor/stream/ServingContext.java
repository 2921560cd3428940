package flights.predictor.stream;

import flights.core.settings.Settings;
import flights.core.store.Store;
import org.apache.kafka.clients.admin.Admin;
import org.apache.spark.sql.SparkSession;

/** What all models that a process serves have in common. */
record ServingContext(
    Settings settings, TriggerMode trigger, SparkSession spark, Admin admin, Store store) {}
