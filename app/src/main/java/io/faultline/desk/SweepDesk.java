package io.faultline.desk;

import io.faultline.liquidation.Bins;
import io.faultline.liquidation.cluster.Track;
import io.faultline.market.Liquidation;
import io.faultline.market.PositionSide;
import io.faultline.market.Side;
import io.faultline.market.TakerSide;
import io.faultline.market.Venue;
import io.faultline.signal.CascadeStart;
import io.faultline.signal.LongWick;
import io.faultline.signal.PriceBar;
import io.faultline.signal.SideBins;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Notices when price enters a cluster, and follows what happens then. On the desk's thread. */
final class SweepDesk {
    private static final int MOST = 8;
    private static final int WICK_BARS = 21;

    /** Depth is watched within 25 bp of price; price may move before the next look. */
    private static final double ABOUT = 0.004;

    private final List<Sweep> sweeps = new ArrayList<>();
    private final Map<PositionSide, Starts> starts = new EnumMap<>(PositionSide.class);
    private final FlowMeter flows;
    private Set<Venue> booksBefore = EnumSet.noneOf(Venue.class);
    private double markBefore = Double.NaN;
    private long wickBars;

    /** Forced prints of one side, where all are told and where only some are. */
    private static final class Starts {
        private final CascadeStart full = new CascadeStart(false);
        private final CascadeStart throttled = new CascadeStart(true);
    }

    SweepDesk(FlowMeter flows) {
        this.flows = flows;
        for (PositionSide side : PositionSide.values()) {
            starts.put(side, new Starts());
        }
    }

    /** A reported liquidation. */
    void forced(Liquidation report, double usd) {
        Starts ofSide = Objects.requireNonNull(starts.get(report.side()));
        boolean all = report.completeness() == Liquidation.Completeness.COMPLETE;
        (all ? ofSide.full : ofSide.throttled).print(report.receivedNanos() / 1_000_000);
        for (Sweep sweep : sweeps) {
            if (sweep.side() == report.side()) {
                sweep.forced(usd);
            }
        }
    }

    /** A trade of any venue. */
    void trade(TakerSide taker, double price, double usd) {
        for (Sweep sweep : sweeps) {
            boolean into = (taker == TakerSide.SELL) == (sweep.side() == PositionSide.LONG);
            sweep.trade(price, usd, into);
        }
    }

    /**
     * Time has come this far.
     *
     * @param mark NaN if there is none
     * @param clusters that are shown and significant
     * @param books of all venues, as read just now
     * @param minutes bars of a minute
     * @return what is to be said on the tape
     */
    List<TapeLabel> advance(
            long millis,
            double mark,
            double mid,
            List<Track> clusters,
            List<VenueSignals> books,
            TimeLog<Bar> minutes) {
        List<TapeLabel> labels = new ArrayList<>(0);
        sweeps.removeIf(sweep -> sweep.over(millis));
        if (!(mark > 0)) {
            return labels;
        }
        enter(millis, mark, clusters);
        Set<Venue> inStep = EnumSet.noneOf(Venue.class);
        books.stream().filter(venue -> venue.depth().inStep()).forEach(venue -> inStep.add(venue.venue()));
        boolean sameBooks = inStep.equals(booksBefore)
                && books.stream()
                        .allMatch(venue ->
                                !venue.depth().inStep() || venue.depth().continuous());
        booksBefore = inStep;
        markBefore = mark;
        if (sweeps.isEmpty()) {
            return labels;
        }
        boolean throttled = books.stream()
                .noneMatch(venue -> VenueFacts.liquidations(venue.venue()) == Liquidation.Completeness.COMPLETE);
        for (Sweep sweep : sweeps) {
            Side hit = VenueDepth.sideHit(sweep.side());
            books.forEach(venue -> sweep.traded(venue.traded(hit), mid));
            Sweep.Moment moment = new Sweep.Moment(
                    millis, mark, mid, depth(books, hit, mid), sameBooks, begins(sweep.side(), millis));
            for (TapeLabel.Kind kind : sweep.observe(moment, throttled)) {
                labels.add(sweep.label(kind, millis, mark));
            }
        }
        addWicks(minutes, labels);
        return labels;
    }

    /** A cluster is entered when the mark crosses its near edge, not when the edge moves over the mark. */
    private void enter(long millis, double mark, List<Track> clusters) {
        for (Track track : clusters) {
            double near = track.cluster().nearPrice();
            int sign = track.side() == PositionSide.LONG ? -1 : 1;
            boolean crossed = sign * (markBefore - near) < 0 && sign * (mark - near) >= 0;
            boolean followed = sweeps.stream().anyMatch(sweep -> sweep.trackId() == track.id() && sweep.inside());
            if (crossed && !followed) {
                sweeps.add(0, new Sweep(track, millis, mark, flows.usualBpsPerMillionUsd()));
            }
        }
        while (sweeps.size() > MOST) {
            sweeps.remove(sweeps.size() - 1);
        }
    }

    private boolean begins(PositionSide side, long millis) {
        Starts ofSide = Objects.requireNonNull(starts.get(side));
        double into = side == PositionSide.LONG ? -flows.net10s() : flows.net10s();
        double heavy = flows.heavy10s();
        return ofSide.full.begun(millis, into, heavy) || ofSide.throttled.begun(millis, into, heavy);
    }

    private static SideBins depth(List<VenueSignals> books, Side side, double mid) {
        if (!(mid > 0)) {
            return SideBins.EMPTY;
        }
        int first = Bins.of(mid * (1 - ABOUT));
        double[] usd = new double[Bins.of(mid * (1 + ABOUT)) - first + 1];
        for (VenueSignals venue : books) {
            SideBins own = venue.depth().bins(side);
            for (int i = 0; i < usd.length; i++) {
                usd[i] += own.usdAt(first + i);
            }
        }
        return SideBins.of(first, usd);
    }

    /** Looks at each minute once, when it has ended. */
    private void addWicks(TimeLog<Bar> minutes, List<TapeLabel> labels) {
        Bar last = minutes.newest();
        if (last == null || minutes.end() == wickBars) {
            return;
        }
        wickBars = minutes.end();
        List<PriceBar> bars = new ArrayList<>();
        for (long i = Math.max(minutes.begin(), minutes.end() - WICK_BARS); i < minutes.end(); i++) {
            Bar bar = minutes.get(i);
            if (bar != null) {
                bars.add(new PriceBar(bar.open(), bar.high(), bar.low(), bar.close(), bar.buyUsd() + bar.sellUsd()));
            }
        }
        long end = (last.startNanos() + last.lengthNanos()) / 1_000_000;
        for (Sweep sweep : sweeps) {
            if (LongWick.at(bars, sweep.side()) && sweep.wicks(end)) {
                double tip = sweep.side() == PositionSide.LONG ? last.low() : last.high();
                labels.add(sweep.label(TapeLabel.Kind.LONG_WICK, end, tip));
            }
        }
    }

    /** Newest first. */
    List<SweepView> views() {
        return sweeps.stream().map(Sweep::view).toList();
    }

    void digest(StateDigest digest) {
        digest.add(markBefore);
        for (SweepView sweep : views()) {
            digest.add(sweep.toString());
        }
    }
}
