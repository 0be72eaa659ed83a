package io.faultline.desk;

import io.faultline.ledger.FlowCalibration;
import io.faultline.ledger.LedgerEntry;
import io.faultline.ledger.LedgerRule;
import io.faultline.ledger.LedgerState;
import io.faultline.ledger.Receipt;
import io.faultline.ledger.Scoreboard;
import io.faultline.liquidation.ModelParameters;
import io.faultline.liquidation.StepListener;
import io.faultline.liquidation.SymbolGrid;
import io.faultline.market.Venue;
import io.faultline.signal.DistanceProfile;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The ledger of a running desk: writes down what is said of clusters and what comes, keeps it over restarts, and makes
 * figures of it, at most once a second and only when something was added. The desk's thread feeds it; a thread of its own
 * reads, writes and adds up, so that it holds up nobody. Other parameters of the model, and other
 * rules, begin another epoch.
 */
public final class KeptLedger implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(KeptLedger.class);
    private static final long SECOND_MILLIS = 1_000;
    private static final long MINUTE_MILLIS = 60_000;

    /** So long a start may take to learn what the mark did since the last end. */
    private static final long PATIENCE_MILLIS = 10 * MINUTE_MILLIS;

    private static final long CLOSE_SECONDS = 5;

    private final String symbol;
    private final Predicate<Venue> tells;
    private final ScheduledThreadPoolExecutor thread;
    private volatile Figures figures = Figures.NONE;
    private volatile @Nullable Restored restored;

    // On the thread of its own.
    private final LedgerEntries entries = new LedgerEntries();
    private @Nullable LedgerPages pages;
    private @Nullable Records records;
    private String writtenEpoch = "";
    private boolean read; // before that a page of this hour would take the place of the one that is kept
    private boolean due;
    private long writtenMillis;

    // On the desk's thread.
    private @Nullable DeskLedger ledger;
    private @Nullable ModelParameters parameters;
    private SignalRules rules = SignalRules.DEFAULT;
    private LedgerView.Epoch epoch = LedgerView.NONE.epoch();
    private long startMillis;
    private long nowMillis;
    private long second = Long.MIN_VALUE;
    private long minute = Long.MIN_VALUE;
    private int dropped;
    private List<Receipt> open = List.of();
    private LedgerView view = LedgerView.NONE;
    private Figures viewed = Figures.NONE;

    /** What was made of the entries of an epoch. */
    private record Figures(
            String epoch,
            boolean known,
            long sinceMillis,
            Scoreboard board,
            FlowCalibration flows,
            List<Receipt> receipts,
            String problem) {
        static final Figures NONE =
                new Figures("", false, 0, LedgerView.NONE.board(), LedgerView.NONE.flows(), List.of(), "");
    }

    /** What the last run of an epoch had not finished. */
    private record Restored(String epoch, LedgerState state) {}

    /** @param tells whether a venue's reports of liquidations are heard */
    public KeptLedger(String symbol, Predicate<Venue> tells) {
        this.symbol = symbol;
        this.tells = tells;
        thread = new ScheduledThreadPoolExecutor(1, task -> {
            Thread made = new Thread(task, "ledger-" + symbol);
            made.setDaemon(true);
            return made;
        });
    }

    /** Reads what was kept, and keeps what comes; once, from any thread. Without it all ends with the program. */
    public void keepIn(Records kept) {
        run(() -> {
            records = kept;
            pages = new LedgerPages(symbol, kept);
            if (!writtenEpoch.isEmpty()) {
                readPages();
            }
        });
    }

    private void readPages() {
        LedgerPages from = pages;
        Records kept = records;
        if (from != null && kept != null) {
            CompletableFuture<?> unused = kept.read(from.kind()).thenAccept(all -> run(() -> take(all)));
        }
    }

    private void take(Map<String, String> all) {
        LedgerPages from = pages;
        if (from == null) {
            return;
        }
        List<LedgerEntry> since = new ArrayList<>(entries.told());
        since.addAll(entries.flows());
        LedgerPages.Kept kept = from.read(all, writtenEpoch);
        entries.clear();
        kept.entries().forEach(entries::add);
        read = true;
        for (LedgerEntry entry : since) { // written while the disk was read
            entries.add(entry);
            from.add(writtenEpoch, entry, writtenMillis);
        }
        kept.pending().ifPresent(state -> restored = new Restored(writtenEpoch, state));
        addUp();
    }

    /**
     * Looks what it has to do, before each event.
     *
     * @param millis event time
     */
    void look(Desk desk, SymbolGrid grid, long millis) {
        SignalRules by = desk.signals().rules();
        if (parameters == null || !parameters.equals(grid.parameters()) || !by.equals(rules)) {
            begin(desk, grid.parameters(), by, millis);
        }
        nowMillis = millis;
        DeskLedger current = ledger;
        long now = Math.floorDiv(millis, SECOND_MILLIS);
        if (current == null || now == second) {
            return;
        }
        second = now;
        resume(current, grid, millis);
        open = newestFirst(current.openReceipts());
        if (Math.floorDiv(millis, MINUTE_MILLIS) != minute) {
            minute = Math.floorDiv(millis, MINUTE_MILLIS);
            if (restored == null) { // else what is kept is more than what is known here yet
                keep(current.state(), millis);
            }
        }
    }

    private static List<Receipt> newestFirst(List<Receipt> receipts) {
        List<Receipt> reversed = new ArrayList<>(receipts);
        Collections.reverse(reversed);
        return List.copyOf(reversed);
    }

    private void begin(Desk desk, ModelParameters others, SignalRules by, long millis) {
        DeskLedger before = ledger;
        boolean first = before == null;
        if (before != null) {
            dropped += before.waiting() + before.interrupted();
        }
        String id = LedgerEpochs.id(others, by);
        String ended = epoch.id();
        parameters = others;
        rules = by;
        epoch = new LedgerView.Epoch(id, first ? 0 : epoch.number() + 1, first ? 0 : millis);
        startMillis = first ? millis : startMillis;
        restored = null;
        ledger = new DeskLedger(
                LedgerRule.standard(id).with(by.funding()),
                LedgerState.EMPTY,
                tells,
                entry -> wrote(id, entry),
                StepListener.NONE);
        desk.keep(ledger);
        run(() -> turn(ended, id));
    }

    /** On its own thread: the entries of another epoch are its own. */
    private void turn(String ended, String id) {
        flush();
        LedgerPages from = pages;
        if (from != null && isOurs() && !ended.isEmpty()) {
            from.drop(ended);
        }
        writtenEpoch = id;
        read = false;
        entries.clear();
        if (from == null) {
            addUp();
        } else {
            readPages();
        }
    }

    private void resume(DeskLedger current, SymbolGrid grid, long millis) {
        Restored from = restored;
        if (from == null) {
            return;
        }
        boolean known = grid.knownFromMillis() <= from.state().markMillis();
        if (!from.epoch().equals(epoch.id())) {
            restored = null;
        } else if (from.state().markMillis() > millis) { // a practice market that begins anew
            restored = null;
            dropped += from.state().predictions();
        } else if (known || millis - startMillis > PATIENCE_MILLIS) {
            restored = null;
            current.resume(
                    from.state(), LedgerEpochs.marks(grid.inputs(), from.state().markMillis()));
        }
    }

    /** On the desk's thread. */
    private void wrote(String id, LedgerEntry entry) {
        long millis = nowMillis;
        run(() -> {
            if (id.equals(writtenEpoch) && !entries.hasWhole(entry)) {
                entries.add(entry);
                writtenMillis = Math.max(writtenMillis, millis);
                LedgerPages to = pages;
                if (to != null && read) {
                    to.add(id, entry, writtenMillis);
                }
                if (!due) {
                    due = true;
                    Future<?> unused = thread.schedule(this::dueNow, 1, TimeUnit.SECONDS);
                }
            }
        });
    }

    private void dueNow() {
        due = false;
        try {
            flush();
            addUp();
        } catch (RuntimeException bug) {
            LOG.error("the ledger of {} cannot be added up", symbol, bug);
        }
    }

    private void flush() {
        LedgerPages to = pages;
        if (to != null && read && isOurs()) {
            to.flush(writtenMillis);
        }
    }

    /** Two programs that write the same pages would tear each other's out. */
    private boolean isOurs() {
        Records kept = records;
        return kept != null && kept.owner();
    }

    private String problem() {
        Records kept = records;
        if (kept == null) {
            return "";
        }
        return kept.owner() ? kept.problem() : "another Faultline keeps the ledger of this folder";
    }

    private void addUp() {
        figures = new Figures(
                writtenEpoch,
                true,
                entries.sinceMillis(),
                Scoreboard.of(entries.told(), DistanceProfile.NARROW),
                FlowCalibration.of(entries.flows()),
                entries.receipts(),
                problem());
    }

    private void keep(LedgerState state, long millis) {
        String id = epoch.id();
        run(() -> {
            LedgerPages to = pages;
            if (to != null && read && isOurs() && id.equals(writtenEpoch)) {
                writtenMillis = Math.max(writtenMillis, millis);
                to.pending(id, state);
            }
        });
    }

    private void run(Runnable task) {
        try {
            thread.execute(() -> {
                try {
                    task.run();
                } catch (RuntimeException bug) {
                    LOG.error("the ledger of {} failed", symbol, bug);
                }
            });
        } catch (RejectedExecutionException closed) {
            LOG.debug("the ledger of {} is closed", symbol);
        }
    }

    /** The newest figures; on the desk's thread. The same object while nothing has changed. */
    @SuppressWarnings("ReferenceEquality") // figures never change: the same object says the same
    LedgerView view() {
        DeskLedger current = ledger;
        Figures made = figures;
        Figures shown = made.epoch().equals(epoch.id()) ? made : Figures.NONE;
        int waiting = current == null ? 0 : current.waiting();
        int lost = dropped + (current == null ? 0 : current.interrupted());
        boolean same = viewed == shown
                && view.epoch().equals(epoch)
                && view.waiting() == waiting
                && view.dropped() == lost
                && view.open().equals(open);
        if (!same) {
            viewed = shown;
            view = new LedgerView(
                    epoch,
                    shown.known(),
                    shown.sinceMillis(),
                    shown.board(),
                    shown.flows(),
                    open,
                    shown.receipts(),
                    waiting,
                    lost,
                    shown.problem());
        }
        return view;
    }

    /** Keeps what is not finished; when the desk's thread has ended. */
    @Override
    public void close() {
        DeskLedger current = ledger;
        if (thread.isShutdown()) {
            return;
        }
        if (current != null && restored == null) {
            keep(current.state(), nowMillis);
        }
        Future<?> last = thread.submit(this::flush);
        try {
            last.get(CLOSE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            LOG.warn("the ledger of {} could not be kept", symbol, e);
        }
        thread.shutdownNow();
    }
}
