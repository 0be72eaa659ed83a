package io.faultline.signal;

import io.faultline.liquidation.Bins;
import java.util.ArrayDeque;
import org.jspecify.annotations.Nullable;

/** One wall under observation: its last seconds, sample by sample. */
final class WatchedWall {
    private static final long PULL_MILLIS = 5_000;
    private static final long REFILL_MILLIS = 3_000;

    /** Trades and changes of the book come on different sockets: either may be told so much later than the other. */
    private static final long LAG_MILLIS = 500;

    private static final double HELD_SHARE = 0.70;
    private static final double GONE_SHARE = 0.70;
    private static final double EXPLAINED_SHARE = 0.20;
    private static final double EATEN_SHARE = 0.50;
    private static final double BACK_SHARE = 0.80;
    private static final double PULL_BPS = 25;

    private final int bin;
    private final ArrayDeque<Sample> recent = new ArrayDeque<>();
    private Sample peak;
    private Sample now;
    private long heldSince;
    private boolean held = true;
    private int refills;

    /** The first sample without it, and the mid then; null while it stands. */
    private @Nullable Sample without;

    private double midWithout;
    private boolean over;

    /**
     * @param tradedUsd at this bin since it is watched
     */
    private record Sample(long millis, double usd, double tradedUsd) {}

    WatchedWall(Wall wall, long millis) {
        bin = wall.bin();
        now = new Sample(millis, wall.usd(), 0);
        peak = now;
        heldSince = millis;
        recent.addLast(now);
    }

    /** What it did, if anything; {@link #over} tells whether it is still to be watched. */
    @Nullable
    WallEvent observe(long millis, double mid, double usd, double tradedUsd) {
        now = new Sample(millis, usd, now.tradedUsd + tradedUsd);
        recent.addLast(now);
        while (millis - recent.getFirst().millis > PULL_MILLIS + LAG_MILLIS) {
            recent.removeFirst();
        }
        if (usd > peak.usd) {
            peak = now;
        }
        hold(millis);
        if (usd <= (1 - GONE_SHARE) * peak.usd) {
            return missing(mid);
        }
        without = null;
        Sample eaten = eatenAndBack();
        if (eaten != null) {
            refills++;
            recent.clear();
            recent.addLast(now);
            return new WallEvent(WallEvent.Kind.REFILLED, new Wall(bin, eaten.usd), millis);
        }
        return null;
    }

    /** How it went is judged once the trades that may have taken it have been told. */
    private @Nullable WallEvent missing(double mid) {
        Sample first = without;
        if (first == null) {
            first = now;
            without = now;
            midWithout = mid;
        }
        long since = now.millis - first.millis;
        if (since < LAG_MILLIS) {
            return null;
        }
        WallEvent.Kind kind = departure(first);
        if (kind == WallEvent.Kind.EATEN && since < REFILL_MILLIS) {
            return null; // it may come back
        }
        over = true;
        return new WallEvent(kind, new Wall(bin, peak.usd), first.millis);
    }

    /** Whether it is gone, and that was told. */
    boolean over() {
        return over;
    }

    /** Whether it is there. */
    boolean stands() {
        return without == null;
    }

    StandingWall standing() {
        return new StandingWall(new Wall(bin, now.usd), peak.usd, held ? now.millis - heldSince : 0, refills);
    }

    private void hold(long millis) {
        boolean holds = now.usd >= HELD_SHARE * peak.usd;
        if (holds && !held) {
            heldSince = millis;
        }
        held = holds;
    }

    private WallEvent.Kind departure(Sample first) {
        Sample before = largestBefore(first);
        double loss = before.usd - first.usd;
        boolean quick = first.usd <= (1 - GONE_SHARE) * before.usd;
        boolean near = Math.abs(Bins.centre(bin) - midWithout) / midWithout * 1e4 <= PULL_BPS;
        if (quick && near && now.tradedUsd - before.tradedUsd < EXPLAINED_SHARE * loss) {
            return WallEvent.Kind.PULLED;
        }
        double traded = now.tradedUsd - peak.tradedUsd;
        return traded >= EATEN_SHARE * (peak.usd - first.usd) ? WallEvent.Kind.EATEN : WallEvent.Kind.LEFT;
    }

    private Sample largestBefore(Sample first) {
        Sample largest = first;
        for (Sample sample : recent) {
            if (sample.usd >= largest.usd && sample.millis <= first.millis) {
                largest = sample;
            }
        }
        return largest;
    }

    /** A sample of the last three seconds that was half traded away since, and is nearly all back. */
    private @Nullable Sample eatenAndBack() {
        double traded = tradedBeforeLag();
        for (Sample sample : recent) {
            boolean late = now.millis - sample.millis <= REFILL_MILLIS;
            boolean eaten = traded - sample.tradedUsd >= EATEN_SHARE * sample.usd;
            if (late && eaten && now.usd >= BACK_SHARE * sample.usd) {
                return sample;
            }
        }
        return null;
    }

    /** What was traded so long ago that the book must show it by now. */
    private double tradedBeforeLag() {
        double traded = recent.getFirst().tradedUsd;
        for (Sample sample : recent) {
            if (now.millis - sample.millis >= LAG_MILLIS) {
                traded = sample.tradedUsd;
            }
        }
        return traded;
    }
}
