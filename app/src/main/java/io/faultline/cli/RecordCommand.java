package io.faultline.cli;

import io.faultline.desk.FeedView;
import io.faultline.desk.Session.JournalStatus;
import io.faultline.feed.FeedPolicy;
import io.faultline.journal.JournalException;
import io.faultline.market.FeedStatus;
import io.faultline.venue.VenueAdapter;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
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
    private static final Logger LOG = LoggerFactory.getLogger(RecordCommand.class);
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

    /** Whether any topic ever came. */
    private boolean live;

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
        CompletableFuture<Integer> ended = new CompletableFuture<>();
        Thread hook = new Thread(() -> endCleanly(stop, ended), "record-interrupted");
        Runtime.getRuntime().addShutdownHook(hook);
        int code = CommandLine.ExitCode.SOFTWARE;
        try {
            code = record(symbols, adapters, journal, stop, err);
        } finally {
            ended.complete(code);
            unhook(hook);
        }
        return code;
    }

    private static void unhook(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException interrupted) {
            LOG.debug("The program is ending already, and its hook has the exit code", interrupted);
        }
    }

    /** Until it is stopped or has run its time; what came of it is said, and the exit code that it is worth. */
    private int record(
            List<String> symbols,
            List<VenueAdapter> adapters,
            LiveJournal journal,
            CountDownLatch stop,
            PrintWriter err)
            throws InterruptedException {
        JournalStatus last;
        try (LiveSession session = new LiveSession(symbols, adapters, FeedPolicy.standard(), journal)) {
            err.println("recording " + String.join(", ", symbols) + " to " + out);
            watch(session, stop, err);
            tellAll(session, err); // once more: what came since the last look counts too
        } finally {
            last = journal.lastStatus().orElse(new JournalStatus(out.toString(), 0, 0, ""));
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

    /** Until it is stopped, the journal has ended or the time is over. */
    private void watch(LiveSession session, CountDownLatch stop, PrintWriter err) throws InterruptedException {
        Duration wanted = length;
        long end = wanted == null || wanted.compareTo(LONGEST) > 0
                ? Long.MAX_VALUE
                : session.nowNanos() + wanted.toNanos();
        long report = session.nowNanos() + TimeUnit.MILLISECONDS.toNanos(REPORT_MILLIS);
        while (session.nowNanos() < end) {
            long wait = Math.min(LOOK_MILLIS, Math.max(1, (end - session.nowNanos()) / 1_000_000));
            if (stop.await(wait, TimeUnit.MILLISECONDS)) {
                return;
            }
            tellAll(session, err);
            JournalStatus status = session.journal().orElse(null);
            if (status != null && !status.problem().isEmpty()) {
                return;
            }
            if (status != null && session.nowNanos() >= report) {
                err.println(words(status));
                report += TimeUnit.MILLISECONDS.toNanos(REPORT_MILLIS);
            }
            err.flush();
        }
    }

    private void tellAll(LiveSession session, PrintWriter err) {
        for (var view : session.views()) {
            for (var venue : view.venues()) {
                tell(venue.feed(), err);
            }
        }
    }

    /** Says each change of a connection once. */
    private void tell(FeedView feed, PrintWriter err) {
        for (FeedStatus status : feed.connections()) {
            String words = status.venue().id() + " " + status.connection() + ": "
                    + status.state().name().toLowerCase(Locale.ROOT)
                    + (status.detail().isEmpty() ? "" : ", " + status.detail());
            if (!words.equals(told.put(status.venue().id() + status.connection(), words))) {
                err.println(words);
            }
        }
        live |= feed.topics().stream().anyMatch(topic -> topic.count() > 0);
    }

    private static String words(JournalStatus status) {
        return status.name() + ": " + status.bytes() + " bytes, " + status.lost() + " frames lost"
                + (status.problem().isEmpty() ? "" : "; " + status.problem());
    }

    /** An interrupted recording ends as one that has run its time: with its last words, and the same exit code. */
    private static void endCleanly(CountDownLatch stop, CompletableFuture<Integer> ended) {
        stop.countDown();
        try {
            Runtime.getRuntime().halt(ended.get(15, TimeUnit.SECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            LOG.warn("the recording did not end in time", e);
        }
    }
}
