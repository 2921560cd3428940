/**
 * Pipelines as their two files describe them, {@code pipeline.yaml} and {@code prepare.sql}: read,
 * checked, and made into stages of Spark ML.
 */
package flights.trainer.pipeline;
