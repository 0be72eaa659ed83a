package io.faultline.ui.heatmap;

import io.faultline.desk.DeskView;
import io.faultline.desk.History;
import io.faultline.desk.MarketReading;
import io.faultline.desk.TimeLog;
import io.faultline.desk.VenueView;
import io.faultline.signal.Weekend;
import io.faultline.ui.text.Numbers;

/** The weekend's badge: books are thin then; open interest against what it was in the week, depth against the hour's usual. */
final class WeekendNote {
    private static final long DAY = 86_400_000_000_000L;
    private static final long WEEK = 7 * DAY;
    private static final long SHORTEST = DAY;
    /** Samples come each minute at most; one in so many will do for a mean. */
    private static final int STRIDE = 15;

    private WeekendNote() {}

    /** Empty on working days. */
    static String of(DeskView view, long nowNanos) {
        if (!Weekend.holds(nowNanos / 1_000_000)) {
            return "";
        }
        double now = 0;
        double mean = 0;
        long covered = WEEK;
        for (VenueView venue : view.venues()) {
            double usd = venue.openInterestUsd();
            TimeLog<History.OpenInterestSample> log = venue.history().openInterest();
            long since = Math.max(nowNanos - WEEK, firstNanos(log));
            if (usd > 0 && nowNanos - since >= SHORTEST) {
                now += usd;
                mean += meanBase(log, since) * venue.price();
                covered = Math.min(covered, nowNanos - since);
            }
        }
        String depth = depth(view.clusters().market());
        if (!(mean > 0)) {
            return "weekend: books are thin" + depth;
        }
        long days = Math.round(covered / (double) DAY);
        return "weekend: open interest " + Numbers.change(now / mean - 1, 1) + " to its " + days + "-day mean" + depth;
    }

    /** {@code , depth 0.72× the usual of the hour}; what is usual is known after three days. */
    private static String depth(MarketReading market) {
        if (!Double.isNaN(market.depthOverUsual())) {
            return ", depth " + Numbers.price(market.depthOverUsual(), 2) + "× the usual of the hour";
        }
        return Double.isNaN(market.depthUsd())
                ? ""
                : ", depth " + Numbers.usd(market.depthUsd()) + " within 1 %, its usual not known yet";
    }

    private static long firstNanos(TimeLog<History.OpenInterestSample> log) {
        History.OpenInterestSample first = log.get(log.begin());
        return first == null ? Long.MAX_VALUE : first.timeNanos();
    }

    /** Each sample counts for as long as it was the newest. */
    static double meanBase(TimeLog<History.OpenInterestSample> log, long sinceNanos) {
        double sum = 0;
        double nanos = 0;
        History.OpenInterestSample later = null;
        for (long number = log.end() - 1; number >= log.begin(); number -= STRIDE) {
            History.OpenInterestSample sample = log.get(number);
            if (sample == null || sample.timeNanos() < sinceNanos) {
                break;
            }
            double lasted = later == null ? 1 : later.timeNanos() - sample.timeNanos();
            sum += sample.base() * lasted;
            nanos += lasted;
            later = sample;
        }
        return sum / nanos;
    }
}
