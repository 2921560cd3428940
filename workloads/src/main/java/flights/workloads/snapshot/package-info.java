/** A topic summed up by key in files, exactly once: usable for any messages. */
package flights.workloads.snapshot;
