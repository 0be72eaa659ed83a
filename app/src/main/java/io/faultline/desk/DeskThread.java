package io.faultline.desk;

import io.faultline.liquidation.GridSnapshot;
import io.faultline.liquidation.ModelParameters;
import io.faultline.liquidation.VenuePast;
import io.faultline.market.InstrumentId;
import io.faultline.market.KeptGrid;
import io.faultline.market.MarketEvent;
import io.faultline.market.RiskTiers;
import io.faultline.market.Venue;
import io.faultline.signal.PaperTerms;
import io.faultline.signal.SessionPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs a {@link Desk} on a thread of its own behind a bounded inbox, and publishes its newest view. Views are
 * latest-wins: one is made only when the last has been taken, and not more often than the screen can use.
 */
public final class DeskThread implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(DeskThread.class);
    private static final long TICK_NANOS = TimeUnit.MILLISECONDS.toNanos(40);

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
    private final Inbox inbox;
    private final LongSupplier nanoTime;
    private final LongSupplier clock;
    private final long[] toldLost = new long[VenueBits.VENUES];
    private final ModelWorker worker;
    private final Thread thread;
    private final List<Runnable> awaitShown = new ArrayList<>(); // on its thread only
    private volatile DeskView view;
    private volatile boolean viewWanted = true;
    private volatile boolean closing;

    /**
     * Starts the thread.
     *
     * @param nanoTime a monotonic clock in nanoseconds, for the pace of views only
     */
    public DeskThread(Desk desk, Overflow overflow, LongSupplier nanoTime) {
        this(desk, overflow, nanoTime, desk::timeNanos);
    }

    /**
     * Starts the thread.
     *
     * @param nanoTime a monotonic clock in nanoseconds, for the pace of views only
     * @param clock nanoseconds since 1970, by which events are stamped: how late it is for alarms while nothing comes. Without
     *     one it is as late as the newest event
     */
    public DeskThread(Desk desk, Overflow overflow, LongSupplier nanoTime, LongSupplier clock) {
        this.desk = desk;
        this.inbox = new Inbox(overflow);
        this.nanoTime = nanoTime;
        this.clock = clock;
        this.worker = new ModelWorker(desk.symbol());
        desk.model().runBy(new Background(worker, inbox::execute));
        desk.alarmDesk().wake(() -> inbox.execute(this::tick));
        this.view = desk.view();
        this.thread = new Thread(this::run, "desk-" + desk.symbol());
        this.thread.setDaemon(true);
        this.thread.start();
    }

    /** Hands an event over, from any thread. Waits only if that is the policy. */
    public void accept(MarketEvent event) {
        inbox.accept(event);
    }

    /** The newest view, from any thread; never blocks. Asking is what makes the next one. */
    public DeskView view() {
        DeskView newest = view;
        viewWanted = true;
        return newest;
    }

    /** The desk; its state may be read only once {@link #close} has returned. */
    public Desk desk() {
        return desk;
    }

    private void run() {
        List<Object> batch = new ArrayList<>();
        ViewPace pace = new ViewPace(nanoTime.getAsLong());
        long ticked = nanoTime.getAsLong();
        try {
            while (!closing || !inbox.isEmpty()) {
                if (inbox.take(batch, pace.isStale() ? 4 : 50, this::apply, this::run)) {
                    tellLost();
                    pace.changed();
                }
                long now = nanoTime.getAsLong();
                if (now - ticked >= TICK_NANOS) {
                    ticked = now;
                    if (tick()) {
                        pace.changed();
                    }
                }
                if (viewWanted && pace.isDue(now)) {
                    boolean grids = !awaitShown.isEmpty() || pace.areGridsDue(now);
                    viewWanted = false;
                    publish(grids);
                    pace.shown(now, grids);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        desk.alarmDesk().close(clock.getAsLong());
        publish(true);
    }

    /** While something waits it is as late as what was applied last: what waits was stamped earlier than now. */
    private boolean tick() {
        try {
            return desk.tickAlarms(inbox.isEmpty() ? clock.getAsLong() : desk.timeNanos());
        } catch (RuntimeException e) {
            LOG.error("desk {} cannot see to its alarms", desk.symbol(), e);
            return false;
        }
    }

    private void run(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException e) {
            LOG.error("desk {} could not do what was asked of it", desk.symbol(), e);
        }
    }

    /** Has something read off the desk, on its thread, after all that came before; from any thread. Never waits. */
    public <T> CompletableFuture<T> ask(Function<Desk, T> question) {
        CompletableFuture<T> answer = new CompletableFuture<>();
        inbox.execute(() -> {
            try {
                answer.complete(question.apply(desk));
            } catch (RuntimeException e) {
                answer.completeExceptionally(e);
            }
        });
        return answer;
    }

    /**
     * Has something done to the desk, on its thread, after all events that were accepted before and before the next; from
     * any thread. Waits for room in the inbox.
     */
    public void then(Consumer<Desk> task) {
        inbox.inOrder(() -> task.accept(desk));
    }

    /**
     * Has something run when a view is published that shows all events that were accepted before; from any thread. Waits
     * for room in the inbox.
     *
     * @param then on the desk's thread; must not block
     */
    public void whenShown(Runnable then) {
        inbox.inOrder(() -> {
            awaitShown.add(then);
            viewWanted = true;
        });
    }

    /** As {@link Session#picture}. */
    public void picture(PictureChoice choice) {
        inbox.execute(() -> desk.model().picture(choice));
    }

    /** As {@link Session#gridsAt}: a question that is asked before the last one has an answer cancels that. */
    public CompletableFuture<List<GridSnapshot>> gridsAt(long millis) {
        CompletableFuture<List<GridSnapshot>> answer = worker.ask();
        inbox.execute(() -> desk.model().gridsAt(millis, answer));
        return answer;
    }

    /**
     * Has the model run anew under other parameters.
     *
     * @param changes is given what the change consists of, on the worker: as a {@link io.faultline.market.ModelChange} it has
     *     to come back among the events
     */
    public void model(ModelParameters parameters, Consumer<String> changes) {
        inbox.execute(() -> desk.model().parameters(parameters, changes));
    }

    /**
     * Runs the past before what was seen live, and again whenever it has to be run differently.
     *
     * @param pasts all that is known of each contract
     * @param states is given what the grid of a contract is to go on from, on the worker: as a {@link
     *     io.faultline.market.KeptGrid} it has to come back among the events
     */
    public void learn(Map<InstrumentId, VenuePast> pasts, BiConsumer<InstrumentId, String> states) {
        inbox.execute(() -> desk.model().learn(pasts, states));
    }

    /** What the grids of liquidations need to go on from, as of now; never completed if it is closed before. */
    public CompletableFuture<List<KeptGrid>> keptGrids() {
        CompletableFuture<List<KeptGrid>> kept = new CompletableFuture<>();
        inbox.execute(() -> desk.model().kept(view.timeNanos(), kept));
        return kept;
    }

    /**
     * What the user has decided about the model, and a desk that begins must be told again.
     *
     * @param imported margin tables
     * @param change what a {@link io.faultline.market.ModelChange} to the parameters in force carries; empty while they are
     *     those that every session begins with
     * @param rules what a {@link io.faultline.market.RulesChange} to the rules in force carries; empty likewise
     * @param off venues that are switched off
     */
    public record Decided(List<RiskTiers> imported, Optional<String> change, Optional<String> rules, Set<Venue> off) {
        public Decided {
            imported = List.copyOf(imported);
            off = Set.copyOf(off);
        }
    }

    /** As of now; never completed if it is closed before. */
    public CompletableFuture<Decided> decided() {
        return ask(desk -> new Decided(
                desk.imported(), desk.model().ownParameters(), desk.signals().ownRules(), desk.off()));
    }

    /** As {@link Session#rules}. */
    public void rules(SignalRules rules) {
        inbox.execute(() -> desk.signals().use(rules));
    }

    /** As {@link Session#remark}, for a session without a journal: else a {@link io.faultline.market.ClusterMark} says it. */
    public void remark(int clusterId) {
        inbox.execute(() -> desk.signals().remark(clusterId));
    }

    /** As {@link Session#arm}. */
    public void arm(SessionPlan plan, PaperTerms terms) {
        inbox.execute(() -> desk.signals().papers().arm(plan, terms));
    }

    /** As {@link Session#closePaper}. */
    public void closePaper(int id) {
        inbox.execute(() -> desk.signals().papers().close(id));
    }

    /** Whether all that came has been applied, and all that was asked of the model is done. From any thread. */
    public boolean idle() {
        return worker.idle() && inbox.idle();
    }

    /** @param whenIdle is run, on threads of the desk, each time that {@link #idle} may have become true; must not block */
    public void onIdle(Runnable whenIdle) {
        inbox.onIdle(whenIdle);
        worker.onIdle(whenIdle);
    }

    /** What never got in changes what can be said of what did. */
    private void tellLost() {
        for (Venue venue : Venue.values()) {
            int i = VenueBits.index(venue);
            long now = inbox.lost(venue);
            if (now != toldLost[i]) {
                toldLost[i] = now;
                desk.eventsLost(venue);
            }
        }
    }

    private void publish(boolean grids) {
        try {
            view = desk.view(inbox::lost, grids);
        } catch (RuntimeException e) {
            // The last view stays: its age shows. The thread goes on, and so may the next view.
            LOG.error("desk {} cannot show its state", desk.symbol(), e);
        }
        awaitShown.forEach(this::run);
        awaitShown.clear();
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
        inbox.close();
        try {
            thread.join(TimeUnit.SECONDS.toMillis(5));
            worker.close();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
