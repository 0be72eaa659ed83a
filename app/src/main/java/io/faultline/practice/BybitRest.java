package io.faultline.practice;

import io.faultline.market.Decimals;
import io.faultline.market.Side;
import io.faultline.market.Venue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Bybit's answers to requests. Lists go from the newest to the oldest. */
final class BybitRest {
    /** Far fewer than the venue's, so that a handful of symbols takes more than one page. */
    private static final int INSTRUMENTS_A_PAGE = 3;

    private final Floor floor;
    private final BybitDialect dialect;
    private final Json json = new Json();

    BybitRest(Floor floor, BybitDialect dialect) {
        this.floor = floor;
        this.dialect = dialect;
    }

    Answer answer(HttpHead request) {
        return switch (request.path()) {
            case "/v5/market/time" -> time();
            case "/v5/market/instruments-info" -> instruments(request);
            case "/v5/market/tickers" -> tickers(request);
            default -> ofSymbol(request);
        };
    }

    private Answer ofSymbol(HttpHead request) {
        Market market = floor.market(request.parameter("symbol"));
        if (market == null) {
            return error(10_001, "params error: symbol invalid");
        }
        return switch (request.path()) {
            case "/v5/market/orderbook" -> book(request, market);
            case "/v5/market/kline" -> klines(request, market, BarKind.TRADES);
            case "/v5/market/mark-price-kline" -> klines(request, market, BarKind.MARK);
            case "/v5/market/index-price-kline" -> klines(request, market, BarKind.INDEX);
            case "/v5/market/recent-trade" -> trades(request, market);
            case "/v5/market/open-interest" -> openInterest(request, market);
            case "/v5/market/funding/history" -> funding(request, market);
            case "/v5/market/risk-limit" -> riskLimit(market);
            default -> Answer.of(404, "{\"retCode\":404,\"retMsg\":\"no such path\"}");
        };
    }

    private Answer error(int code, String words) {
        json.reset()
                .object()
                .number("retCode", code)
                .text("retMsg", words)
                .object("result")
                .end();
        return Answer.ok(
                json.object("retExtInfo").end().number("time", floor.now()).end());
    }

    private Json begin() {
        return json.reset().object().number("retCode", 0).text("retMsg", "OK").object("result");
    }

    private Json beginList() {
        return begin().text("category", "linear").array("list");
    }

    private Answer end() {
        return Answer.ok(json.end()
                .object("retExtInfo")
                .end()
                .number("time", floor.now())
                .end());
    }

    private Answer endList() {
        json.endArray();
        return end();
    }

    private Answer time() {
        long now = floor.now();
        begin().text("timeSecond", now / 1_000).text("timeNano", now * 1_000_000);
        return end();
    }

    private Answer instruments(HttpHead request) {
        String wanted = request.parameter("symbol");
        String cursor = request.parameter("cursor");
        List<Market> markets = new ArrayList<>(floor.markets().values());
        int from = cursor.isEmpty() ? 0 : (int) Query.number(request, "cursor", 0);
        int to = Math.min(markets.size(), from + Math.min(INSTRUMENTS_A_PAGE, Query.limit(request, 500, 1000)));
        beginList();
        for (Market market : wanted.isEmpty() ? markets.subList(Math.min(from, to), to) : markets) {
            if (wanted.isEmpty() || market.symbol().equals(wanted)) {
                instrument(market);
            }
        }
        json.endArray().text("nextPageCursor", wanted.isEmpty() && to < markets.size() ? String.valueOf(to) : "");
        return end();
    }

    private void instrument(Market market) {
        Contract contract = market.contract();
        String tick = Decimals.canonical(market.tick(), contract.priceScale());
        String lot = Decimals.canonical(contract.lot(), contract.sizeScale());
        json.object()
                .text("symbol", market.symbol())
                .number("symbolId", 5)
                .text("contractType", "LinearPerpetual")
                .text("status", market.delisted() ? "Closed" : "Trading")
                .text("baseCoin", contract.base())
                .text("quoteCoin", "USDT")
                .text("launchTime", 1_585_526_400_000L)
                .text("deliveryTime", market.delisted() ? floor.now() : 0)
                .text("priceScale", "2");
        json.object("leverageFilter").text("minLeverage", "1").text("maxLeverage", "100.00");
        json.text("leverageStep", "0.01").end();
        json.object("priceFilter")
                .text("minPrice", tick)
                .text("maxPrice", "1999999.80")
                .text("tickSize", tick)
                .end();
        json.object("lotSizeFilter")
                .text("maxOrderQty", "1190.000")
                .text("minOrderQty", lot)
                .text("qtyStep", lot);
        json.text("postOnlyMaxOrderQty", "1190.000")
                .text("maxMktOrderQty", "500.000")
                .text("minNotionalValue", "5");
        json.end()
                .flag("unifiedMarginTrade", true)
                .number("fundingInterval", Course.FUNDING_INTERVAL / Course.MINUTE)
                .text("settleCoin", "USDT")
                .text("upperFundingRate", "0.00375")
                .text("lowerFundingRate", "-0.00375")
                .flag("isPreListing", false)
                .nothing("preListingInfo")
                .text("symbolType", "")
                .end();
    }

