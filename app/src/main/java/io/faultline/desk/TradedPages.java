package io.faultline.desk;

import io.faultline.market.Decimals;
import io.faultline.market.TakerSide;
import io.faultline.market.Trade;
import java.util.Arrays;
import java.util.TreeMap;

/**
 * Bought and sold size at each price, kept in pages of neighbouring prices. A view shares the pages; a page that a view
 * has seen is copied before it is written again, so that views never change.
 */
final class TradedPages {
    /** Most pages kept: a sender of wild prices must not fill the memory. Beyond it volume is not kept by price. */
    private static final int MOST_PAGES = 20_000;

    private final TreeMap<Long, Page> pages = new TreeMap<>();
    private final double contractSize;
    private long sinceNanos;
    private int priceScale;
    private int sizeScale;
    private TradedVolume view = TradedVolume.EMPTY;
    private boolean changed;

    TradedPages(double contractSize) {
        this.contractSize = contractSize;
    }

    void add(Trade trade) {
        if (sinceNanos == 0) {
            sinceNanos = trade.receivedNanos();
            priceScale = trade.priceScale();
            sizeScale = trade.sizeScale();
        }
        int neededPriceScale = Math.max(priceScale, trade.priceScale());
        int neededSizeScale = Math.max(sizeScale, trade.sizeScale());
        if (!Decimals.fits(trade.price(), trade.priceScale(), neededPriceScale)
                || !Decimals.fits(trade.size(), trade.sizeScale(), neededSizeScale)
                || !leavesRoom(neededPriceScale, neededSizeScale)) {
            return; // wild, too: no scale holds this trade and those before it
        }
        if (neededPriceScale > priceScale || neededSizeScale > sizeScale) {
            widen(neededPriceScale, neededSizeScale);
        }
        long price = Decimals.rescale(trade.price(), trade.priceScale(), priceScale);
        long size = Decimals.rescale(trade.size(), trade.sizeScale(), sizeScale);
        addAt(price, trade.taker() == TakerSide.BUY ? size : 0, trade.taker() == TakerSide.SELL ? size : 0);
        changed = true;
    }

    private void addAt(long price, long bought, long sold) {
        long number = price >> TradedVolume.PAGE_BITS;
        Page page = pages.get(number);
        if (page == null) {
            if (pages.size() >= MOST_PAGES) {
                return;
            }
            page = new Page();
            pages.put(number, page);
        }
        page.add((int) (price & (TradedVolume.PAGE_SIZE - 1)), bought, sold);
    }

    /** Whether everything kept so far fits these scales. */
    private boolean leavesRoom(int newPriceScale, int newSizeScale) {
        if (pages.isEmpty() || (newPriceScale == priceScale && newSizeScale == sizeScale)) {
            return true;
        }
        long largestPrice = ((pages.lastKey() + 1) << TradedVolume.PAGE_BITS) - 1;
        return Decimals.fits(largestPrice, priceScale, newPriceScale)
                && pages.values().stream()
                        .flatMapToLong(page -> Arrays.stream(page.pairs))
                        .allMatch(size -> Decimals.fits(size, sizeScale, newSizeScale));
    }

    private void widen(int newPriceScale, int newSizeScale) {
        TreeMap<Long, Page> old = new TreeMap<>(pages);
        pages.clear();
        long priceFactor = Decimals.power(newPriceScale - priceScale);
        long sizeFactor = Decimals.power(newSizeScale - sizeScale);
        priceScale = newPriceScale;
        sizeScale = newSizeScale;
        old.forEach((number, page) -> {
            for (int i = 0; i < TradedVolume.PAGE_SIZE; i++) {
                long bought = page.pairs[2 * i];
                long sold = page.pairs[2 * i + 1];
                if (bought != 0 || sold != 0) {
                    long price = ((number << TradedVolume.PAGE_BITS) + i) * priceFactor;
                    addAt(price, bought * sizeFactor, sold * sizeFactor);
                }
            }
        });
    }

    TradedVolume view() {
        if (changed) {
            long[] numbers = new long[pages.size()];
            long[][] shared = new long[pages.size()][];
            int i = 0;
            for (var entry : pages.entrySet()) {
                numbers[i] = entry.getKey();
                shared[i] = entry.getValue().share();
                i++;
            }
            view = new TradedVolume(sinceNanos, priceScale, sizeScale, contractSize, numbers, shared);
            changed = false;
        }
        return view;
    }

    void digest(StateDigest digest) {
        pages.forEach((number, page) -> {
            digest.add(number);
            for (long value : page.pairs) {
                digest.add(value);
            }
        });
    }

    private static final class Page {
        private long[] pairs = new long[2 * TradedVolume.PAGE_SIZE];
        private boolean shared;

        void add(int offset, long bought, long sold) {
            if (shared) {
                pairs = pairs.clone();
                shared = false;
            }
            pairs[2 * offset] += bought;
            pairs[2 * offset + 1] += sold;
        }

        long[] share() {
            shared = true;
            return pairs;
        }
    }
}
