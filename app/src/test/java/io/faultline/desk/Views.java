package io.faultline.desk;

import io.faultline.market.Decimals;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Views made by hand, for tests of what draws them. */
public final class Views {
    private Views() {}

    /** A book of one-decimal prices and three-decimal sizes; levels are (scaled price, scaled size), best first. */
    public static BookDepth book(long[][] bids, long[][] asks, long bidFloor, long askCeiling) {
        return new BookDepth(
                1, 3, 1, column(bids, 0), column(bids, 1), column(asks, 0), column(asks, 1), bidFloor, askCeiling);
    }

    private static long[] column(long[][] levels, int number) {
        long[] out = new long[levels.length];
        for (int i = 0; i < out.length; i++) {
            out[i] = levels[i][number];
        }
        return out;
    }

    /** One-decimal prices to (bought, sold) sizes of three decimals. */
    public static TradedVolume traded(long sinceNanos, Map<Long, long[]> byPrice) {
        TreeMap<Long, long[]> pages = new TreeMap<>();
        byPrice.forEach((price, sizes) -> {
            long[] page = pages.computeIfAbsent(
                    price >> TradedVolume.PAGE_BITS, number -> new long[2 * TradedVolume.PAGE_SIZE]);
            int at = 2 * (int) (price & (TradedVolume.PAGE_SIZE - 1));
            page[at] += sizes[0];
            page[at + 1] += sizes[1];
        });
        long[] numbers = pages.keySet().stream().mapToLong(Long::longValue).toArray();
        return new TradedVolume(sinceNanos, 1, 3, 1, numbers, pages.values().toArray(new long[0][]));
    }

    /** A log that holds those entries. */
    public static <T> TimeLog<T> log(List<T> entries) {
        return log(entries, 0);
    }

    /** A log of entries that each cover so much time. */
    public static <T> TimeLog<T> log(List<T> entries, long cellNanos) {
        TimeLog<T> log = new TimeLog<>(Math.max(1, entries.size()), cellNanos);
        entries.forEach(log::append);
        return log;
    }

    /** A history of marks, open interest and settlements. */
    public static History history(
            List<History.MarkSample> marks,
            List<History.OpenInterestSample> openInterest,
            List<io.faultline.market.FundingSettlement> settlements) {
        return new History(
                new ArrayList<>(),
                new ArrayList<>(),
                log(marks),
                log(openInterest),
                log(List.of()),
                log(settlements),
                log(List.of()),
                log(List.of()));
    }

    /** A price of one decimal, scaled. */
    public static long scaled(double price) {
        return Math.round(price * Decimals.power(1));
    }
}
