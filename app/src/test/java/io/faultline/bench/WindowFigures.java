package io.faultline.bench;

import io.faultline.cli.WindowMarket;
import io.faultline.desk.DeskView;
import io.faultline.desk.FeedView;
import io.faultline.desk.Session;
import io.faultline.desk.VenueView;
import io.faultline.practice.PracticeExchange;
import io.faultline.ui.WorkspaceRun;
import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.HdrHistogram.Histogram;

/**
 * The real window at 1920 by 1080 on four venues that say 5,000 messages a second together: pulses, what they cost the
 * JavaFX thread, from socket to scene, from launch to first picture, memory. The exchange is a process of its own, so that
 * the figures are the program's alone. JMH has no part in it: what is measured is one life, not an operation.
 *
 * <p>Arguments: messages a second (5000), seconds of warm-up (20), seconds of a stretch (15), stretches (2).
 */
public final class WindowFigures {
    private static final String CHILD = "--on";
    private static final String[] USUAL = {"5000", "20", "15", "2"};

    private WindowFigures() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        if (args.length > 0 && args[0].equals(CHILD)) {
            run(Arrays.asList(args[1].split(",")), Path.of(args[2]), Arrays.copyOfRange(args, 3, args.length));
            System.exit(0); // the toolkit's threads may outlive the window
        }
        String[] given = USUAL.clone();
        System.arraycopy(args, 0, given, 0, Math.min(args.length, given.length));
        Path home = Files.createTempDirectory("window-figures");
        try (PracticeExchange exchange = WindowMarket.exchange(Double.parseDouble(given[0]))) {
            List<String> command = new ArrayList<>(List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-Xmx320m",
                    "-Dprism.order=sw",
                    "-cp",
                    System.getProperty("java.class.path"),
                    WindowFigures.class.getName(),
                    CHILD,
                    String.join(",", WindowMarket.ports(exchange)),
                    home.toString()));
            command.addAll(List.of(given).subList(1, given.length));
            Process child = new ProcessBuilder(command)
                    .redirectOutput(ProcessBuilder.Redirect.INHERIT)
                    .redirectError(new File(home.toFile(), "log"))
                    .start();
            try {
                int code = child.waitFor();
                if (code != 0) {
                    System.out.println(Files.readString(home.resolve("log")));
                    throw new IllegalStateException("the window ended with " + code);
                }
            } finally {
                child.destroy();
            }
        } finally {
            delete(home);
        }
    }

    private static void run(List<String> ports, Path home, String[] given) throws IOException, InterruptedException {
        try (WindowMarket market = WindowMarket.open(ports, home);
                Session session = market.session()) {
            WorkspaceRun window = WorkspaceRun.open(session);
            long launched = ManagementFactory.getRuntimeMXBean().getStartTime();
            say("launch to first picture, ms", (double) (window.drawnAtMillis() - launched));
            say("launch to first picture with a price, ms", (double) (window.pricedAtMillis() - launched));
            window.draw(Duration.ofSeconds(Long.parseLong(given[0])));
            say("heap in use after the warm-up, MB", heap());
            for (int i = 1; i <= Integer.parseInt(given[2]); i++) {
                say(i, session, window.draw(Duration.ofSeconds(Long.parseLong(given[1]))));
            }
            say("heap in use at the end, MB", heap());
            window.close();
        }
    }

    private static void say(int stretch, Session session, WorkspaceRun.Cost cost) throws IOException {
        double pulses = cost.cpuNanos().getTotalCount();
        System.out.printf(Locale.ROOT, "stretch %d, load average %s%n", stretch, load());
        say("  messages a second", perSecond(session.view()));
        say("  pulses a second", pulses * 1e9 / cost.elapsedNanos());
        say("  JavaFX thread, CPU ms a pulse", cost.cpuNanos());
        say("  JavaFX thread, wall ms a pulse", cost.wallNanos());
        say("  render thread, CPU ms a pulse", cost.renderNanos() / 1e6 / pulses);
        say("  kB allocated a pulse", cost.bytes() / 1e3 / pulses);
        say("  socket to scene, ms", cost.eventNanos());
        say("  resident memory, MB", resident());
    }

    private static double perSecond(DeskView view) {
        return view.venues().stream()
                .map(VenueView::feed)
                .flatMap(feed -> feed.topics().stream())
                .mapToDouble(FeedView.TopicView::perSecond)
                .sum();
    }

    private static void say(String what, double figure) {
        System.out.printf(Locale.ROOT, "%-45s %8.1f%n", what, figure);
    }

    private static void say(String what, Histogram nanos) {
        System.out.printf(
                Locale.ROOT,
                "%-45s p50 %6.1f   p99 %6.1f%n",
                what,
                nanos.getValueAtPercentile(50) / 1e6,
                nanos.getValueAtPercentile(99) / 1e6);
    }

    private static double heap() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / 1e6;
    }

    private static String load() {
        return String.format(
                Locale.ROOT,
                "%.1f",
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
    }

    /** NaN where the system does not say. */
    private static double resident() throws IOException {
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

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path path : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }
}
