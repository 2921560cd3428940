/**
 * What a subject adds to the engine, and how the engine finds it. Nothing in here, nor in any other
 * package of the engine, knows a certain subject.
 */
package flights.model.domain;
