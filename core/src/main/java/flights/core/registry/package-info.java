/**
 * Which versions of which models there are, and which of them is the champion. Knows where a
 * package lies, not what is in it.
 */
package flights.core.registry;
