package io.faultline.desk;

import io.faultline.liquidation.GridSnapshot;
import io.faultline.market.BookDelta;
import io.faultline.market.BookSnapshot;
import io.faultline.market.FeedStatus;
import io.faultline.market.FundingSettlement;
import io.faultline.market.FundingTerms;
import io.faultline.market.InstrumentListing;
import io.faultline.market.MarketEvent;
import io.faultline.market.Venue;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs a {@link Desk} on a thread of its own behind a bounded inbox, and publishes its newest view. Views are
 * latest-wins: one is made only when the last has been taken, and not more often than the screen can use.
 */
public final class DeskThread implements AutoCloseable {
    /** Fourteen times the busiest 100 ms of a real BTCUSDT capture. */
    private static final int INBOX = 16_384;

    /** Places in the inbox that only what is said once may take. */
    private static final int RESERVE = 1_024;

    /** Taken out of the inbox it says that there are tasks. */
    private static final Object WAKE = new Object();

    private static final Logger LOG = LoggerFactory.getLogger(DeskThread.class);

    /** What happens to an event that finds the inbox full. */
    public enum Overflow {
        /**
         * It is dropped and counted; a book delta's loss breaks its chain, so the book resynchronises. What is said only
         * once, such as that a connection is up again, still finds room. For live feeds.
         */
        SHED,
        /** The sender waits. For replays, which must lose nothing at any speed. */
        WAIT
    }

    private final Desk desk;
    private final Overflow overflow;
    private final LongSupplier nanoTime;
    private final ArrayBlockingQueue<Object> inbox = new ArrayBlockingQueue<>(INBOX + RESERVE);
    private final Queue<Runnable> tasks = new ConcurrentLinkedQueue<>();
    private final ModelWorker worker;
    private final AtomicInteger waiting = new AtomicInteger();
    private volatile Runnable whenIdle = () -> {};
    private final AtomicLongArray lost = new AtomicLongArray(VenueBits.VENUES);
    private final long[] toldLost = new long[VenueBits.VENUES];
    private final Thread thread;
    private volatile DeskView view;
    private volatile boolean viewWanted = true;
    private volatile boolean closing;

    /**
     * Starts the thread.
     *
     * @param nanoTime a monotonic clock in nanoseconds, for the pace of views only
     */
    public DeskThread(Desk desk, Overflow overflow, LongSupplier nanoTime) {
        this.desk = desk;
        this.overflow = overflow;
        this.nanoTime = nanoTime;
        this.worker = new ModelWorker(desk.symbol());
        desk.runBy(new Background(worker, this::execute));
        this.view = desk.view();
        this.thread = new Thread(this::run, "desk-" + desk.symbol());
        this.thread.setDaemon(true);
        this.thread.start();
    }

    /** Hands an event over, from any thread. Waits only if that is the policy. */
    public void accept(MarketEvent event) {
        boolean room = overflow == Overflow.WAIT || isSaidOnce(event) || inbox.size() < INBOX;
        waiting.incrementAndGet();
        if (room && inbox.offer(event)) {
            return;
        }
        if (overflow == Overflow.WAIT) {
            waitToPut(event);
            return;
        }
        lost.incrementAndGet(VenueBits.index(event.venue()));
        applied(1);
        if (event instanceof BookDelta delta) {
            delta.release();
        }
    }

    /** Whether nothing that comes later makes up for its loss. */
    private static boolean isSaidOnce(MarketEvent event) {
        return event instanceof FeedStatus
                || event instanceof BookSnapshot
                || event instanceof InstrumentListing
                || event instanceof FundingTerms
                || event instanceof FundingSettlement;
    }

