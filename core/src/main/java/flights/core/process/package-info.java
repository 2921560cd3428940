/** How processes of one system live together: who ends with whom, who is alone, who is stuck. */
package flights.core.process;
