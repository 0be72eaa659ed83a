package io.faultline.ui.panel;

import io.faultline.desk.ClusterView;
import io.faultline.desk.ClustersView;
import io.faultline.desk.DeskView;
import io.faultline.desk.MadePlan;
import io.faultline.desk.PaperView;
import io.faultline.desk.PlanDraft;
import io.faultline.desk.PlanDrafts;
import io.faultline.desk.PlanMoves;
import io.faultline.desk.PlanWish;
import io.faultline.desk.Records;
import io.faultline.desk.Session;
import io.faultline.desk.VenueView;
import io.faultline.market.Venue;
import io.faultline.signal.PaperTerms;
import io.faultline.signal.PlanStyle;
import io.faultline.signal.Timeframe;
import io.faultline.ui.settings.KnownSettings;
import io.faultline.ui.settings.SettingsControl;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The plan of a symbol, as the user has made it, and what plans are sized by. A plan stands as it was made until it is made
 * anew; it is kept per symbol. Nothing is ever sent. JavaFX thread only.
 */
public final class PlanControl {
    private static final String PLANS = "plan";
    private static final String ACCOUNT = "account";

    private final LiquidationControl liquidations;
    private final ClusterControl clusters;
    private final BooleanSupplier eventOn;
    private final SettingsControl settings;
    private long sizedBy;
    private @Nullable Session session;
    private @Nullable DeskView view;
    private PlanAccount account = PlanAccount.DEFAULT;
    private PlanStyle style = PlanStyle.AHEAD;
    private boolean eventMarked;
    private @Nullable MadePlan plan;
    private @Nullable MadePlan kept;
    private boolean resizing;
    private BiConsumer<String, Runnable> undoable = (words, back) -> {};
    private String problem = "";
    private boolean settled = true;
    private long version;

    /**
     * @param eventOn whether a window around one of the user's events is on
     * @param settings where the size of the account and the risk of a plan stand
     */
    PlanControl(
            LiquidationControl liquidations,
            ClusterControl clusters,
            BooleanSupplier eventOn,
            SettingsControl settings) {
        this.liquidations = liquidations;
        this.clusters = clusters;
        this.eventOn = eventOn;
        this.settings = settings;
        sizedBy = settings.version();
    }

    /** Goes with that session: reads what was kept, and keeps what comes. */
    void bind(Session of) {
        session = of;
        DeskView first = of.view();
        view = first;
        Records records = of.records();
        String symbol = first.symbol();
        Kept.read(records, PLANS, kept -> takePlan(kept, symbol));
        Kept.read(records, ACCOUNT, this::takeAccount);
    }

    private void takePlan(Map<String, String> kept, String symbol) {
        if (plan == null && kept.containsKey(symbol)) {
            MadePlan.read(kept.get(symbol)).ifPresent(read -> {
                plan = read;
                this.kept = read;
                style = read.plan().style();
                version++;
            });
        }
    }

    private void takeAccount(Map<String, String> kept) {
        String text = kept.get(ACCOUNT);
        if (text != null && account.equals(PlanAccount.DEFAULT)) {
            PlanAccount.read(text).ifPresent(read -> {
                account = read;
                version++;
            });
        }
    }

    void see(DeskView newest) {
        view = newest;
        if (settings.version() != sizedBy) {
            sizedBy = settings.version();
            version++;
            resize();
        }
    }

    /** Rises with every change. */
    public long version() {
        return version;
    }

    /** The plan that stands. */
    public Optional<MadePlan> plan() {
        return Optional.ofNullable(plan);
    }

    /** Why the last one that was wanted could not be made, in words; empty if it could. */
    public String problem() {
        return problem;
    }

    public PlanStyle style() {
        return style;
    }

    public PlanAccount account() {
        boolean byRule = settings.get(KnownSettings.RISK_BY_RULE);
        return account.withAccount(settings.get(KnownSettings.ACCOUNT_USD))
                .withRisk(byRule ? null : settings.get(KnownSettings.RISK_PERCENT) / 100);
    }

    /** Where the plan is traded: the user's choice, else the first venue that has said its tick. */
    public Optional<Venue> venue() {
        List<Venue> listed = venues();
        Venue chosen = account.venue();
        return chosen != null && listed.contains(chosen)
                ? Optional.of(chosen)
                : listed.stream().findFirst();
    }

    /** Venues that list the symbol. */
    public List<Venue> venues() {
        DeskView now = view;
        return now == null
                ? List.of()
                : now.venues().stream()
                        .filter(venue -> venue.listing() != null)
                        .map(VenueView::instrument)
                        .map(instrument -> instrument.venue())
                        .toList();
    }

    /** Whether the user has said that an event's window is on. */
    public boolean eventMarked() {
        return eventMarked;
    }

    /** Whether plans are halved for an event: one the user has marked, or one of the calendar. */
    public boolean eventWindow() {
        return eventMarked || eventOn.getAsBoolean();
    }

