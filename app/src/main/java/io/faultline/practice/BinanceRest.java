package io.faultline.practice;

import io.faultline.market.Decimals;
import io.faultline.market.Side;
import io.faultline.market.Venue;
import java.util.List;
import java.util.function.BiConsumer;

/** Binance's answers to requests. */
final class BinanceRest {
    private final Floor floor;
    private final Json json = new Json();

    BinanceRest(Floor floor) {
        this.floor = floor;
    }

    Answer answer(HttpHead request) {
        return switch (request.path()) {
            case "/fapi/v1/time" ->
                Answer.ok(
                        json.reset().object().number("serverTime", floor.now()).end());
            case "/fapi/v1/exchangeInfo" -> exchangeInfo();
            case "/fapi/v1/fundingInfo" -> all(this::fundingInfo);
            case "/fapi/v1/leverageBracket" -> Answer.of(401, "{\"code\":-2014,\"msg\":\"API-key format invalid.\"}");
            case "/fapi/v1/premiumIndex" -> oneOrAll(request, this::premiumIndex);
            case "/fapi/v1/ticker/24hr" -> oneOrAll(request, this::ticker);
            default -> ofSymbol(request);
        };
    }

    private Answer oneOrAll(HttpHead request, BiConsumer<Market, Long> row) {
        if (request.parameter("symbol").isEmpty()) {
            return all(row);
        }
        Market market = floor.market(request.parameter("symbol"));
        if (market == null) {
            return unknownSymbol();
        }
        json.reset();
        row.accept(market, floor.now());
        return Answer.ok(json);
    }

    private Answer all(BiConsumer<Market, Long> row) {
        json.reset().array();
        long now = floor.now();
        floor.markets().values().forEach(market -> row.accept(market, now));
        return Answer.ok(json.endArray());
    }

    private static Answer unknownSymbol() {
        return Answer.of(400, "{\"code\":-1121,\"msg\":\"Invalid symbol.\"}");
    }

    private Answer ofSymbol(HttpHead request) {
        Market market = floor.market(request.parameter("symbol"));
        if (market == null) {
            return unknownSymbol();
        }
        return switch (request.path()) {
            case "/fapi/v1/depth" -> depth(request, market);
            case "/fapi/v1/openInterest" -> openInterest(market);
            case "/futures/data/openInterestHist" -> openInterestHistory(request, market);
            case "/fapi/v1/fundingRate" -> fundingRate(request, market);
            case "/fapi/v1/klines" -> klines(request, market, BarKind.TRADES);
            case "/fapi/v1/markPriceKlines" -> klines(request, market, BarKind.MARK);
            case "/fapi/v1/indexPriceKlines" -> klines(request, market, BarKind.INDEX);
            case "/fapi/v1/aggTrades" -> trades(request, market);
            default -> Answer.of(404, "{\"code\":-1,\"msg\":\"no such path\"}");
        };
    }

    private Answer exchangeInfo() {
        json.reset().object().text("timezone", "UTC").number("serverTime", floor.now());
        json.array("rateLimits")
                .object()
                .text("rateLimitType", "REQUEST_WEIGHT")
                .text("interval", "MINUTE")
                .number("intervalNum", 1)
                .number("limit", 2400)
                .end()
                .endArray();
        json.array("symbols");
        floor.markets().values().forEach(this::instrument);
        return Answer.ok(json.endArray().end());
    }

    private void instrument(Market market) {
        Contract contract = market.contract();
        String tick = Decimals.canonical(market.tick(), contract.priceScale());
        String lot = Decimals.canonical(contract.lot(), contract.sizeScale());
        json.object()
                .text("symbol", market.symbol())
                .text("pair", market.symbol())
                .text("contractType", "PERPETUAL")
                .number("deliveryDate", 4_133_404_800_000L)
                .number("onboardDate", 1_569_398_400_000L)
                .text("status", market.delisted() ? "SETTLING" : "TRADING")
                .text("maintMarginPercent", "2.5000")
                .text("requiredMarginPercent", "5.0000")
                .text("baseAsset", contract.base())
                .text("quoteAsset", "USDT")
                .text("marginAsset", "USDT")
                .number("pricePrecision", 2)
                .number("quantityPrecision", 3)
                .array("filters");
        json.object().text("filterType", "PRICE_FILTER").text("minPrice", tick).text("maxPrice", "4529764");
        json.text("tickSize", tick).end();
        json.object()
                .text("filterType", "LOT_SIZE")
                .text("stepSize", lot)
                .text("maxQty", "1000")
                .text("minQty", lot);
        json.end()
                .object()
                .text("filterType", "MARKET_LOT_SIZE")
                .text("stepSize", lot)
                .text("maxQty", "120");
        json.text("minQty", lot).end();
        json.object().text("filterType", "MIN_NOTIONAL").text("notional", "100").end();
        json.endArray().text("liquidationFee", "0.012500").end();
    }

    private Answer depth(HttpHead request, Market market) {
        market.wanted();
        BookView view = market.view(Integer.MAX_VALUE, Numbering.EACH_CHANGE, 0);
        boolean stale = floor.faults().spendStaleSnapshot();
        long id = stale ? view.truth().oldestId() : view.lastId();
        Levels levels = stale ? view.truth().at(id) : view.shown();
        int limit = Query.limit(request, 500, 1000);
        json.reset()
                .object()
                .number("lastUpdateId", id)
                .number("E", floor.now() + 2)
                .number("T", floor.now());
        BookText.pairs(json, "bids", Side.BID, market, levels, limit);
        BookText.pairs(json, "asks", Side.ASK, market, levels, limit);
        return Answer.ok(json.end());
    }

