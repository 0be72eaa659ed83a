package io.faultline.book;

import io.faultline.market.BookDelta;
import io.faultline.market.BookSnapshot;
import io.faultline.market.InstrumentId;
import java.util.ArrayDeque;
import org.jspecify.annotations.Nullable;

/**
 * Keeps an {@link OrderBook} in step with its venue, by that venue's {@link SyncRule}, and says whether it is. The book
 * is {@link State#LIVE} only while an unbroken chain of changes leads to it from a snapshot; whatever breaks the chain
 * empties it, and a new snapshot is asked for with the next change: one to join that change with, or one that the venue
 * then sends ahead of further changes.
 *
 * <p>One thread; time comes with the events. Deltas given to it are its own: it releases each once.
 */
public final class BookSynchronizer {
    /** Deltas kept while waiting for a snapshot; beyond it the oldest goes, and another snapshot is asked for. */
    static final int BUFFER_LIMIT = 2_000;

    /** Changes older than the book are not its repetition when they are all that comes for this long. */
    static final long OLDER_LIMIT_NANOS = 5_000_000_000L;

    /** Whether the book may be taken for the market. */
    public enum State {
        /** No change has come yet. */
        WAITING,
        /** Changes come; a snapshot to join them with, or to go ahead of them, is missing. */
        RESYNCING,
        /** In step. */
        LIVE,
        /** Its connection is down. */
        LOST
    }

    private final OrderBook book;
    private final SyncRule rule;
    private final SnapshotRequests requests;
    private final BookObserver observer;
    private final SyncTally tally;
    private final CrossingWatch crossing;
    private final ChecksumWatch checksums;
    private final ArrayDeque<BookDelta> buffer = new ArrayDeque<>();
    private @Nullable BookSnapshot held;

    private State state = State.WAITING;
    private String reason = "nothing has come yet";
    private long sinceNanos;
    private long updatedNanos;
    private int attempt;
    private int overflowsUntilAsked;

    /** Whether the book includes exactly all changes up to {@code lastId}: live, or cut off while it was. */
    private boolean inStep;

    private long lastId;

    /** Whether nothing has changed since the snapshot. */
    private boolean fresh;

    public BookSynchronizer(InstrumentId instrument, SnapshotRequests requests, BookObserver observer) {
        this(instrument, requests, observer, new SyncTally());
    }

    /** @param tally in which it counts, together with others */
    BookSynchronizer(InstrumentId instrument, SnapshotRequests requests, BookObserver observer, SyncTally tally) {
        this.book = new OrderBook(instrument);
        this.rule = SyncRule.of(instrument.venue());
        this.requests = requests;
        this.observer = observer;
        this.tally = tally;
        this.crossing = new CrossingWatch(rule.mayCross());
        this.checksums = new ChecksumWatch(observer);
    }

    /** The book, for reading; empty unless it is live, or was when its connection went down. */
    public OrderBook book() {
        return book;
    }

    public State state() {
        return state;
    }

    /** Why it is not live, or is live and {@link #crossed}, in words; else empty. */
    public String reason() {
        return crossed() ? CrossingWatch.words(book) : reason;
    }

    /** When this state began, receive time in nanoseconds since 1970; 0 before the first event. */
    public long sinceNanos() {
        return sinceNanos;
    }

    /** How many snapshots this synchronisation has asked for; 0 when live. */
    public int attempt() {
        return attempt;
    }

    /** Receive time of the newest change applied, nanoseconds since 1970; 0 before the first. */
    public long updatedNanos() {
        return updatedNanos;
    }

    /** Sequence number of the newest change that the book includes; 0 while it is not in step. */
    public long lastId() {
        return inStep ? lastId : 0;
    }

    /** Whether its best bid is not below its best ask, which no market is: it stays live for one more change. */
    public boolean crossed() {
        return crossing.crossed();
    }

    /** When it crossed, nanoseconds since 1970; of no meaning while it is not {@link #crossed}. */
    public long crossedSinceNanos() {
        return crossing.sinceNanos();
    }

    public SyncCounters counters() {
        return tally.counters();
    }

    /** Takes a change, which is now this synchroniser's to release. */
    public void onDelta(BookDelta delta) {
        tally.deltas++;
        onTime(delta.receivedNanos());
        if (inStep) {
            follow(delta);
        } else {
            await(delta);
        }
        synchronise();
    }

    /**
     * Takes a snapshot, asked for or not. One that comes in order with the changes replaces the book; any other that comes
     * while the book is live is counted and left.
     */
    public void onSnapshot(BookSnapshot snapshot) {
        tally.snapshots++;
        boolean asked = !rule.snapshotsInOrder() || snapshot.connection().equals(BookSnapshot.REQUEST);
        if (!asked) {
            onTime(snapshot.receivedNanos());
            startFrom(snapshot);
            return;
        }
        if (state == State.LIVE || !rule.joinsAsked()) {
            return;
        }
        held = snapshot;
        overflowsUntilAsked = 0;
        synchronise();
    }

    /**
     * The connection that brings the changes is down. Should the first change after it continue the chain, nothing was
     * lost; else that is a gap.
     *
     * @param why in words, for people
     */
    public void onDisconnected(long nanos, String why) {
        buffer.forEach(BookDelta::release);
        buffer.clear();
        attempt = 0;
        crossing.clear();
        enter(State.LOST, why, nanos);
    }

    /** Event time has come this far; needed only so that a crossed book is not left standing in a silence. */
    public void onTime(long nanos) {
        if (crossing.lasts(nanos)) {
            giveUpCrossed(nanos);
        }
    }

