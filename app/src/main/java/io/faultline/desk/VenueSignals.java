package io.faultline.desk;

import io.faultline.liquidation.Bins;
import io.faultline.market.PositionSide;
import io.faultline.market.Side;
import io.faultline.market.TakerSide;
import io.faultline.market.Venue;
import io.faultline.signal.BookLevels;
import io.faultline.signal.SideBins;
import io.faultline.signal.StandingWall;
import io.faultline.signal.UsualDepth;
import io.faultline.signal.Wall;
import io.faultline.signal.WallEvent;
import io.faultline.signal.WallRule;
import io.faultline.signal.WallTracker;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What is read off one venue's own book: how deep it usually is, and its walls. On the desk's thread. */
final class VenueSignals {
    private static final long SECOND = 1_000;

    private final VenueState state;
    private final VenueDepth depth;
    private final Map<Side, Half> halves = new EnumMap<>(Side.class);
    private long usualSecond = Long.MIN_VALUE;

    /** One side of the book. */
    private static final class Half {
        private final PositionSide towards;
        private final UsualDepth usual = new UsualDepth();
        private final WallTracker walls;
        private final TradedBins trades = new TradedBins();
        private SideBins traded = SideBins.EMPTY;

        Half(PositionSide towards, WallRule rule) {
            this.towards = towards;
            this.walls = new WallTracker(rule);
        }
    }

    VenueSignals(VenueState state, WallRule rule) {
        this.state = state;
        this.depth = new VenueDepth(state);
        halves.put(Side.BID, new Half(PositionSide.LONG, rule));
        halves.put(Side.ASK, new Half(PositionSide.SHORT, rule));
    }

    Venue venue() {
        return depth.venue();
    }

    VenueState state() {
        return state;
    }

    VenueDepth depth() {
        return depth;
    }

    private Half half(Side side) {
        return Objects.requireNonNull(halves.get(side));
    }

    /** A trade hits the side that its taker does not stand on. */
    void trade(TakerSide taker, double price, double usd) {
        half(taker == TakerSide.SELL ? Side.BID : Side.ASK).trades.add(price, usd);
    }

    /**
     * Reads the book as it is, and watches it.
     *
     * @param below share of mid down to which bids are wanted
     * @param above share of mid up to which asks are wanted
     * @param openInterestUsd of the market
     * @return what walls did
     */
    List<TapeLabel> read(long millis, double below, double above, double openInterestUsd) {
        depth.read(millis * 1_000_000, below, above);
        List<TapeLabel> labels = new ArrayList<>();
        long second = Math.floorDiv(millis, SECOND);
        boolean usualDue = depth.inStep() && second != usualSecond;
        usualSecond = usualDue ? second : usualSecond; // from its first book on, whenever the venue became known
        for (Map.Entry<Side, Half> each : halves.entrySet()) {
            Half half = each.getValue();
            half.traded = half.trades.take();
            if (!depth.continuous()) {
                half.walls.forget();
            }
            if (depth.inStep()) {
                if (usualDue) {
                    half.usual.observe(millis, half.towards, depth.mid(), depth.levels(each.getKey()));
                }
                watch(millis, each.getKey(), half, openInterestUsd, labels);
            }
        }
        return labels;
    }

    private void watch(long millis, Side side, Half half, double openInterestUsd, List<TapeLabel> labels) {
        for (WallEvent event :
                half.walls.observe(millis, depth.mid(), depth.bins(side), half.traded, openInterestUsd)) {
            TapeLabel.Kind kind = switch (event.kind()) {
                case REFILLED -> TapeLabel.Kind.REFILLED;
                case PULLED -> TapeLabel.Kind.PULLED;
                case EATEN -> TapeLabel.Kind.EATEN;
                case LEFT -> TapeLabel.Kind.LEFT;
            };
            Wall wall = event.wall();
            labels.add(new TapeLabel(kind, millis, wall.price(), side, venue(), "", 0, wall.usd()));
        }
    }

    /** Usual depth near price, USD a basis point; 0 if not known. */
    double usualUsdPerBp(Side side) {
        return half(side).usual.usdPerBp();
    }

    /** What was traded against a side since the reading before. */
    SideBins traded(Side side) {
        return half(side).traded;
    }

    List<StandingWall> standing(Side side) {
        return half(side).walls.standing();
    }

    /** The walls that stand, lowest first. */
    List<WallView> walls(Side side) {
        List<WallView> walls = new ArrayList<>();
        BookLevels levels = depth.levels(side);
        for (StandingWall standing : standing(side)) {
            double low = Bins.lowerEdge(standing.wall().bin());
            double high = Bins.lowerEdge(standing.wall().bin() + 1);
            walls.add(new WallView(
                    venue(),
                    side,
                    low,
                    high,
                    levels.largestBetween(low, high),
                    standing.wall().usd(),
                    standing.peakUsd(),
                    standing.heldMillis(),
                    standing.refills()));
        }
        return walls;
    }
}
