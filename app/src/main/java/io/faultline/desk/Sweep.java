package io.faultline.desk;

import io.faultline.liquidation.Bins;
import io.faultline.liquidation.cluster.Track;
import io.faultline.market.PositionSide;
import io.faultline.signal.Absorption;
import io.faultline.signal.EdgeReclaim;
import io.faultline.signal.SideBins;
import io.faultline.signal.SweepSample;
import io.faultline.signal.SweepWatch;
import java.util.ArrayList;
import java.util.List;

/**
 * One cluster that price has entered, by its edges as they were then: the sweep eats the cluster, and a live edge would
 * run away from price. On the desk's thread.
 */
final class Sweep {
    private static final long SECOND = 1_000;

    /** So far back out of the near edge price has left. */
    private static final double EXIT = 0.0015;

    private static final long KEPT_AFTER = 15 * 60_000L;
    private static final long LONGEST = 60 * 60_000L;

    private final Track track;
    private final double near;
    private final double far;
    private final long enteredMillis;
    private final double enteredPrice;
    private final SweepWatch watch;
    private final EdgeReclaim reclaim;
    private final TradedBins traded = new TradedBins();
    private final int sign;
    private long sampledMillis;
    private long leftMillis;
    private long wickedMillis;
    private double forcedUsd;
    private double takerUsd;
    private boolean takerInstead;
    private boolean begun;
    private boolean absorbed;
    private boolean exhausted;
    private double pricedUsd;
    private double pricedBase;

    /**
     * What is read at one moment.
     *
     * @param mid NaN if no book is in step
     * @param depth of the side that is hit, about price
     * @param sameBooks whether it is of the same books as the moment before
     * @param begins whether forced prints and takers look like the beginning of a cascade
     */
    record Moment(long millis, double mark, double mid, SideBins depth, boolean sameBooks, boolean begins) {}

    Sweep(Track track, long millis, double mark, double usualBpsPerMillionUsd) {
        this.track = track;
        near = track.cluster().nearPrice();
        far = track.cluster().farPrice();
        enteredMillis = millis;
        enteredPrice = mark;
        sampledMillis = millis;
        watch = new SweepWatch(millis, mark, usualBpsPerMillionUsd);
        reclaim = new EdgeReclaim(track.side());
        sign = track.side() == PositionSide.LONG ? -1 : 1;
    }

    int trackId() {
        return track.id();
    }

    PositionSide side() {
        return track.side();
    }

    boolean inside() {
        return leftMillis == 0;
    }

    long enteredMillis() {
        return enteredMillis;
    }

    /** Whether nothing more is to be seen of it. */
    boolean over(long millis) {
        return millis - enteredMillis > LONGEST || (leftMillis > 0 && millis - leftMillis > KEPT_AFTER);
    }

    /** A report of the cluster's side. */
    void forced(double usd) {
        forcedUsd += usd;
    }

    /** A trade of any venue. */
    void trade(double price, double usd, boolean into) {
        takerUsd += into ? usd : 0;
        pricedUsd += usd;
        pricedBase += usd / price;
    }

    /** What was traded against the side that is hit. */
    void traded(SideBins since, double mid) {
        if (mid > 0) {
            traded.add(since, Bins.of(mid * 0.99), Bins.of(mid * 1.01));
        }
    }

    /**
     * Takes a moment, ten times a second.
     *
     * @param throttled whether no venue reports all its liquidations, so that takers stand in for them
     * @return what is to be said of it
     */
    List<TapeLabel.Kind> observe(Moment moment, boolean throttled) {
        List<TapeLabel.Kind> said = new ArrayList<>(0);
        takerInstead = throttled;
        if (leftMillis == 0 && sign * (near - moment.mark) >= EXIT * near) {
            leftMillis = moment.millis;
        }
        if (reclaim.observe(moment.millis, moment.mark, near)) {
            said.add(TapeLabel.Kind.EDGE_RECLAIMED);
        }
        if (!begun && inside() && moment.begins) {
            begun = true;
            pricedUsd = 0;
            pricedBase = 0;
            said.add(TapeLabel.Kind.CASCADE_BEGAN);
        }
        if (!moment.sameBooks) {
            watch.booksChanged();
        }
        if (moment.millis - sampledMillis >= SECOND && moment.mid > 0) {
            sample(moment, said);
        }
        return said;
    }

    private void sample(Moment moment, List<TapeLabel.Kind> said) {
        double forced = takerInstead ? takerUsd : forcedUsd;
        watch.observe(new SweepSample(moment.millis, moment.mid, forced, moment.depth, traded.take()));
        sampledMillis = moment.millis;
        forcedUsd = 0;
        takerUsd = 0;
        boolean nowAbsorbed = watch.absorption().absorbed();
        boolean nowExhausted = watch.exhausted();
        if (nowAbsorbed && !absorbed) {
            said.add(TapeLabel.Kind.ABSORBED);
        }
        if (nowExhausted && !exhausted) {
            said.add(TapeLabel.Kind.EXHAUSTED);
        }
        absorbed = nowAbsorbed;
        exhausted = nowExhausted;
    }

    /** Whether a wick of the minute that ends now is this cluster's, and not yet told. */
    boolean wicks(long minuteEndMillis) {
        boolean touched = minuteEndMillis > enteredMillis
                && (leftMillis == 0 || leftMillis >= minuteEndMillis - 60 * SECOND)
                && wickedMillis != minuteEndMillis;
        wickedMillis = touched ? minuteEndMillis : wickedMillis;
        return touched;
    }

    TapeLabel label(TapeLabel.Kind kind, long millis, double price) {
        return new TapeLabel(
                kind,
                millis,
                price,
                VenueDepth.sideHit(track.side()),
                null,
                track.name(),
                track.id(),
                watch.forcedUsd());
    }

    SweepView view() {
        Absorption absorption = watch.absorption();
        return new SweepView(
                track.id(),
                track.name(),
                track.side(),
                near,
                far,
                enteredMillis,
                enteredPrice,
                leftMillis,
                watch.forcedUsd(),
                takerInstead,
                absorption,
                watch.rateShare(),
                exhausted,
                begun,
                pricedBase > 0 ? pricedUsd / pricedBase : Double.NaN);
    }
}
