package io.faultline.bench;

import io.faultline.ui.WorkspaceRun;
import java.io.IOException;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.HdrHistogram.Histogram;

/** What the measurements of the window as a whole share: a process of its own for it, its memory, and how it is told. */
final class Figures {
    /** As the program is started by {@code app/faultline}. */
    private static final List<String> HEAP = List.of("-Xmx320m", "-XX:MaxNewSize=96m");

    private static final int MOST_COLLECTIONS = 1_000;

    private Figures() {}

    /**
     * Runs a class in a JVM of its own, without a display's pipeline; what it says on standard output is passed on.
     *
     * @param options of that JVM
     */
    static void runAlone(Class<?> main, Path home, String classPath, List<String> options, List<String> arguments)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(HEAP);
        command.addAll(List.of("-Dprism.order=sw", "-Xlog:cds*=off"));
        command.addAll(options);
        command.addAll(List.of("-cp", classPath, main.getName()));
        command.addAll(arguments);
        Path log = home.resolve("log");
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.INHERIT)
                .redirectError(log.toFile());
        builder.environment().putIfAbsent("MALLOC_ARENA_MAX", "2"); // as app/faultline
        Process child = builder.start();
        try {
            int code = child.waitFor();
            if (code != 0) {
                System.out.println(Files.readString(log));
                throw new IllegalStateException("the window ended with " + code);
            }
        } finally {
            child.destroy();
        }
    }

    static void say(String what, double figure) {
        System.out.printf(Locale.ROOT, "%-45s %8.1f%n", what, figure);
    }

    static void say(String what, Histogram nanos) {
        System.out.printf(
                Locale.ROOT,
                "%-45s p50 %6.1f   p99 %6.1f%n",
                what,
                nanos.getValueAtPercentile(50) / 1e6,
                nanos.getValueAtPercentile(99) / 1e6);
    }

    /** What drawing cost for a while. */
    static void say(WorkspaceRun.Cost cost) {
        double pulses = cost.cpuNanos().getTotalCount();
        say("  pulses a second", pulses * 1e9 / cost.elapsedNanos());
        say("  JavaFX thread, CPU ms a pulse", cost.cpuNanos());
        say("  JavaFX thread, wall ms a pulse", cost.wallNanos());
        say("  render thread, CPU ms a pulse", cost.renderNanos() / 1e6 / pulses);
        say("  kB allocated a pulse", cost.bytes() / 1e3 / pulses);
    }

    /**
     * In use right after a full collection, MB. One that is asked for while the toolkit holds an array for its native painter is
     * passed over, so it is asked for until there was one.
     */
    static double heap() {
        List<GarbageCollectorMXBean> collectors = ManagementFactory.getGarbageCollectorMXBeans();
        GarbageCollectorMXBean full = collectors.get(collectors.size() - 1); // HotSpot lists that of the young first
        long before = full.getCollectionCount();
        for (int i = 0; i < MOST_COLLECTIONS && full.getCollectionCount() == before; i++) {
            System.gc();
        }
        return Resources.heapMegabytes();
    }

    /** Of the last minute. */
    static String load() {
        return String.format(
                Locale.ROOT,
                "%.1f",
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
    }

    /** Memory of this process, MB; NaN where the system does not say. */
    static double resident() throws IOException {
        Path status = Path.of("/proc/self/status");
        if (!Files.exists(status)) {
            return Double.NaN;
        }
        try (Stream<String> lines = Files.lines(status)) {
            return lines.filter(line -> line.startsWith("VmRSS:"))
                    .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) * 1024 / 1e6)
                    .findFirst()
                    .orElse(Double.NaN);
        }
    }

    static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path path : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }
}
