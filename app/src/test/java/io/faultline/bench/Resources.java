package io.faultline.bench;

import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What this process holds over time: heap after collections, threads, file descriptors (sockets among them). */
final class Resources {
    private record Look(long seconds, double heapMegabytes, int threads, long descriptors) {}

    private final List<Look> looks = new ArrayList<>();

    void look(long seconds) {
        looks.add(new Look(
                seconds, heapMegabytes(), ManagementFactory.getThreadMXBean().getThreadCount(), descriptors()));
    }

    /** Used when the last collection of each pool had ended: what came since may be garbage. */
    static double heapMegabytes() {
        long bytes = 0;
        for (MemoryPoolMXBean pool : ManagementFactory.getMemoryPoolMXBeans()) {
            if (pool.getType() == MemoryType.HEAP && pool.getCollectionUsage() != null) {
                bytes += pool.getCollectionUsage().getUsed();
            }
        }
        return bytes / 1e6;
    }

    private static long descriptors() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof com.sun.management.UnixOperatingSystemMXBean unix
                ? unix.getOpenFileDescriptorCount()
                : -1;
    }

    /** About twenty lines, evenly over the run. */
    void print(PrintStream out) {
        out.printf("| after | heap after collection | threads | open files and sockets |%n|---|---|---|---|%n");
        int step = Math.max(1, looks.size() / 20);
        for (int i = 0; i < looks.size(); i += step) {
            Look look = looks.get(i);
            out.printf(
                    Locale.ROOT,
                    "| %d s | %.0f MB | %d | %d |%n",
                    look.seconds(),
                    look.heapMegabytes(),
                    look.threads(),
                    look.descriptors());
        }
        out.println();
    }
}
