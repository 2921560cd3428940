/**
 * The benches: each measures one thing about a system from outside, and its result is printed and
 * kept. Knows topics, store and HTTP of the system, but no class of the processes that it measures;
 * only {@link flights.bench.TrainBench} runs inside the trainer.
 */
package flights.bench;
