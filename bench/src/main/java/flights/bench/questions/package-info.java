/**
 * What people ask a store in the shell, made-up predictions to ask about, and how long the answers
 * take. Needs no running system but a store.
 */
package flights.bench.questions;