    private Answer openInterest(Market market) {
        json.reset().object();
        Figures.text(json, "openInterest", market.course().openInterest(floor.now()), 3);
        return Answer.ok(
                json.text("symbol", market.symbol()).number("time", floor.now()).end());
    }

    private Answer openInterestHistory(HttpHead request, Market market) {
        long period = Query.interval(request.parameter("period"));
        if (period == 0) {
            return Answer.of(400, "{\"code\":-1130,\"msg\":\"Data sent for parameter 'period' is not valid.\"}");
        }
        Stretch times = asked(request, market, period, Query.limit(request, 30, 500));
        json.reset().array();
        for (int i = 0; i < times.count(); i++) {
            long at = times.at(i);
            double base = market.course().openInterest(at);
            json.object().text("symbol", market.symbol());
            Figures.text(json, "sumOpenInterest", base, 8);
            Figures.text(json, "sumOpenInterestValue", base * market.course().price(at), 8);
            json.text("CMCCirculatingSupply", "165880.538")
                    .text("timestamp", at)
                    .end();
        }
        return Answer.ok(json.endArray());
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

    private Answer fundingRate(HttpHead request, Market market) {
        Stretch times = asked(request, market, Course.FUNDING_INTERVAL, Query.limit(request, 100, 1000));
        json.reset().array();
        for (int i = 0; i < times.count(); i++) {
            long at = times.at(i);
            json.object().text("symbol", market.symbol());
            Figures.text(json, "fundingRate", market.course().settledRate(at), 8);
            json.number("fundingTime", at);
            Figures.text(json, "markPrice", market.course().mark(at), 8);
            json.text("rateType", "SETTLED").end();
        }
        return Answer.ok(json.endArray());
    }

    private Answer klines(HttpHead request, Market market, BarKind kind) {
        long interval = Query.interval(request.parameter("interval"));
        if (interval == 0) {
            return Answer.of(400, "{\"code\":-1120,\"msg\":\"Invalid interval.\"}");
        }
        Stretch times = asked(request, market, interval, Query.limit(request, 500, 1500));
        int decimals = kind.traded() ? market.priceDecimals() : 8;
        json.reset().array();
        for (int i = 0; i < times.count(); i++) {
            long at = times.at(i);
            Bar bar = market.course().bar(kind, at, interval);
            json.array().value(at);
            for (double value : List.of(bar.open(), bar.high(), bar.low(), bar.close())) {
                Figures.value(json, value, decimals);
            }
            Figures.value(json, bar.volume(), 3).value(at + interval - 1);
            Figures.value(json, bar.volume() * bar.typical(), 5).value(bar.trades());
            Figures.value(json, bar.takerBuy(), 3);
            Figures.value(json, bar.takerBuy() * bar.typical(), 5).value("0").endArray();
        }
        return Answer.ok(json.endArray());
    }

    private Answer trades(HttpHead request, Market market) {
        json.reset().array();
        int left = Query.limit(request, 500, 1000);
        long from = Query.number(request, "fromId", 0) - BinanceDialect.FIRST_TRADE;
        for (Print print : market.recentPrints()) {
            if (print.id() >= from && left-- > 0) {
                BinanceDialect.aggregate(json.object(), market, print, floor.now())
                        .end();
            }
        }
        return Answer.ok(json.endArray());
    }

    private void premiumIndex(Market market, long now) {
        Course course = market.course();
        json.object().text("symbol", market.symbol());
        Figures.text(json, "markPrice", course.mark(now), 8);
        Figures.text(json, "indexPrice", course.index(now), 8);
        Figures.text(json, "estimatedSettlePrice", course.index(now), 8);
        Figures.text(json, "lastFundingRate", course.fundingRate(now), 8);
        json.text("interestRate", "0.00010000")
                .number("nextFundingTime", Course.nextFunding(Venue.BINANCE, now))
                .number("time", now)
                .end();
    }

    private void ticker(Market market, long now) {
        Course course = market.course();
        int decimals = market.priceDecimals();
        double before = course.price(now - Course.DAY);
        double volume = course.dayVolume(now);
        Bar day = course.bar(BarKind.TRADES, now / Course.MINUTE * Course.MINUTE - Course.DAY, Course.DAY);
        json.object().text("symbol", market.symbol());
        Figures.text(json, "priceChange", market.lastQuote() - before, decimals);
        Figures.text(json, "priceChangePercent", (market.lastQuote() / before - 1) * 100, 3);
        Figures.text(json, "weightedAvgPrice", day.typical(), decimals);
        Figures.text(json, "lastPrice", market.lastQuote(), decimals).text("lastQty", "0.200");
        Figures.text(json, "openPrice", before, decimals);
        Figures.text(json, "highPrice", day.high(), decimals);
        Figures.text(json, "lowPrice", day.low(), decimals);
        Figures.text(json, "volume", volume, 3);
        Figures.text(json, "quoteVolume", volume * day.typical(), 2);
        json.number("openTime", now - Course.DAY)
                .number("closeTime", now)
                .number("firstId", 1)
                .number("lastId", 8)
                .number("count", 8)
                .end();
    }

    private void fundingInfo(Market market, long now) {
        json.object()
                .text("symbol", market.symbol())
                .text("adjustedFundingRateCap", "0.02000000")
                .text("adjustedFundingRateFloor", "-0.02000000")
                .number("fundingIntervalHours", 8)
                .flag("disclaimer", false)
                .end();
    }
}
