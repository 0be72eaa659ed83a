package io.faultline.journal;

import io.faultline.market.Frame;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Plays journals to a target, on a thread of its own, at the pace at which they were recorded or a multiple of it. The
 * target gets the same frames in the same order however it is steered; only the moments differ. Pauses in the journal
 * are kept in proportion, and a seek passes over them. It begins paused, before the first frame.
 *
 * <p>Thread-safe; nothing but {@link #close} blocks, and the target may steer from within its own calls.
 */
public final class Replay implements AutoCloseable {
    private static final long CLOSE_MILLIS = 5_000;
    private static final Logger LOG = LoggerFactory.getLogger(Replay.class);

    /** Takes what is played. Called by the replay's thread only. */
    public interface Target {
        /** Forget everything: the next frame is the journal's first. Comes before going back, not at the start. */
        void restart();

        /** The next frame. */
        void accept(Frame frame);

        /** The replay has come to a place: a seek is there, a step is done, or the journal has ended. */
        void reached(long nanos);
    }

    private final List<JournalFile> files;
    private final Target target;
    private final long firstNanos;
    private final Thread thread = new Thread(this::run, "replay");
    private final Thread scan = new Thread(this::findLast, "replay-scan");

    private final Transport transport;
    private final AtomicLong lastNanos;
    private volatile List<JournalGaps.Gap> gaps = List.of();
    private volatile long setBackNanos;
    private volatile String problem = "";
    private volatile @Nullable JournalReport report;

    private Replay(List<JournalFile> files, Target target) {
        this.files = files;
        this.target = target;
        this.firstNanos = files.stream()
                .mapToLong(JournalFile::firstNanos)
                .filter(nanos -> nanos != 0)
                .min()
                .orElse(0);
        this.lastNanos = new AtomicLong(firstNanos);
        this.transport = new Transport(firstNanos, System::nanoTime);
        thread.setDaemon(true);
        scan.setDaemon(true);
    }

    /**
     * Opens journals for playing; paused.
     *
     * @param filesAndFolders as {@link JournalReader#open} takes them
     * @throws JournalException when one of them is missing, empty or no journal
     */
    public static Replay open(List<Path> filesAndFolders, Target target) throws JournalException {
        Replay replay = new Replay(JournalFile.find(filesAndFolders), target);
        replay.thread.start();
        replay.scan.start();
        return replay;
    }

    /** Receive time of the first frame, nanoseconds since 1970. */
    public long firstNanos() {
        return firstNanos;
    }

    /** Receive time of the last frame; grows while a journal without block headers is still being looked through. */
    public long lastNanos() {
        return lastNanos.get();
    }

    /**
     * Market time, nanoseconds since 1970: it runs smoothly between frames, never passes one that has not been
     * delivered, and stands while the replay is paused, ended or seeking.
     */
    public long nowNanos() {
        return transport.nowNanos();
    }

    public boolean paused() {
        return transport.paused();
    }

    public void pause() {
        transport.pause(true);
    }

    public void play() {
        transport.pause(false);
    }

    /** Delivers the next frame and stays paused. */
    public void step() {
        transport.step();
    }

    /** How many times real time, 1 to 100. */
    public double speed() {
        return transport.speed();
    }

    /** Sets {@link #speed}; values outside 1 to 100 are brought to the nearer end. */
    public void speed(double times) {
        transport.speed(times);
    }

    /**
     * Goes, as fast as the target takes the frames, to where all frames up to that time have been delivered; back by
     * starting again. {@link Long#MAX_VALUE} is the journal's end. The latest of several seeks counts.
     */
    public void seek(long nanos) {
        transport.seek(nanos);
    }

    /** Whether a seek is still on its way. */
    public boolean seeking() {
        return transport.seeking();
    }

    /** Where a seek that is on its way goes, nanoseconds since 1970. */
    public long seekNanos() {
        return transport.seekNanos();
    }

    /** Ends a seek that is on its way, wherever it has come to. */
    public void stopSeeking() {
        transport.stopSeeking();
    }

    /** Stretches without a frame, oldest first; empty until all files have been looked through. */
    public List<JournalGaps.Gap> gaps() {
        return gaps;
    }

    /**
     * By how much market time is ahead of the journal's, because the recorder's clock was set back before the newest frame;
     * else 0. Frames come with market time.
     */
    public long setBackNanos() {
        return setBackNanos;
    }

    /** Whether the last frame has been delivered, or the replay has failed. */
    public boolean ended() {
        return transport.ended();
    }

    /** Why it failed, in words; empty while nothing is wrong. */
    public String problem() {
        return problem;
    }

    /** What the journal holds; once it has been played to its end. */
    public Optional<JournalReport> report() {
        return Optional.ofNullable(report);
    }

    /** Stops. Afterwards the target is not called again, unless it hangs in a call. */
    @Override
    public void close() {
        transport.close();
        if (Thread.currentThread() != thread) {
            try {
                thread.join(CLOSE_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void run() {
        try {
            for (boolean again = true; again; ) {
                again = pass();
            }
        } catch (JournalException e) {
            fail(String.valueOf(e.getMessage()));
        } catch (InterruptedException | RuntimeException e) {
            LOG.error("the replay has stopped", e);
            fail("the replay has stopped by a fault of the program: " + e);
        }
    }

    private void fail(String why) {
        problem = why;
        transport.fail();
    }

    /** Plays from the beginning until told to begin again (true) or to close. */
    private boolean pass() throws JournalException, InterruptedException {
        try (JournalReader reader = new JournalReader(files)) {
            SteadyTimes times = new SteadyTimes();
            setBackNanos = 0;
            Frame next = next(reader, times);
            transport.begin(next);
            while (true) {
                Transport.Action action = transport.await();
                switch (action) {
                    case DELIVER, STEP -> {
                        next = deliver(next, reader, times);
                        if (action == Transport.Action.STEP && next != null) {
                            target.reached(nowNanos());
                        }
                    }
                    case ARRIVE -> target.reached(nowNanos());
                    case RESTART -> {
                        target.restart();
                        return true;
                    }
                    case CLOSE -> {
                        return false;
                    }
                }
            }
        }
    }

    private @Nullable Frame deliver(@Nullable Frame frame, JournalReader reader, SteadyTimes times)
            throws JournalException {
        if (frame != null) {
            setBackNanos = times.setBackNanos();
            target.accept(frame);
            lastNanos.accumulateAndGet(frame.receivedNanos(), Math::max);
        }
        Frame next = next(reader, times);
        transport.delivered(next);
        return next;
    }

    private @Nullable Frame next(JournalReader reader, SteadyTimes times) throws JournalException {
        Frame next = reader.next();
        if (next == null) {
            report = reader.report();
            return null;
        }
        return times.next(next);
    }

    private void findLast() {
        JournalGaps found = new JournalGaps();
        for (JournalFile file : files) {
            try {
                lastNanos.accumulateAndGet(JournalSpan.lastNanos(file, found, transport::closed), Math::max);
            } catch (IOException e) {
                LOG.warn("cannot find the last frame of {}: {}", file.path(), JournalFile.words(e));
                return; // what lies in it is not known, so neither is what does not
            }
        }
        gaps = found.gaps();
    }
}
