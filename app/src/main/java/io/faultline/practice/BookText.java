package io.faultline.practice;

import io.faultline.market.Decimals;
import io.faultline.market.Side;
import java.util.List;
import java.util.Map;

/** Levels as most venues write them: pairs of price and size. */
final class BookText {
    private BookText() {}

    /** Decimals of the tick now, but all of them for a price from when the tick was finer. */
    static int decimals(Market market, long price) {
        int decimals = market.priceDecimals();
        int scale = market.contract().priceScale();
        return price % Decimals.power(scale - decimals) == 0 ? decimals : scale;
    }

    /** The changes of one side as {@code [["price","size"],…]}. */
    static void pairs(Json json, String name, Side side, Market market, List<Change> changes) {
        Contract contract = market.contract();
        json.array(name);
        for (Change change : changes) {
            if (change.side() == side) {
                json.array()
                        .value(change.price(), contract.priceScale(), decimals(market, change.price()))
                        .value(change.size(), contract.sizeScale(), contract.sizeScale())
                        .endArray();
            }
        }
        json.endArray();
    }

    /** The best levels of one side as {@code [["price","size"],…]}. */
    static void pairs(Json json, String name, Side side, Market market, Levels levels, int depth) {
        Contract contract = market.contract();
        json.array(name);
        int left = depth;
        for (Map.Entry<Long, Long> level : levels.side(side).entrySet()) {
            if (left-- <= 0) {
                break;
            }
            json.array()
                    .value(level.getKey(), contract.priceScale(), decimals(market, level.getKey()))
                    .value(level.getValue(), contract.sizeScale(), contract.sizeScale())
                    .endArray();
        }
        json.endArray();
    }
}
