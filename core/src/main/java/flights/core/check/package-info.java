/** Whether a component works, told in the same way by all of them. Knows none of them. */
package flights.core.check;
