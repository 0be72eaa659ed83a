package io.faultline.desk;

import io.faultline.liquidation.MarginScheme;
import io.faultline.liquidation.Position;
import io.faultline.liquidation.cluster.Cluster;
import io.faultline.market.Instrument;
import io.faultline.market.PositionSide;
import io.faultline.market.TakerSide;
import io.faultline.signal.PathRule;
import io.faultline.signal.PlanLevels;
import io.faultline.signal.PlanMaker;
import io.faultline.signal.PlanMarket;
import io.faultline.signal.PlanWarning;
import io.faultline.signal.PlanZone;
import io.faultline.signal.RiskFraction;
import io.faultline.signal.SessionPlan;
import io.faultline.signal.Swings;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes a plan of what a view shows: one call, for any thread. */
public final class PlanDrafts {
    private static final double HALF = 0.5;

    private final ClustersView view;
    private final ClusterView cluster;
    private final PlanWish wish;
    private final double tick;
    private final PlanMoves moves;

    private PlanDrafts(ClustersView view, ClusterView cluster, PlanWish wish, double tick, PlanMoves moves) {
        this.view = view;
        this.cluster = cluster;
        this.wish = wish;
        this.tick = tick;
        this.moves = moves;
    }

    /** The plan as of this view, or why there is none. */
    public static PlanDraft of(DeskView desk, PlanWish wish) {
        return of(desk, wish, PlanMoves.NONE);
    }

    /** The same with prices that the user has put elsewhere; size and warnings are of those. */
    public static PlanDraft of(DeskView desk, PlanWish wish, PlanMoves moves) {
        ClustersView view = desk.clusters();
        Optional<ClusterView> cluster = view.find(wish.clusterId());
        if (cluster.isEmpty()) {
            return PlanDraft.none(wish, "the cluster is gone");
        }
        if (!(view.mark() > 0)) {
            return PlanDraft.none(wish, "there is no price");
        }
        Optional<Instrument> listing = desk.venues().stream()
                .filter(venue -> venue.instrument().venue() == wish.venue())
                .map(VenueView::listing)
                .filter(Objects::nonNull)
                .findFirst();
        if (listing.isEmpty()) {
            return PlanDraft.none(wish, wish.venue().title() + " has not said its tick");
        }
        return new PlanDrafts(view, cluster.get(), wish, listing.get().tick().doubleValue(), moves).draft();
    }

    private PlanDraft draft() {
        boolean weekend = view.market().weekend() && wish.card().weekendCounts();
        double risk = risk(weekend);
        PlanLevels levels = moved(PlanMaker.levels(wish.style(), zone(), market(weekend)));
        Optional<SessionPlan> plan = PlanMaker.sized(wish.style(), levels, wish.accountUsd(), risk);
        if (plan.isEmpty()) {
            return PlanDraft.none(wish, "stop or target would be on the wrong side of the entry");
        }
        double liquidation = ownLiquidation(plan.get());
        return new PlanDraft(
                wish,
                plan,
                "",
                cluster.name(),
                risk,
                weekend,
                wish.eventWindow(),
                liquidation,
                warnings(plan.get(), liquidation));
    }

    private PlanLevels moved(PlanLevels rule) {
        if (moves.equals(PlanMoves.NONE)) {
            return rule;
        }
        return new PlanLevels(
                rule.order(),
                PlanMaker.onTick(moves.entry().orElse(rule.entry()), tick),
                PlanMaker.onTick(moves.stop().orElse(rule.stop()), tick),
                PlanMaker.onTick(moves.target().orElse(rule.target()), tick),
                rule.secondTarget());
    }

