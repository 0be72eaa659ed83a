package io.faultline.practice;

import io.faultline.practice.crowd.CrowdPast;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The course of a contract that a crowd trades: what its market remembers of the time before it began, and what happened
 * since. Until the market has begun there are only rough figures of it. Guarded by the venue's lock, but for the clock.
 */
final class CrowdCourse implements Course {
    /** Of a longer past than anybody asks for the oldest part is forgotten. */
    private static final int MOST_MINUTES = 45 * 1_440;

    private static final int MINUTES_A_DAY = 1_440;
    private static final double USUAL_RATE = 0.0001;
    private static final double USUAL_DAYS_TURNOVER = 3;

    private final Runnable begin;
    private final List<CrowdPast.Minute> minutes = new ArrayList<>();
    private final TreeMap<Long, Double> settlements = new TreeMap<>();
    private volatile long skewMillis;
    private @Nullable FormingMinute forming;
    private double last;
    private double mark;
    private double index;
    private double openInterest;
    private double predictedRate = USUAL_RATE;
    private double dayVolume;
    private int dayVolumeOf = -1;

    /**
     * @param price about where it will be, quote
     * @param openInterest about what it will be, one side in base
     * @param begin lets the market begin, if it has not: somebody wants to know its past
     */
    CrowdCourse(double price, double openInterest, Runnable begin) {
        this.begin = begin;
        this.openInterest = openInterest;
        last = price;
        mark = price;
        index = price;
        dayVolume = USUAL_DAYS_TURNOVER * openInterest;
    }

    /** The market begins, with that past. */
    void begun(CrowdPast past, double index) {
        minutes.addAll(past.minutes());
        past.settlements().forEach(settlement -> settlements.put(settlement.millis(), settlement.rate()));
        this.index = index;
        if (!minutes.isEmpty()) {
            CrowdPast.Minute newest = minutes.get(minutes.size() - 1);
            last = newest.close();
            mark = newest.markClose();
            openInterest = newest.openInterestCoins();
            forming = new FormingMinute(newest.openMillis() + MINUTE, last, mark);
        }
    }

    void trade(long millis, double price, double coins, boolean takerBuys) {
        FormingMinute minute = at(millis);
        last = price;
        minute.trade(price, coins, takerBuys);
    }

    void mark(long millis, double newMark, double newIndex) {
        FormingMinute minute = at(millis);
        mark = newMark;
        index = newIndex;
        minute.mark(newMark);
    }

    void openInterest(long millis, double coins) {
        at(millis);
        openInterest = coins;
    }

    void liquidated(long millis, double coins, boolean longs) {
        at(millis).liquidated(coins, longs);
    }

    /** @param settled whether that is the moment of a settlement */
    void funding(long millis, double rate, double predicted, boolean settled) {
        at(millis);
        predictedRate = predicted;
        if (settled) {
            settlements.put(millis, rate);
        }
    }

    /** The minute of that moment, with all before it closed; what comes late counts to the newest. */
    private FormingMinute at(long millis) {
        FormingMinute minute = forming;
        if (minute == null) {
            minute = new FormingMinute(millis / MINUTE * MINUTE, last, mark);
            forming = minute;
        }
        while (millis >= minute.endMillis()) {
            minutes.add(minute.closed(openInterest));
            minute = new FormingMinute(minute.endMillis(), last, mark);
            forming = minute;
        }
        if (minutes.size() > MOST_MINUTES) {
            minutes.subList(0, MINUTES_A_DAY).clear();
        }
        return minute;
    }

    @Override
    public void skew(long millis) {
        skewMillis = millis;
    }

    @Override
    public long oldest(long nowMillis) {
        begin.run();
        return minutes.isEmpty() ? nowMillis : minutes.get(0).openMillis() + skewMillis;
    }

    /** The closed minute of that moment; null for the one that is forming, and for what is to come. */
    private CrowdPast.@Nullable Minute minute(long millis) {
        int at = number(millis - skewMillis);
        return at < minutes.size() ? minutes.get(at) : null;
    }

    /** Number of the minute that holds a moment, 0 for all that was before. */
    private int number(long millis) {
        if (minutes.isEmpty()) {
            return 0;
        }
        long at = Math.floorDiv(millis - minutes.get(0).openMillis(), MINUTE);
        return (int) Math.max(0, Math.min(minutes.size(), at));
    }

    @Override
    public double price(long millis) {
        CrowdPast.Minute minute = minute(millis);
        return minute == null ? last : minute.open();
    }

    @Override
    public double index(long millis) {
        CrowdPast.Minute minute = minute(millis);
        return minute == null ? index : minute.markOpen();
    }

    @Override
    public double mark(long millis) {
        CrowdPast.Minute minute = minute(millis);
        return minute == null ? mark : minute.markOpen();
    }

    /** At the end of a minute it is that of the minute which ends there. */
    @Override
    public double openInterest(long millis) {
        CrowdPast.Minute minute = minute(millis - MINUTE);
        return minute == null || isNow(millis) ? openInterest : minute.openInterestCoins();
    }

    private boolean isNow(long millis) {
        FormingMinute minute = forming;
        return minute == null || millis - skewMillis > minute.startMillis();
    }

    @Override
    public double fundingRate(long millis) {
        return predictedRate;
    }

    @Override
    public double settledRate(long millis) {
        Map.Entry<Long, Double> settled = settlements.floorEntry(millis - skewMillis);
        return settled == null ? 0 : settled.getValue();
    }

    @Override
    public Bar bar(BarKind kind, long startMillis, long lengthMillis) {
        int from = number(startMillis - skewMillis);
        int to = number(startMillis + lengthMillis - skewMillis);
        BarSum sum = new BarSum(kind);
        for (CrowdPast.Minute minute : minutes.subList(from, Math.max(from, to))) {
            sum.add(minute);
        }
        FormingMinute minute = forming;
        if (minute != null
                && minute.startMillis() >= startMillis - skewMillis
                && minute.startMillis() < startMillis - skewMillis + lengthMillis) {
            sum.add(minute.closed(openInterest));
        }
        return sum.bar(startMillis, kind == BarKind.TRADES ? last : mark);
    }

    @Override
    public double dayVolume(long millis) {
        if (!minutes.isEmpty() && dayVolumeOf != minutes.size()) {
            dayVolumeOf = minutes.size();
            double sum = 0;
            for (CrowdPast.Minute minute : minutes.subList(Math.max(0, dayVolumeOf - MINUTES_A_DAY), dayVolumeOf)) {
                sum += minute.buyCoins() + minute.sellCoins();
            }
            dayVolume = sum;
        }
        return dayVolume;
    }
}
