package io.faultline.ui;

import io.faultline.desk.MarketList;
import java.util.Comparator;

/** The orders that the symbol picker can show markets in: largest first, what is unknown last. */
enum MarketSort {
    OPEN_INTEREST("open interest"),
    CHANGE("OI 24 h"),
    VOLUME("volume 24 h"),
    AGAINST_USUAL("× usual"),
    FUNDING("funding 8 h");

    final String title;

    MarketSort(String title) {
        this.title = title;
    }

    private double figure(MarketList.Row row) {
        return switch (this) {
            case OPEN_INTEREST -> row.openInterestUsd();
            case CHANGE -> row.openInterestChange();
            case VOLUME -> row.volumeUsd();
            case AGAINST_USUAL -> row.volumeAgainstUsual();
            case FUNDING -> Math.abs(row.fundingRate());
        };
    }

    Comparator<MarketList.Row> order() {
        return Comparator.comparingDouble((MarketList.Row row) -> {
                    double value = figure(row);
                    return Double.isNaN(value) ? Double.POSITIVE_INFINITY : -value;
                })
                .thenComparing(MarketList.Row::symbol);
    }

    MarketSort next() {
        MarketSort[] all = values();
        for (int i = 0; i < all.length - 1; i++) {
            if (all[i] == this) {
                return all[i + 1];
            }
        }
        return all[0];
    }
}
