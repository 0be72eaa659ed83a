package io.faultline.practice;

import io.faultline.market.Decimals;
import io.faultline.market.Side;
import io.faultline.market.Venue;
import java.util.List;

/** Bitget's answers to requests. */
final class BitgetRest {
    private static final String CATEGORY = "USDT-FUTURES";
    private static final String FUNDING_HOURS = String.valueOf(Course.FUNDING_INTERVAL / Course.HOUR);

    private final Floor floor;
    private final Json json = new Json();

    BitgetRest(Floor floor) {
        this.floor = floor;
    }

    Answer answer(HttpHead request) {
        return switch (request.path()) {
            case "/api/v3/public/time", "/api/v2/public/time" -> {
                begin().object("data").text("serverTime", floor.now()).end();
                yield end();
            }
            case "/api/v3/market/instruments" -> instruments(request);
            case "/api/v3/market/tickers" -> tickers(request);
            default -> ofSymbol(request);
        };
    }

    private Answer ofSymbol(HttpHead request) {
        Market market = floor.market(request.parameter("symbol"));
        if (market == null) {
            return error("40034", "Parameter symbol does not exist");
        }
        return switch (request.path()) {
            case "/api/v3/market/orderbook" -> book(request, market);
            case "/api/v3/market/candles", "/api/v3/market/history-candles" -> candles(request, market);
            case "/api/v2/mix/market/taker-buy-sell" -> takerVolume(request, market);
            case "/api/v3/market/fills" -> fills(request, market);
            case "/api/v3/market/open-interest" -> openInterest(market);
            case "/api/v3/market/current-fund-rate" -> fundingNow(market);
            case "/api/v3/market/history-fund-rate" -> funding(request, market);
            case "/api/v3/market/position-tier" -> tiers();
            case "/api/v3/market/liquidations" -> {
                begin().object("data")
                        .array("list")
                        .endArray()
                        .text("cursor", "")
                        .end();
                yield end();
            }
            default -> Answer.of(404, "{\"code\":\"40404\",\"msg\":\"Request URL NOT FOUND\",\"data\":null}");
        };
    }

    private Answer error(String code, String words) {
        json.reset().object().text("code", code).text("msg", words).number("requestTime", floor.now());
        return Answer.ok(json.nothing("data").end());
    }

    private Json begin() {
        return json.reset()
                .object()
                .text("code", "00000")
                .text("msg", "success")
                .number("requestTime", floor.now());
    }

    private Answer end() {
        return Answer.ok(json.end());
    }

    private Answer endArray() {
        return Answer.ok(json.endArray().end());
    }

    private Answer instruments(HttpHead request) {
        begin().array("data");
        for (Market market : floor.markets().values()) {
            if (request.parameter("symbol").isEmpty() || market.symbol().equals(request.parameter("symbol"))) {
                instrument(market);
            }
        }
        return endArray();
    }

    private void instrument(Market market) {
        Contract contract = market.contract();
        String lot = Decimals.canonical(contract.lot(), contract.sizeScale());
        json.object()
                .text("symbol", market.symbol())
                .text("category", CATEGORY)
                .text("baseCoin", contract.base())
                .text("quoteCoin", "USDT")
                .text("isRwa", "NO")
                .text("isReality", "no")
                .text("buyLimitPriceRatio", "0.05")
                .text("sellLimitPriceRatio", "0.05")
                .text("feeRateUpRatio", "0.005")
                .text("makerFeeRate", "0.0002")
                .text("takerFeeRate", "0.0006")
                .text("openCostUpRatio", "0.01")
                .text("minOrderQty", lot)
                .text("maxOrderQty", "1200")
                .text("pricePrecision", market.priceDecimals())
                .text("quantityPrecision", contract.sizeScale())
                .text("quotePrecision", "")
                .text("priceMultiplier", Decimals.canonical(market.tick(), contract.priceScale()))
                .text("quantityMultiplier", lot)
                .text("type", "perpetual")
                .text("minOrderAmount", "5")
                .text("maxSymbolOrderNum", "")
                .text("maxProductOrderNum", "400")
                .text("maxPositionNum", "200")
                .text("status", market.delisted() ? "offline" : "online")
                .text("offTime", market.delisted() ? floor.now() : -1)
                .text("limitOpenTime", "-1")
                .text("deliveryTime", "")
                .text("deliveryStartTime", "")
                .text("deliveryPeriod", "")
                .text("launchTime", "0")
                .text("fundInterval", FUNDING_HOURS)
                .text("minLeverage", "1")
                .text("maxLeverage", "150")
                .text("maintainTime", "")
                .text("symbolType", "crypto")
                .text("maxMarketOrderQty", "220")
                .end();
    }