    private void follow(BookDelta delta) {
        if (repeats(delta)) {
            tally.duplicates++;
            delta.release();
        } else if (fresh ? rule.begins(delta, lastId) : SyncRule.continues(delta, lastId)) {
            apply(delta);
        } else {
            tally.gaps++;
            resync("gap: " + delta.previousId() + " came after " + lastId, delta.receivedNanos());
            if (rule.joinsAsked()) {
                buffer.addFirst(delta);
            } else {
                drop(delta);
            }
        }
    }

    /** A venue that has begun to count anew sends nothing that the book could ever follow. */
    private boolean repeats(BookDelta delta) {
        return rule.repeats(delta, lastId) && delta.receivedNanos() - updatedNanos <= OLDER_LIMIT_NANOS;
    }

    private void apply(BookDelta delta) {
        long nanos = delta.receivedNanos();
        try {
            boolean bestMoved = book.apply(delta);
            lastId = delta.lastId();
            updatedNanos = nanos;
            tally.applied++;
            fresh = false;
            boolean right = checksums.agrees(book, delta);
            delta.release();
            observer.deltaApplied(book, lastId);
            if (!right) {
                resync(ChecksumWatch.WRONG, nanos);
            } else if ((bestMoved || crossed() || state != State.LIVE) && crossing.lasts(book, nanos)) {
                giveUpCrossed(nanos);
            }
        } catch (UnusableLevelsException e) {
            delta.release();
            resync(e.reason(), nanos);
        }
        if (inStep && state != State.LIVE) {
            held = null;
            attempt = 0;
            enter(State.LIVE, "", nanos);
        }
    }

    private void giveUpCrossed(long nanos) {
        tally.crossed++;
        resync(CrossingWatch.words(book), nanos);
    }

    private void resync(String why, long nanos) {
        tally.resyncs++;
        inStep = false;
        crossing.clear();
        attempt = 0;
        overflowsUntilAsked = 0;
        book.clear();
        enter(State.RESYNCING, why, nanos);
    }

    private void startFrom(BookSnapshot snapshot) {
        long nanos = snapshot.receivedNanos();
        crossing.clear();
        held = null;
        tally.stale += buffer.size();
        buffer.forEach(BookDelta::release);
        buffer.clear();
        try {
            book.replace(snapshot);
        } catch (UnusableLevelsException e) {
            refuse(e.reason(), nanos);
            return;
        }
        if (!checksums.agrees(book, snapshot)) {
            refuse(ChecksumWatch.WRONG, nanos);
            return;
        }
        inStep = true;
        fresh = true;
        lastId = snapshot.lastId();
        updatedNanos = nanos;
        attempt = 0;
        enter(State.LIVE, "", nanos);
        observer.snapshotApplied(book);
        if (crossing.lasts(book, nanos)) {
            giveUpCrossed(nanos);
        }
    }

    private void refuse(String why, long nanos) {
        if (inStep) {
            resync(why, nanos);
        } else {
            book.clear();
            enter(State.RESYNCING, why, nanos);
        }
        ask();
    }

    private void await(BookDelta delta) {
        if (state != State.RESYNCING) {
            enter(State.RESYNCING, "waiting for a snapshot", delta.receivedNanos());
        }
        if (rule.joinsAsked()) {
            hold(delta);
        } else {
            drop(delta);
        }
    }

    /** It comes before a snapshot that will hold it. */
    private void drop(BookDelta delta) {
        tally.stale++;
        delta.release();
        if (attempt == 0) {
            ask();
        }
    }

    private void hold(BookDelta delta) {
        buffer.addLast(delta);
        if (buffer.size() > BUFFER_LIMIT) {
            buffer.removeFirst().release();
            tally.bufferOverflows++;
            if (overflowsUntilAsked == 0) {
                overflowsUntilAsked = BUFFER_LIMIT;
                ask();
            } else {
                overflowsUntilAsked--;
            }
        }
    }

    private void synchronise() {
        if (inStep || buffer.isEmpty()) {
            return;
        }
        if (held != null) {
            join(held);
        } else if (attempt == 0) {
            ask();
        }
    }

    private void join(BookSnapshot snapshot) {
        while (!buffer.isEmpty() && rule.precedes(buffer.getFirst(), snapshot.lastId())) {
            tally.stale++;
            buffer.removeFirst().release();
        }
        if (buffer.isEmpty()) {
            return; // it is newer than all that came: the next change decides
        }
        held = null;
        if (load(snapshot, buffer.getFirst())) {
            inStep = true;
            apply(buffer.removeFirst());
            while (inStep && !buffer.isEmpty()) {
                follow(buffer.removeFirst());
            }
        }
        if (!inStep && !buffer.isEmpty()) {
            ask();
        }
    }

    private boolean load(BookSnapshot snapshot, BookDelta first) {
        if (!rule.joins(first, snapshot.lastId())) {
            reason = "the snapshot at " + snapshot.lastId() + " is too old: changes begin after " + first.previousId();
            return false;
        }
        try {
            book.replace(snapshot);
        } catch (UnusableLevelsException e) {
            reason = e.reason();
            return false;
        }
        observer.snapshotApplied(book);
        return true;
    }

    private void ask() {
        attempt++;
        requests.wanted(book.instrument(), attempt);
    }

    private void enter(State next, String why, long nanos) {
        if (state != next) {
            sinceNanos = nanos;
        }
        state = next;
        reason = why;
    }
}