    private void waitToPut(MarketEvent event) {
        try {
            while (!closing && !inbox.offer(event, 50, TimeUnit.MILLISECONDS)) {
                // Full still: the desk is working.
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The newest view, from any thread; never blocks. Asking is what makes the next one. */
    public DeskView view() {
        DeskView newest = view;
        viewWanted = true;
        return newest;
    }

    /** Whether all that came has been applied. From any thread. */
    public boolean idle() {
        return waiting.get() == 0;
    }

    /** @param whenIdle is run on the desk's thread each time all that came has been applied; must not block */
    public void onIdle(Runnable whenIdle) {
        this.whenIdle = whenIdle;
    }

    private void applied(int events) {
        if (waiting.addAndGet(-events) == 0) {
            whenIdle.run();
        }
    }

    /** The desk; its state may be read only once {@link #close} has returned. */
    public Desk desk() {
        return desk;
    }

    private void run() {
        List<Object> batch = new ArrayList<>(512);
        ViewPace pace = new ViewPace(nanoTime.getAsLong());
        try {
            while (!closing || !inbox.isEmpty()) {
                Object first = inbox.poll(pace.isStale() ? 4 : 50, TimeUnit.MILLISECONDS);
                if (first != null) {
                    tellLost();
                    batch.add(first);
                    inbox.drainTo(batch, 511);
                    int events = 0;
                    for (Object next : batch) {
                        if (next instanceof MarketEvent event) {
                            apply(event);
                            events++;
                        }
                    }
                    batch.clear();
                    runTasks();
                    applied(events);
                    pace.changed();
                }
                long now = nanoTime.getAsLong();
                if (viewWanted && pace.isDue(now)) {
                    boolean grids = pace.areGridsDue(now);
                    viewWanted = false;
                    publish(grids);
                    pace.shown(now, grids);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        publish(true);
    }

    /** Runs something on the desk's thread, soon; from any thread. Never waits. */
    private void execute(Runnable task) {
        tasks.add(task);
        boolean unused = inbox.offer(WAKE); // a full inbox needs no waking
    }

    private void runTasks() {
        for (Runnable task = tasks.poll(); task != null; task = tasks.poll()) {
            try {
                task.run();
            } catch (RuntimeException e) {
                LOG.error("desk {} could not do what was asked of it", desk.symbol(), e);
            }
        }
    }

    /** As {@link Session#picture}. */
    public void picture(PictureChoice choice) {
        execute(() -> desk.picture(choice));
    }

    /** As {@link Session#rules}. */
    public void rules(SignalRules rules) {
        execute(() -> desk.rules(rules));
    }

    /** As {@link Session#remark}. */
    public void remark(int clusterId) {
        execute(() -> desk.remark(clusterId));
    }

    /** As {@link Session#gridsAt}: a question that is asked before the last one has an answer cancels that. */
    public CompletableFuture<List<GridSnapshot>> gridsAt(long millis) {
        CompletableFuture<List<GridSnapshot>> answer = worker.ask();
        execute(() -> desk.gridsAt(millis, answer));
        return answer;
    }

    /** What never got in changes what can be said of what did. */
    private void tellLost() {
        for (Venue venue : Venue.values()) {
            int i = VenueBits.index(venue);
            long now = lost.get(i);
            if (now != toldLost[i]) {
                toldLost[i] = now;
                desk.eventsLost(venue);
            }
        }
    }

    private void publish(boolean grids) {
        try {
            view = desk.view(venue -> lost.get(VenueBits.index(venue)), grids);
        } catch (RuntimeException e) {
            // The last view stays: its age shows. The thread goes on, and so may the next view.
            LOG.error("desk {} cannot show its state", desk.symbol(), e);
        }
    }

    private void apply(MarketEvent event) {
        try {
            desk.apply(event);
        } catch (RuntimeException e) {
            // A broken invariant must not end the thread and freeze the picture: the books start again from snapshots.
            LOG.error(
                    "desk {} failed on {} and starts its books again",
                    desk.symbol(),
                    event.getClass().getSimpleName(),
                    e);
            desk.startBooksAgain();
        }
    }

    /** Applies what is in the inbox, then stops; waits for that at most a few seconds. */
    @Override
    public void close() {
        closing = true;
        try {
            thread.join(TimeUnit.SECONDS.toMillis(5));
            worker.close();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