    private Answer tickers(HttpHead request) {
        begin().array("data");
        for (Market market : floor.markets().values()) {
            if (request.parameter("symbol").isEmpty() || market.symbol().equals(request.parameter("symbol"))) {
                json.object().text("category", CATEGORY).text("symbol", market.symbol());
                figures(json, market);
                json.text("ts", floor.now()).end();
            }
        }
        return endArray();
    }

    /** The fields of a ticker that sockets and answers have in common. */
    void figures(Json to, Market market) {
        long now = floor.now();
        Course course = market.course();
        int decimals = market.priceDecimals();
        double last = market.lastQuote();
        double before = course.price(now - Course.DAY);
        double volume = course.dayVolume(now);
        Figures.text(to, "highPrice24h", Math.max(before, last), decimals);
        Figures.text(to, "lowPrice24h", Math.min(before, last), decimals);
        Figures.text(to, "openPrice24h", before, decimals);
        Figures.text(to, "lastPrice", last, decimals);
        Figures.text(to, "turnover24h", volume * last, 5);
        Figures.text(to, "volume24h", volume, 4);
        best(to, "bid1", Side.BID, market);
        best(to, "ask1", Side.ASK, market);
        Figures.text(to, "price24hPcnt", last / before - 1, 5);
        Figures.text(to, "indexPrice", course.index(now), 10);
        Figures.text(to, "markPrice", course.mark(now), decimals);
        Figures.text(to, "fundingRate", course.fundingRate(now), 6);
        Figures.text(to, "openInterest", course.openInterest(now), 4);
        to.text("deliveryTime", "").text("deliveryStartTime", "").text("deliveryStatus", "");
        to.text("nextFundingTime", Course.nextFunding(Venue.BITGET, now));
    }

    private static void best(Json to, String name, Side side, Market market) {
        var level = market.book().side(side).firstEntry();
        if (level != null) {
            Contract contract = market.contract();
            to.text(name + "Price", Decimals.canonical(level.getKey(), contract.priceScale()));
            to.text(name + "Size", Decimals.canonical(level.getValue(), contract.sizeScale()));
        }
    }

    /** Levels as JSON numbers, and no sequence number. */
    private Answer book(HttpHead request, Market market) {
        market.wanted();
        int depth = Query.limit(request, 200, 200);
        begin().object("data");
        levels("a", Side.ASK, market, depth);
        levels("b", Side.BID, market, depth);
        json.text("ts", floor.now()).end();
        return end();
    }

    private void levels(String name, Side side, Market market, int depth) {
        Contract contract = market.contract();
        StringBuilder pairs = new StringBuilder("[");
        market.book().side(side).entrySet().stream().limit(depth).forEach(level -> {
            pairs.append(pairs.length() == 1 ? "[" : ",[");
            Decimals.appendCanonical(pairs, level.getKey(), contract.priceScale());
            Decimals.appendCanonical(pairs.append(','), level.getValue(), contract.sizeScale());
            pairs.append(']');
        });
        json.verbatim(name, pairs.append(']').toString());
    }

    private Stretch asked(HttpHead request, Market market, long step, int limit) {
        return Stretch.of(
                step,
                Query.number(request, "startTime", -1),
                Query.number(request, "endTime", Query.far()),
                limit,
                floor.now(),
                market.course());
    }

    private Answer candles(HttpHead request, Market market) {
        long interval = Query.interval(request.parameter("interval"));
        if (interval == 0) {
            return error("40034", "Parameter interval does not exist");
        }
        int most = request.path().endsWith("/candles") ? 1000 : 100;
        Stretch times = asked(request, market, interval, Query.limit(request, 100, most));
        BarKind kind = switch (request.parameter("type")) {
            case "MARK", "mark" -> BarKind.MARK;
            case "INDEX", "index" -> BarKind.INDEX;
            default -> BarKind.TRADES;
        };
        int decimals = market.priceDecimals();
        begin().array("data");
        for (int i = 0; i < times.count(); i++) {
            long at = times.at(i);
            Bar bar = market.course().bar(kind, at, interval);
            json.array().value(String.valueOf(at));
            for (double value : List.of(bar.open(), bar.high(), bar.low(), bar.close())) {
                Figures.value(json, value, decimals);
            }
            Figures.value(Figures.value(json, bar.volume(), 4), bar.volume() * bar.typical(), 4)
                    .endArray();
        }
        return endArray();
    }

