/**
 * What is told about a trained model: its card, read and written by the trainer and read by the web
 * server, and the metrics by which models are compared.
 */
package flights.core.card;
