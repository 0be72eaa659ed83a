package io.faultline.desk;

import io.faultline.liquidation.GridSnapshot;
import io.faultline.liquidation.ModelParameters;
import io.faultline.market.Venue;
import io.faultline.signal.PaperTerms;
import io.faultline.signal.SessionPlan;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** A running market that the workspace shows: live venues, or a journal being replayed. Thread-safe. */
public interface Session extends AutoCloseable {
    /** Of sessions that keep none: what is written is there until the program ends. */
    Records NO_RECORDS = new MemoryRecords();

    /** Where the data comes from; every surface and picture says so. */
    enum Mode {
        LIVE,
        PRACTICE,
        REPLAY
    }

    Mode mode();

    /** Whether no real market said this: a practice exchange did, now or when the journal was written. */
    default boolean practice() {
        return mode() == Mode.PRACTICE;
    }

    /** Which practice market it is, where that is known. */
    default Optional<Practice> terms() {
        return Optional.empty();
    }

    /** The newest view; never blocks. */
    DeskView view();

    /** The market's time now, nanoseconds since 1970: ages are measured against it. */
    long nowNanos();

    /** What it is, in words: the venues' names, or the journal's. */
    String title();

    /** Present in a replay only. */
    Optional<ReplayControl> replay();

    /** What the journal being written does; empty when none is. */
    Optional<JournalStatus> journal();

    /**
     * Starts or stops writing a journal of what comes in; {@link #journal} tells how it goes, trouble with the disk
     * included. A session that makes no journal, such as a replay, ignores it.
     */
    default void record(boolean on) {}

    /**
     * The venues that can be switched on and off, in order, and whether each is on. A replay shows what its journal
     * holds, and has none to switch.
     */
    default Map<Venue, Boolean> venues() {
        return Map.of();
    }

    /** Switches a venue on or off, at once; the others notice nothing. Switched off it costs no traffic. */
    default void turn(Venue venue, boolean on) {}

    /** Ends every pause between attempts to connect, and tries again at once. A replay ignores it. */
    default void retryNow() {}

    /** Wants another liquidation heatmap; the old one stays in view until the new one is there. */
    default void picture(PictureChoice choice) {}

    /** Reads clusters and signals by other rules from now on; a live session all of the program's symbols, kept over restarts. */
    default void rules(SignalRules rules) {}

    /** The rules that were chosen last; views follow a moment later. */
    default SignalRules rules() {
        return view().clusters().rules();
    }

    /** Measures the migration of a cluster, {@link ClusterView#id}, from where it is now on. */
    default void remark(int clusterId) {}

    /** Trades a plan of the shown symbol on paper, on the tape as it comes; nothing is sent. See {@link DeskView#papers}. */
    default void arm(SessionPlan plan, PaperTerms terms) {}

    /** Takes back a paper trade that is not entered, closes one that is at once, forgets one that is over. */
    default void closePaper(int id) {}

    /** Runs the model anew from its inputs under other parameters. */
    default void model(ModelParameters parameters) {}

    /**
     * The grids as they stood at a moment of the past, computed anew off the caller's thread, of the positions that the
     * picture wanted counts. Completes with an empty list where that is not known. Only the newest question is answered: one
     * that has no answer yet is cancelled by the next.
     *
     * @param millis exchange time
     */
    default CompletableFuture<List<GridSnapshot>> gridsAt(long millis) {
        return CompletableFuture.completedFuture(List.of());
    }

    /**
     * Takes over a file of margin tables, and prices what opens from then on by them; the tables' days are in {@link
     * GridView.Standing}. Does not wait.
     *
     * @return what it holds, and what is wrong with it, with line and field, a sentence each
     */
    default CompletableFuture<List<String>> importBrackets(Path file) {
        return CompletableFuture.completedFuture(List.of("no brackets can be imported here"));
    }

    /** What the files of margin tables that the user has imported hold, a sentence each; empty if there are none. */
    default List<String> importedBrackets() {
        return List.of();
    }

    /** The alarms of all symbols that are watched together with this one; a replay's are its own, and end with it. */
    default AlarmBoard alarms() {
        return AlarmBoard.NONE;
    }

    /** Small things that must survive the program; a replay's end with it. */
    default Records records() {
        return NO_RECORDS;
    }

    /** How far the past behind the views is known; empty where none is kept. */
    default Optional<PastStatus> past() {
        return Optional.empty();
    }

    /** Stops every thread and socket of it. */
    @Override
    void close();

    /**
     * @param seed of all chance in the market
     * @param speed how many times faster than life it is meant to go
     * @param script that plays on it; empty where none does
     */
    record Practice(long seed, double speed, String script) {
        /** Without a script. */
        public Practice(long seed, double speed) {
            this(seed, speed, "");
        }
    }

    /**
     * @param bytes written so far
     * @param lost frames that its queue had to drop
     * @param problem in words, empty while all is well
     */
    record JournalStatus(String name, long bytes, long lost, String problem) {}

    /**
     * @param fraction of what is being asked of the venues, 0 to 1
     * @param lines one of each venue, in words
     * @param problem with the store, in words; empty while all is well
     */
    record PastStatus(double fraction, List<String> lines, String problem) {
        public PastStatus {
            lines = List.copyOf(lines);
        }
    }
}