    /** Makes a plan for that cluster, in the chosen style. */
    public void make(ClusterView cluster) {
        make(cluster.id(), style, PlanMoves.NONE, false);
    }

    /** Makes a plan for the selected cluster, or the nearest. */
    public void make() {
        ClustersView now = view == null ? ClustersView.NONE : view.clusters();
        Optional<ClusterView> cluster = clusters.shown(now);
        if (cluster.isPresent()) {
            make(cluster.get());
        } else {
            problem = now.known() ? "there is no cluster to plan for" : "clusters are not known yet";
            version++;
        }
    }

    private void make(int clusterId, PlanStyle in, PlanMoves moves, boolean moved) {
        Optional<Venue> at = venue();
        DeskView now = view;
        version++;
        if (now == null || at.isEmpty()) {
            problem = "no venue has said its tick yet";
            return;
        }
        PlanAccount by = account();
        Double risk = by.risk();
        PlanWish wish = new PlanWish(
                clusterId,
                in,
                by.accountUsd(),
                risk == null ? OptionalDouble.empty() : OptionalDouble.of(risk),
                at.get(),
                eventWindow(),
                Timeframe.ofWindow(Duration.ofMillis(liquidations.window().millis())),
                clusters.choice());
        PlanDraft draft = PlanDrafts.of(now, wish, moves);
        problem = draft.problem();
        MadePlan.of(now, draft, moved).ifPresent(made -> {
            plan = made;
            if (settled) {
                keep();
            }
        });
    }

    /** Makes the plan anew of the market as it is now, if its cluster still stands. */
    public void again() {
        MadePlan was = plan;
        if (was == null) {
            make();
        } else {
            make(was.clusterId(), style, PlanMoves.NONE, false);
        }
    }

    /** Plans in another style; the prices are the rule's again. */
    public void style(PlanStyle chosen) {
        style = chosen;
        version++;
        if (plan != null) {
            make(plan.clusterId(), style, PlanMoves.NONE, false);
        }
    }

    /** Sizes by another account; the prices stay. */
    public void account(PlanAccount other) {
        account = other;
        version++;
        settings.set(KnownSettings.ACCOUNT_USD, other.accountUsd());
        settings.set(KnownSettings.RISK_BY_RULE, other.risk() == null);
        if (other.risk() != null) {
            settings.set(KnownSettings.RISK_PERCENT, other.risk() * 100);
        }
        sizedBy = settings.version();
        Session to = session;
        if (to != null) {
            to.records().write(ACCOUNT, ACCOUNT, other.json());
        }
        resize();
    }

    /** The user marks that an event's window is on, or that none is. */
    public void eventMarked(boolean on) {
        eventMarked = on;
        version++;
        resize();
    }

    private void resize() {
        MadePlan was = plan;
        if (was != null) {
            resizing = true;
            make(was.clusterId(), was.plan().style(), was.prices(), was.moved());
            resizing = false;
        }
    }

    /**
     * Puts a price of the plan elsewhere; where that makes no plan it stays, and {@link #problem} says why. Kept with {@link
     * #settle}, as a handle is dragged through many prices.
     */
    public void move(PlanMoves.Handle handle, double price) {
        MadePlan was = plan;
        if (was == null || !(price > 0)) {
            return;
        }
        settled = false;
        make(was.clusterId(), was.plan().style(), was.prices().with(handle, price), true);
        settled = true;
    }

    /** Keeps what was moved. */
    public void settle() {
        keep();
    }

    /** Forgets the plan. */
    public void drop() {
        plan = null;
        problem = "";
        version++;
        keep();
    }

    /** From now on that is told of each plan that is made, moved or dropped, with what takes it back. */
    public void onDone(BiConsumer<String, Runnable> told) {
        undoable = told;
    }

    private void back(@Nullable MadePlan before) {
        plan = before;
        style = before == null ? style : before.plan().style();
        problem = "";
        version++;
        kept = before;
        write();
    }

    private void keep() {
        MadePlan before = kept;
        if (!resizing && !Objects.equals(before, plan)) {
            String what = plan == null ? "plan dropped" : before == null ? "plan made" : "plan changed";
            undoable.accept(what, () -> back(before));
        }
        kept = plan;
        write();
    }

    private void write() {
        Session to = session;
        DeskView now = view;
        if (to != null && now != null) {
            to.records().write(PLANS, now.symbol(), plan == null ? null : plan.json());
        }
    }

    /** Trades the plan on paper from now on; false where there is none. */
    public boolean arm() {
        MadePlan armed = plan;
        Session to = session;
        if (armed == null || to == null) {
            return false;
        }
        to.arm(
                armed.plan(),
                new PaperTerms(armed.venue(), account.makerFee(), account.takerFee(), account.secondTarget()));
        return true;
    }

    /** Takes a paper trade back, closes it at once, or forgets one that is over. */
    public void closePaper(PaperView paper) {
        Session to = session;
        if (to != null) {
            to.closePaper(paper.id());
        }
    }
}