    private Answer tickers(HttpHead request) {
        String wanted = request.parameter("symbol");
        beginList();
        for (Market market : floor.markets().values()) {
            if (wanted.isEmpty() || market.symbol().equals(wanted)) {
                json.object();
                ticker(market).forEach(json::text);
                json.end();
            }
        }
        return endList();
    }

    /** The fields of a ticker, on sockets and in answers. */
    Map<String, String> ticker(Market market) {
        long now = floor.now();
        Course course = market.course();
        Contract contract = market.contract();
        int decimals = market.priceDecimals();
        double single = course.openInterest(now);
        double mark = course.mark(now);
        double before = course.price(now - Course.DAY);
        double volume = course.dayVolume(now);
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("symbol", market.symbol());
        fields.put("tickDirection", "ZeroMinusTick");
        fields.put("price24hPcnt", text(market.lastQuote() / before - 1, 5));
        fields.put("lastPrice", text(market.lastQuote(), decimals));
        fields.put("prevPrice24h", text(before, decimals));
        fields.put("highPrice24h", text(Math.max(market.lastQuote(), before), decimals));
        fields.put("lowPrice24h", text(Math.min(market.lastQuote(), before), decimals));
        fields.put("prevPrice1h", text(course.price(now - Course.HOUR), decimals));
        fields.put("markPrice", text(mark, decimals));
        fields.put("indexPrice", text(course.index(now), decimals));
        fields.put("openInterest", text(2 * single, 3));
        fields.put("openInterestValue", text(2 * single * mark, 2));
        fields.put("turnover24h", text(volume * mark, 4));
        fields.put("volume24h", text(volume, 4));
        fields.put("fundingIntervalHour", "8");
        fields.put("fundingCap", "0.005");
        fields.put("singleOpenInterest", text(single, 3));
        fields.put("singleOpenInterestValue", text(single * mark, 2));
        fields.put("nextFundingTime", String.valueOf(Course.nextFunding(Venue.BYBIT, now)));
        fields.put("fundingRate", text(course.fundingRate(now), 7));
        best(fields, "bid1", Side.BID, market, contract);
        best(fields, "ask1", Side.ASK, market, contract);
        fields.put("preOpenPrice", "");
        fields.put("preQty", "");
        fields.put("curPreListingPhase", "");
        return fields;
    }

    private static void best(Map<String, String> fields, String name, Side side, Market market, Contract contract) {
        var level = market.book().side(side).firstEntry();
        if (level != null) {
            fields.put(name + "Price", Decimals.canonical(level.getKey(), contract.priceScale()));
            fields.put(name + "Size", Decimals.canonical(level.getValue(), contract.sizeScale()));
        }
    }

    private static String text(double value, int decimals) {
        return String.format(Locale.ROOT, "%." + decimals + "f", value);
    }

    private Answer book(HttpHead request, Market market) {
        market.wanted();
        BookView view = dialect.mainView(market);
        Levels levels = view.truth().at(view.toldId());
        int depth = Query.limit(request, 25, 500);
        begin().text("s", market.symbol());
        BookText.pairs(json, "b", Side.BID, market, levels, depth);
        BookText.pairs(json, "a", Side.ASK, market, levels, depth);
        json.number("ts", floor.now()).number("u", view.toldId()).number("seq", view.toldId());
        json.number("cts", floor.now());
        return end();
    }

    private Stretch asked(HttpHead request, Market market, long step, String start, String end, int limit) {
        return Stretch.of(
                step,
                Query.number(request, start, -1),
                Query.number(request, end, Query.far()),
                limit,
                floor.now(),
                market.course());
    }

