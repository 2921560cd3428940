/** Numbers that look like chance and come from a seed. */
package flights.workloads.chance;
