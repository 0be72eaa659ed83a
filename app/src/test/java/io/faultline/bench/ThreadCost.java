package io.faultline.bench;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/**
 * What a stretch of work costs its thread: CPU time, which on a shared machine says more than the clock on the wall,
 * and bytes allocated. A benchmark method takes it as a parameter and calls {@link #begin} and {@link #end} around what
 * it measures; {@link Benchmarks} divides by the operations.
 */
@AuxCounters(AuxCounters.Type.EVENTS)
@State(Scope.Thread)
public class ThreadCost {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    public long cpuNanos;
    public long bytes;
    public long operations;

    private long cpuAtBegin;
    private long bytesAtBegin;

    public void begin() {
        bytesAtBegin = THREADS.getCurrentThreadAllocatedBytes();
        cpuAtBegin = THREADS.getCurrentThreadCpuTime();
    }

    /** Adds what another thread has measured of itself. */
    public void add(long nanos, long allocated, long operationsDone) {
        cpuNanos += nanos;
        bytes += allocated;
        operations += operationsDone;
    }

    public void end(long operationsDone) {
        cpuNanos += THREADS.getCurrentThreadCpuTime() - cpuAtBegin;
        bytes += THREADS.getCurrentThreadAllocatedBytes() - bytesAtBegin;
        operations += operationsDone;
    }
}
