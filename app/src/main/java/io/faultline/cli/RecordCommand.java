package io.faultline.cli;

import io.faultline.desk.FeedView;
import io.faultline.desk.Session.JournalStatus;
import io.faultline.feed.FeedPolicy;
import io.faultline.journal.JournalException;
import io.faultline.market.FeedStatus;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code faultline record}: a journal without a window. */
@Command(
        name = "record",
        description = "Writes every frame of the venues to a journal, without a window.",
        mixinStandardHelpOptions = true)
final class RecordCommand implements Callable<Integer> {
    private static final long REPORT_MILLIS = 10_000;
    private static final long LOOK_MILLIS = 500;

    /** As good as for ever, and its nanoseconds fit. */
    private static final Duration LONGEST = Duration.ofDays(36_500);

    @Spec
    private @Nullable CommandSpec command;

    @Option(
            names = "--out",
            required = true,
            paramLabel = "FILE",
            description = "*.jsonl.gz: one file of JSON lines; any other name: a folder of block files.")
    private Path out = Path.of("journal");

    @Option(
            names = "--for",
            paramLabel = "TIME",
            converter = WindowOptions.DurationConverter.class,
            description = "How long, such as 10m. Default: until interrupted.")
    private @Nullable Duration length;

    @Mixin
    private FeedOptions feed = new FeedOptions();

    private final Map<String, String> told = new HashMap<>();

    @Override
    public Integer call() throws JournalException, InterruptedException {
        if (command == null) {
            throw new IllegalStateException("not parsed by picocli");
        }
        PrintWriter err = command.commandLine().getErr();
        var symbols = feed.symbols();
        String names = String.join("-", symbols);
        var adapters = feed.adapters(feed.known());
        LiveJournal journal = new LiveJournal(out, names);
        journal.startAt(out);
        CountDownLatch stop = new CountDownLatch(1);
        CountDownLatch ended = new CountDownLatch(1);
        Thread hook = new Thread(() -> endCleanly(stop, ended), "record-interrupted");
        Runtime.getRuntime().addShutdownHook(hook);
        JournalStatus last;
        boolean live;
        try (LiveSession session = new LiveSession(symbols, adapters, FeedPolicy.standard(), journal)) {
            err.println("recording " + String.join(", ", symbols) + " to " + out);
            live = watch(session, stop, err);
        } finally {
            last = journal.lastStatus().orElse(new JournalStatus(out.toString(), 0, 0, ""));
            ended.countDown();
        }
        err.println(words(last));
        err.flush();
        if (!last.problem().isEmpty()) {
            return 1;
        }
        if (!live) {
            err.println("no venue sent any market data");
            return 1;
        }
        return 0;
    }

    /** Returns whether any topic ever came. */
    private boolean watch(LiveSession session, CountDownLatch stop, PrintWriter err) throws InterruptedException {
        Duration wanted = length;
        long end = wanted == null || wanted.compareTo(LONGEST) > 0
                ? Long.MAX_VALUE
                : session.nowNanos() + wanted.toNanos();
        long report = session.nowNanos() + TimeUnit.MILLISECONDS.toNanos(REPORT_MILLIS);
        boolean live = false;
        while (session.nowNanos() < end) {
            long wait = Math.min(LOOK_MILLIS, Math.max(1, (end - session.nowNanos()) / 1_000_000));
            if (stop.await(wait, TimeUnit.MILLISECONDS)) {
                return live;
            }
            for (var view : session.views()) {
                for (var venue : view.venues()) {
                    live |= tell(venue.feed(), err);
                }
            }
            JournalStatus status = session.journal().orElse(null);
            if (status != null && !status.problem().isEmpty()) {
                return live;
            }
            if (status != null && session.nowNanos() >= report) {
                err.println(words(status));
                report += TimeUnit.MILLISECONDS.toNanos(REPORT_MILLIS);
            }
            err.flush();
        }
        return live;
    }

    /** Says each change of a connection once; returns whether any topic has come. */
    private boolean tell(FeedView feed, PrintWriter err) {
        for (FeedStatus status : feed.connections()) {
            String words = status.venue().id() + " " + status.connection() + ": "
                    + status.state().name().toLowerCase(Locale.ROOT)
                    + (status.detail().isEmpty() ? "" : ", " + status.detail());
            if (!words.equals(told.put(status.venue().id() + status.connection(), words))) {
                err.println(words);
            }
        }
        return feed.topics().stream().anyMatch(topic -> topic.count() > 0);
    }

    private static String words(JournalStatus status) {
        return status.name() + ": " + status.bytes() + " bytes, " + status.lost() + " frames lost"
                + (status.problem().isEmpty() ? "" : "; " + status.problem());
    }

    /** An interrupted recording ends as one that has run its time. */
    private static void endCleanly(CountDownLatch stop, CountDownLatch ended) {
        stop.countDown();
        try {
            ended.await(15, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
