package io.faultline.alarm;

import io.faultline.market.HistoryBar;
import io.faultline.market.Ohlc;
import io.faultline.market.TimeSpan;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Bars as marks, for the time when nobody watched: first price, the two extremes, last price. Which extreme was first is
 * guessed: that against the bar's direction. Of a bar that began before nobody watched only its end is surely new, and
 * one that ends after it would outdate what was seen live.
 */
final class MissedBars {
    private MissedBars() {}

    /**
     * @param missed when nobody watched
     * @param nowMillis when they are judged, by our clock
     */
    static List<MarkSample> samples(List<HistoryBar> bars, MissedSpan missed, long nowMillis) {
        TimeSpan span = missed.span();
        List<MarkSample> samples = new ArrayList<>();
        List<HistoryBar> ordered = new ArrayList<>(bars);
        ordered.sort(Comparator.comparingLong(HistoryBar::startMillis));
        for (HistoryBar bar : ordered) {
            long last = bar.endMillis() - 1;
            if (last <= span.fromMillis() || bar.endMillis() > span.toMillis()) {
                continue;
            }
            Ohlc mark = bar.mark();
            Ohlc prices = mark == null ? bar.prices() : mark;
            if (bar.startMillis() > span.fromMillis()) {
                boolean rose = prices.close() >= prices.open();
                long third = (last - bar.startMillis()) / 3;
                double first = rose ? prices.lowPrice() : prices.highPrice();
                double second = rose ? prices.highPrice() : prices.lowPrice();
                samples.add(sample(missed, bar.startMillis(), nowMillis, prices.openPrice()));
                samples.add(sample(missed, bar.startMillis() + third, nowMillis, first));
                samples.add(sample(missed, bar.startMillis() + 2 * third, nowMillis, second));
            }
            samples.add(sample(missed, last, nowMillis, prices.closePrice()));
        }
        return samples;
    }

    private static MarkSample sample(MissedSpan missed, long millis, long nowMillis, double price) {
        return new MarkSample(missed.source(), millis, nowMillis, price);
    }
}