    private Answer klines(HttpHead request, Market market, BarKind kind) {
        long interval = Query.interval(request.parameter("interval"));
        if (interval == 0) {
            return error(10_001, "Invalid period!");
        }
        Stretch times = asked(request, market, interval, "start", "end", Query.limit(request, 200, 1000));
        int decimals = market.priceDecimals();
        begin().text("category", "linear").text("symbol", market.symbol()).array("list");
        for (int i = 0; i < times.count(); i++) {
            long at = times.fromNewest(i);
            Bar bar = market.course().bar(kind, at, interval);
            json.array().value(String.valueOf(at));
            for (double value : List.of(bar.open(), bar.high(), bar.low(), bar.close())) {
                Figures.value(json, value, decimals);
            }
            if (kind.traded()) {
                Figures.value(Figures.value(json, bar.volume(), 3), bar.volume() * bar.typical(), 4);
            }
            json.endArray();
        }
        return endList();
    }

    private Answer trades(HttpHead request, Market market) {
        beginList();
        List<Print> prints = market.recentPrints();
        int limit = Query.limit(request, 500, 1000);
        for (int i = prints.size() - 1; i >= Math.max(0, prints.size() - limit); i--) {
            Print print = prints.get(i);
            Contract contract = market.contract();
            json.object().text("execId", BybitDialect.id(market, print)).text("symbol", market.symbol());
            json.decimal("price", print.price(), contract.priceScale(), BookText.decimals(market, print.price()));
            json.decimal("size", print.size(), contract.sizeScale(), contract.sizeScale());
            json.text("side", print.takerBuys() ? "Buy" : "Sell").text("time", floor.now());
            json.flag("isBlockTrade", false).end();
        }
        return endList();
    }

    /** The cursor is the end of the next page. */
    private Answer openInterest(HttpHead request, Market market) {
        long step = Query.interval(request.parameter("intervalTime"));
        if (step == 0) {
            return error(10_001, "params error: intervalTime invalid");
        }
        String end = request.parameter("cursor").isEmpty() ? "endTime" : "cursor";
        Stretch times = asked(request, market, step, "startTime", end, Query.limit(request, 50, 200));
        begin().text("symbol", market.symbol()).text("category", "linear").array("list");
        for (int i = 0; i < times.count(); i++) {
            long at = times.fromNewest(i);
            double single = market.course().openInterest(at);
            json.object();
            Figures.text(json, "openInterest", 2 * single, 8).text("timestamp", at);
            Figures.text(json, "singleOpenInterest", single, 8).end();
        }
        json.endArray().text("nextPageCursor", times.count() == 0 ? "" : String.valueOf(times.first() - 1));
        return end();
    }

    private Answer funding(HttpHead request, Market market) {
        if (!request.parameter("startTime").isEmpty()
                && request.parameter("endTime").isEmpty()) {
            return error(10_001, "params error: endTime is required");
        }
        int limit = Query.limit(request, 200, 200);
        Stretch times = asked(request, market, Course.FUNDING_INTERVAL, "startTime", "endTime", limit);
        beginList();
        for (int i = 0; i < times.count(); i++) {
            long at = times.fromNewest(i);
            json.object().text("symbol", market.symbol());
            Figures.text(json, "fundingRate", market.course().settledRate(at), 8);
            json.text("fundingRateTimestamp", at).end();
        }
        return endList();
    }

    /** Three tiers, with deductions that make the margin continuous; not in order, as with the venue. */
    private Answer riskLimit(Market market) {
        beginList();
        tier(market, 2, "2000000", "0.005", "0.01", "100.00", "510");
        tier(market, 1, "300000", "0.0033", "0.0066", "150.00", "");
        tier(market, 3, "10000000", "0.01", "0.02", "50.00", "10510");
        json.endArray().text("nextPageCursor", "");
        return end();
    }

    private void tier(
            Market market,
            int id,
            String limit,
            String maintenance,
            String initial,
            String leverage,
            String deduction) {
        json.object()
                .number("id", id)
                .text("symbol", market.symbol())
                .text("riskLimitValue", limit)
                .text("maintenanceMargin", maintenance)
                .text("initialMargin", initial)
                .number("isLowestRisk", id == 1 ? 1 : 0)
                .text("maxLeverage", leverage)
                .text("mmDeduction", deduction)
                .end();
    }
}
