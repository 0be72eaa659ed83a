package io.faultline.bench;

import io.faultline.cli.PracticeHours;
import io.faultline.desk.ReplayControl;
import io.faultline.desk.Session;
import io.faultline.ui.WorkspaceRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;

/**
 * The real window at 1920 by 1080 on hours of replay at 100 times real time: what the heap holds after each hour of the
 * market, and what a pulse costs in it, so that whatever grows with the length of history shows. The journal is of a
 * practice market of four venues, made first, as fast as it goes.
 *
 * <p>Arguments: hours (8), a folder in which the journal is kept for the next time (none).
 */
public final class ReplayFigures {
    private static final String CHILD = "--on";
    private static final int HOURS = 8;
    private static final int SPEED = 100;
    private static final double MESSAGES_PER_SECOND_OF_A_VENUE = 8;
    /** The first hours fill what is kept of the last hour, and the caches. */
    private static final int SETTLING_HOURS = 2;

    private static final long HOUR_NANOS = TimeUnit.HOURS.toNanos(1);

    private ReplayFigures() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        if (args.length > 0 && args[0].equals(CHILD)) {
            run(Path.of(args[1]), Integer.parseInt(args[2]));
            System.exit(0); // the toolkit's threads may outlive the window
        }
        int hours = args.length > 0 ? Integer.parseInt(args[0]) : HOURS;
        Path home = Files.createTempDirectory("replay-figures");
        try {
            Path journal = args.length > 1 ? Path.of(args[1]) : home.resolve("journal");
            if (Files.notExists(journal)) {
                long began = System.nanoTime();
                PracticeHours.write(journal, home, Duration.ofHours(hours), MESSAGES_PER_SECOND_OF_A_VENUE);
                Figures.say("the journal was made in, s", (System.nanoTime() - began) / 1e9);
            }
            Figures.runAlone(
                    ReplayFigures.class,
                    home,
                    System.getProperty("java.class.path"),
                    List.of(),
                    List.of(CHILD, journal.toString(), String.valueOf(hours)));
        } finally {
            Figures.delete(home);
        }
    }

    private static void run(Path journal, int hours) throws IOException, InterruptedException {
        try (Session session = PracticeHours.replay(journal)) {
            WorkspaceRun window = WorkspaceRun.open(session);
            ReplayControl replay = session.replay().orElseThrow();
            replay.speed(SPEED);
            replay.play();
            List<Double> heaps = new ArrayList<>();
            System.out.println("| hour | heap MB | resident MB | s | pulses/s | CPU ms a pulse p50 | p99 "
                    + "| render ms | kB a pulse |\n|---|---|---|---|---|---|---|---|---|");
            for (int hour = 1; hour <= hours; hour++) {
                long end = replay.firstNanos() + hour * HOUR_NANOS;
                WorkspaceRun.Cost cost = window.draw(() -> session.nowNanos() >= end || replay.ended());
                heaps.add(Figures.heap());
                say(hour, heaps.get(hour - 1), cost);
            }
            Figures.say("heap, MB an hour", slope(heaps.subList(Math.min(SETTLING_HOURS, hours - 1), hours)));
            System.out.println("load average " + Figures.load());
            window.close();
        }
    }

    private static void say(int hour, double heap, WorkspaceRun.Cost cost) throws IOException {
        Histogram cpu = cost.cpuNanos();
        double pulses = cpu.getTotalCount();
        System.out.printf(
                Locale.ROOT,
                "| %d | %.1f | %.0f | %.0f | %.1f | %.1f | %.1f | %.1f | %.0f |%n",
                hour,
                heap,
                Figures.resident(),
                cost.elapsedNanos() / 1e9,
                pulses * 1e9 / cost.elapsedNanos(),
                cpu.getValueAtPercentile(50) / 1e6,
                cpu.getValueAtPercentile(99) / 1e6,
                cost.renderNanos() / 1e6 / pulses,
                cost.bytes() / 1e3 / pulses);
    }

    /** Of the straight line that fits best, a step. */
    private static double slope(List<Double> values) {
        double middle = (values.size() - 1) / 2.0;
        double up = 0;
        double along = 0;
        for (int i = 0; i < values.size(); i++) {
            up += (i - middle) * values.get(i);
            along += (i - middle) * (i - middle);
        }
        return up / along;
    }
}
