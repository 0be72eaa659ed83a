package io.faultline.desk;

import io.faultline.market.BookDelta;
import io.faultline.market.BookSnapshot;
import io.faultline.market.ClusterMark;
import io.faultline.market.ClusterNames;
import io.faultline.market.FeedStatus;
import io.faultline.market.FundingSettlement;
import io.faultline.market.FundingTerms;
import io.faultline.market.InstrumentListing;
import io.faultline.market.KeptGrid;
import io.faultline.market.MarketEvent;
import io.faultline.market.ModelChange;
import io.faultline.market.RiskTiers;
import io.faultline.market.RulesChange;
import io.faultline.market.Venue;
import io.faultline.market.VenueSwitch;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What waits to be taken by a desk's thread: events, as many as there is room for, and what people ask. Thread-safe. */
final class Inbox {
    /** Fourteen times the busiest 100 ms of a real BTCUSDT capture. */
    private static final int ROOM = 16_384;

    /** Places that only what is said once may take. */
    private static final int RESERVE = 1_024;

    private static final int BATCH = 512;

    /** Taken out it says that there are tasks. */
    private static final Object WAKE = new Object();

    private final DeskThread.Overflow overflow;
    private final ArrayBlockingQueue<Object> queue = new ArrayBlockingQueue<>(ROOM + RESERVE);
    private final Queue<Runnable> tasks = new ConcurrentLinkedQueue<>();
    private final AtomicInteger waiting = new AtomicInteger();
    private final AtomicLongArray lost = new AtomicLongArray(VenueBits.VENUES);
    private volatile Runnable whenIdle = () -> {};
    private volatile boolean closing;

    Inbox(DeskThread.Overflow overflow) {
        this.overflow = overflow;
    }

    /** Hands an event over. Waits only if that is the policy. */
    void accept(MarketEvent event) {
        boolean room = overflow == DeskThread.Overflow.WAIT || isSaidOnce(event) || queue.size() < ROOM;
        waiting.incrementAndGet();
        if (room && queue.offer(event)) {
            return;
        }
        if (overflow == DeskThread.Overflow.WAIT) {
            waitToPut(event);
            return;
        }
        lost.incrementAndGet(VenueBits.index(event.venue()));
        taken(1);
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
                || event instanceof FundingSettlement
                || event instanceof RiskTiers
                || event instanceof KeptGrid
                || event instanceof ModelChange
                || event instanceof RulesChange
                || event instanceof VenueSwitch
                || event instanceof ClusterNames
                || event instanceof ClusterMark;
    }

    private void waitToPut(Object event) {
        try {
            while (!closing && !queue.offer(event, 50, TimeUnit.MILLISECONDS)) {
                // Full still: the desk is working.
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Has something run by the taker, soon. Never waits. */
    void execute(Runnable task) {
        waiting.incrementAndGet();
        tasks.add(task);
        boolean unused = queue.offer(WAKE); // a full inbox needs no waking
    }

    /** Has something run by the taker after all that came before, and before what comes next. Waits for room. */
    void inOrder(Runnable task) {
        waiting.incrementAndGet();
        waitToPut(task);
    }

    /** How many events of a venue found no room. */
    long lost(Venue venue) {
        return lost.get(VenueBits.index(venue));
    }

    /**
     * Waits for what comes, and passes all of a batch of it on in its order: events, then tasks.
     *
     * @return whether there was anything
     */
    boolean take(List<Object> batch, long patienceMillis, Consumer<MarketEvent> events, Consumer<Runnable> asked)
            throws InterruptedException {
        Object first = queue.poll(patienceMillis, TimeUnit.MILLISECONDS);
        if (first == null) {
            return false;
        }
        batch.add(first);
        queue.drainTo(batch, BATCH - 1);
        int count = 0;
        for (Object next : batch) {
            if (next instanceof MarketEvent event) {
                events.accept(event);
                count++;
            } else if (next instanceof Runnable task) {
                asked.accept(task);
                count++;
            }
        }
        batch.clear();
        for (@Nullable Runnable task = tasks.poll(); task != null; task = tasks.poll()) {
            asked.accept(task);
            count++;
        }
        taken(count);
        return true;
    }

    private void taken(int events) {
        if (waiting.addAndGet(-events) == 0) {
            whenIdle.run();
        }
    }

    /** Whether all that came has been taken and dealt with. From any thread. */
    boolean idle() {
        return waiting.get() == 0;
    }

    /** @param idle is run by the taker each time all that came has been dealt with; must not block */
    void onIdle(Runnable idle) {
        whenIdle = idle;
    }

    boolean isEmpty() {
        return queue.isEmpty();
    }

    /** Nobody waits for room any more. */
    void close() {
        closing = true;
    }
}