    private Answer takerVolume(HttpHead request, Market market) {
        long period = Query.interval(request.parameter("period"));
        long step = period == 0 ? 5 * Course.MINUTE : Math.max(5 * Course.MINUTE, period);
        Stretch times = asked(request, market, step, 30);
        begin().array("data");
        for (int i = 0; i < times.count(); i++) {
            Bar bar = market.course().bar(BarKind.TRADES, times.at(i), step);
            json.object();
            Figures.text(json, "buyVolume", bar.takerBuy(), 4);
            Figures.text(json, "sellVolume", bar.volume() - bar.takerBuy(), 4);
            json.text("ts", bar.startMillis()).end();
        }
        return endArray();
    }

    static long id(Print print) {
        return 1_432_912_492_051_054_592L + print.id() * 2;
    }

    private Answer fills(HttpHead request, Market market) {
        List<Print> prints = market.recentPrints();
        Contract contract = market.contract();
        int limit = Query.limit(request, 100, 100);
        begin().array("data");
        for (int i = prints.size() - 1; i >= Math.max(0, prints.size() - limit); i--) {
            Print print = prints.get(i);
            json.object().text("execId", id(print)).text("execLinkId", id(print) + 1);
            json.decimal("price", print.price(), contract.priceScale(), BookText.decimals(market, print.price()));
            json.decimal("size", print.size(), contract.sizeScale(), contract.sizeScale());
            json.text("side", print.takerBuys() ? "buy" : "sell")
                    .text("ts", floor.now())
                    .text("isRPI", "no")
                    .end();
        }
        return endArray();
    }

    private Answer openInterest(Market market) {
        begin().object("data").array("list").object().text("symbol", market.symbol());
        Figures.text(json, "openInterest", market.course().openInterest(floor.now()), 4);
        json.end().endArray().text("ts", floor.now()).end();
        return end();
    }

    private Answer fundingNow(Market market) {
        begin().array("data").object().text("symbol", market.symbol());
        Figures.text(json, "fundingRate", market.course().fundingRate(floor.now()), 6);
        json.text("fundingRateInterval", FUNDING_HOURS)
                .text("nextUpdate", Course.nextFunding(Venue.BITGET, floor.now()))
                .text("minFundingRate", "-0.003")
                .text("maxFundingRate", "0.003")
                .end();
        return endArray();
    }

    /** The cursor is the number of the page, from 1; newest first. */
    private Answer funding(HttpHead request, Market market) {
        int limit = Query.limit(request, 100, 100);
        long page = Math.max(1, Query.number(request, "cursor", 1));
        long last = floor.now() / Course.FUNDING_INTERVAL * Course.FUNDING_INTERVAL;
        long to = last - (page - 1) * limit * Course.FUNDING_INTERVAL;
        Stretch times = Stretch.of(Course.FUNDING_INTERVAL, -1, to, limit, floor.now(), market.course());
        begin().object("data").array("resultList");
        for (int i = 0; i < times.count(); i++) {
            long at = times.fromNewest(i);
            json.object().text("symbol", market.symbol());
            Figures.text(json, "fundingRate", market.course().settledRate(at), 6);
            json.text("fundingRateTimestamp", at).end();
        }
        json.endArray().end();
        return end();
    }

    /** In quote, no deduction. */
    private Answer tiers() {
        begin().array("data");
        tier("1", "0", "200000", "150", "0.004");
        tier("2", "200000", "1000000", "100", "0.005");
        tier("3", "1000000", "5000000", "75", "0.007");
        return endArray();
    }

    private void tier(String tier, String from, String to, String leverage, String maintenance) {
        json.object()
                .text("tier", tier)
                .text("minTierValue", from)
                .text("maxTierValue", to)
                .text("leverage", leverage)
                .text("mmr", maintenance)
                .end();
    }
}
