package io.faultline.bench;

import io.faultline.cli.WindowMarket;
import io.faultline.desk.DeskView;
import io.faultline.desk.FeedView;
import io.faultline.desk.Session;
import io.faultline.desk.VenueView;
import io.faultline.practice.PracticeExchange;
import io.faultline.ui.WorkspaceRun;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

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
            String classPath = ClassPathJars.in(home);
            String archive = home.resolve("classes.jsa").toString();
            String ports = String.join(",", WindowMarket.ports(exchange));
            System.out.println("The first launch, on an exchange that has just begun:");
            Figures.runAlone(
                    WindowFigures.class,
                    home,
                    classPath,
                    List.of("-XX:ArchiveClassesAtExit=" + archive),
                    List.of(CHILD, ports, home.resolve("first").toString(), "0", "0", "0"));
            System.out.println("The next one, with the classes that the first kept, as app/faultline starts it:");
            List<String> arguments =
                    new ArrayList<>(List.of(CHILD, ports, home.resolve("next").toString()));
            arguments.addAll(List.of(given).subList(1, given.length));
            Figures.runAlone(
                    WindowFigures.class, home, classPath, List.of("-XX:SharedArchiveFile=" + archive), arguments);
        } finally {
            Figures.delete(home);
        }
    }

    private static void run(List<String> ports, Path home, String[] given) throws IOException, InterruptedException {
        CompletableFuture<Void> toolkit = WorkspaceRun.toolkit();
        try (WindowMarket market = WindowMarket.open(ports, home);
                Session session = market.session()) {
            WorkspaceRun window = WorkspaceRun.open(session, toolkit);
            WorkspaceRun.Picture drawn = window.drawn();
            market.drawn();
            say("launch to first picture", drawn);
            say("launch to first picture with a price", window.priced());
            if (given[2].equals("0")) {
                window.close();
                return;
            }
            window.draw(Duration.ofSeconds(Long.parseLong(given[0])));
            Figures.say("heap in use after the warm-up, MB", Figures.heap());
            for (int i = 1; i <= Integer.parseInt(given[2]); i++) {
                WorkspaceRun.Cost cost = window.draw(Duration.ofSeconds(Long.parseLong(given[1])));
                System.out.printf("stretch %d, load average %s%n", i, Figures.load());
                Figures.say("  messages a second", perSecond(session.view()));
                Figures.say(cost);
                Figures.say("  socket to scene, ms", cost.eventNanos());
                Figures.say("  resident memory, MB", Figures.resident());
            }
            Figures.say("heap in use at the end, MB", Figures.heap());
            window.close();
        }
    }

    private static void say(String what, WorkspaceRun.Picture picture) {
        System.out.printf(
                Locale.ROOT,
                "%-45s %8d ms, CPU of the JavaFX thread %d ms, of all %d ms%n",
                what,
                picture.atMillis() - ManagementFactory.getRuntimeMXBean().getStartTime(),
                TimeUnit.NANOSECONDS.toMillis(picture.javaFxNanos()),
                TimeUnit.NANOSECONDS.toMillis(picture.cpuNanos()));
    }

    private static double perSecond(DeskView view) {
        return view.venues().stream()
                .map(VenueView::feed)
                .flatMap(feed -> feed.topics().stream())
                .mapToDouble(FeedView.TopicView::perSecond)
                .sum();
    }
}