    private double risk(boolean weekend) {
        OptionalDouble chosen = wish.risk();
        if (chosen.isPresent()) {
            return chosen.getAsDouble() * (weekend ? HALF : 1) * (wish.eventWindow() ? HALF : 1);
        }
        return RiskFraction.of(new RiskFraction.Inputs(
                cluster.mass().confirming().size(),
                cluster.mass().discountedUsd(wish.card().discount()),
                cluster.mass().openInterestUsd(),
                cluster.path().state(),
                weekend,
                wish.eventWindow(),
                wish.card().scale()));
    }

    private PlanZone zone() {
        PositionSide side = cluster.side();
        PositionSide other = side == PositionSide.LONG ? PositionSide.SHORT : PositionSide.LONG;
        double near = cluster.cluster().nearPrice();
        int sign = sign();
        Double next = view.side(side).clusters().stream()
                .filter(each -> each.significant() && each.id() != cluster.id())
                .map(each -> each.cluster().nearPrice())
                .filter(edge -> sign * (edge - near) > 0)
                .min(Comparator.comparingDouble(edge -> sign * edge))
                .orElse(null);
        Double opposite = view.side(other)
                .nearest()
                .map(each -> each.cluster().nearPrice())
                .orElse(null);
        return new PlanZone(side, near, cluster.cluster().farPrice(), opposite, next);
    }

    private PlanMarket market(boolean weekend) {
        double price = view.mid() > 0 ? view.mid() : view.mark();
        Swings swings = view.market().chart(wish.card().timeframe()).swings();
        OptionalDouble behind = sign() < 0 ? swings.highAbove(price) : swings.lowBelow(price);
        Double mean = view.sweeps().stream()
                .filter(sweep -> sweep.trackId() == cluster.id() && sweep.begun())
                .map(SweepView::meanPrice)
                .filter(each -> each > 0)
                .findFirst()
                .orElse(null);
        return new PlanMarket(
                price, tick, weekend, behind.isPresent() ? behind.getAsDouble() : null, catchingWall(), mean);
    }

    /** The largest wall from the near edge to beyond the far one, where the fall is caught behind. */
    private @Nullable Double catchingWall() {
        if (!cluster.path().caughtBehind()) {
            return null;
        }
        double near = cluster.cluster().nearPrice();
        double beyond = cluster.cluster().farPrice() * (1 + sign() * PathRule.DEFAULT.behindBps() * 1e-4);
        double low = Math.min(near, beyond);
        double high = Math.max(near, beyond);
        return view.walls().stream()
                .filter(wall -> wall.side() == VenueDepth.sideHit(cluster.side()))
                .filter(wall -> wall.levelPrice() >= low && wall.levelPrice() <= high)
                .max(Comparator.comparingDouble(WallView::usd))
                .map(WallView::levelPrice)
                .orElse(null);
    }

    /** With the whole account as its margin. */
    private double ownLiquidation(SessionPlan plan) {
        VenueSight sight = view.venues().get(wish.venue());
        if (sight == null || sight.tables() == null) {
            return Double.NaN;
        }
        MarginScheme scheme = sight.tables().at(view.asOfMillis()).scheme();
        PlanLevels levels = plan.levels();
        PositionSide side = levels.order() == TakerSide.BUY ? PositionSide.LONG : PositionSide.SHORT;
        Position position =
                new Position(side, levels.entry(), plan.quantity() / scheme.multiplier(), plan.leverage(), 0);
        return scheme.liquidationPrice(position).orElse(Double.NaN);
    }

    private Set<PlanWarning> warnings(SessionPlan plan, double liquidation) {
        List<Cluster> clusters = view.clusters().stream()
                .filter(ClusterView::significant)
                .map(ClusterView::cluster)
                .toList();
        PlanWarning.Context context = new PlanWarning.Context(
                clusters,
                Double.isNaN(liquidation) ? null : Double.valueOf(liquidation),
                view.market().chart(wish.card().timeframe()).trend(),
                wish.card().timeframe(),
                wish.shown());
        return PlanWarning.of(plan, context);
    }

    private int sign() {
        return cluster.side() == PositionSide.LONG ? -1 : 1;
    }
}
