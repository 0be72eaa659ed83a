package io.faultline.practice;

import io.faultline.market.Decimals;
import io.faultline.market.Side;
import java.util.List;
import java.util.Map;

/** Rows of OKX that sockets and answers have in common. Sizes are in contracts. */
final class OkxText {
    private OkxText() {}

    static void levels(Json json, String name, Side side, Market market, List<Change> changes) {
        json.array(name);
        for (Change change : changes) {
            if (change.side() == side) {
                level(json, market, change.price(), change.size());
            }
        }
        json.endArray();
    }

    static void levels(Json json, String name, Side side, Market market, Levels levels, int depth) {
        json.array(name);
        int left = depth;
        for (Map.Entry<Long, Long> level : levels.side(side).entrySet()) {
            if (left-- <= 0) {
                break;
            }
            level(json, market, level.getKey(), level.getValue());
        }
        json.endArray();
    }

    /** Price, contracts, a field that is always 0, and how many orders. */
    private static void level(Json json, Market market, long price, long size) {
        Contract contract = market.contract();
        json.array().value(price, contract.priceScale(), BookText.decimals(market, price));
        if (size == 0) {
            json.value("0").value("0").value("0");
        } else {
            json.value(size, contract.sizeScale(), contract.sizeScale())
                    .value("0")
                    .value("1");
        }
        json.endArray();
    }

    static void trade(Json json, Market market, Print print, long millis) {
        Contract contract = market.contract();
        json.object()
                .text("instId", market.symbol())
                .text("tradeId", 2_832_749_000L + print.id())
                .decimal("px", print.price(), contract.priceScale(), BookText.decimals(market, print.price()))
                .decimal("sz", print.size(), contract.sizeScale(), contract.sizeScale())
                .text("side", print.takerBuys() ? "buy" : "sell")
                .text("ts", millis)
                .text("count", "1")
                .text("source", "0")
                .number("seqId", 333_793_118_000L + print.id())
                .end();
    }

    static void instrument(Json json, Market market, long millis) {
        Contract contract = market.contract();
        String lot = Decimals.canonical(contract.lot(), contract.sizeScale());
        json.object()
                .text("instType", "SWAP")
                .text("instId", market.symbol())
                .text("instFamily", contract.pair())
                .text("uly", contract.pair())
                .text("ctType", "linear")
                .text("ctVal", contract.contractSize().toPlainString())
                .text("ctMult", "1")
                .text("ctValCcy", contract.base())
                .text("settleCcy", "USDT")
                .text("tickSz", Decimals.canonical(market.tick(), contract.priceScale()))
                .text("lotSz", lot)
                .text("minSz", lot)
                .text("lever", "100")
                .text("state", market.delisted() ? "suspend" : "live")
                .text("maxLmtSz", "100000000")
                .text("maxMktSz", "12000")
                .text("listTime", "1573557408000")
                .text("expTime", market.delisted() ? String.valueOf(millis) : "")
                .text("ruleType", "normal")
                .number("instIdCode", 10_459)
                .end();
    }

    static void status(Json json, boolean begins, long millis) {
        json.object()
                .text("begin", millis)
                .text("end", millis + 60_000)
                .text("href", "")
                .text("preOpenBegin", "")
                .text("scheDesc", "")
                .text("serviceType", "0")
                .text("state", begins ? "ongoing" : "completed")
                .text("system", "unified")
                .text("maintType", "1")
                .text("env", "1")
                .text("title", "WebSocket system upgrade")
                .text("ts", millis)
                .end();
    }
}
