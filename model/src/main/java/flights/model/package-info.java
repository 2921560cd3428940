/**
 * What a model is for Spark: its package on any file system, and the one transformation from
 * requests to predictions. Must not know where rows come from or go, nor any certain model.
 */
package flights.model;
