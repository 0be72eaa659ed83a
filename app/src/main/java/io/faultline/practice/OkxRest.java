package io.faultline.practice;

import io.faultline.market.Decimals;
import io.faultline.market.Side;
import io.faultline.market.Venue;
import java.util.List;

/** OKX's answers to requests. Lists go from the newest to the oldest. */
final class OkxRest {
    private static final int BOOK_DEPTH = OkxDialect.DEPTH;

    private final Floor floor;
    private final OkxDialect dialect;
    private final Json json = new Json();

    OkxRest(Floor floor, OkxDialect dialect) {
        this.floor = floor;
        this.dialect = dialect;
    }

    Answer answer(HttpHead request) {
        return switch (request.path()) {
            case "/api/v5/public/time" ->
                Answer.ok(end(begin().object().text("ts", floor.now()).end()));
            case "/api/v5/public/instruments" -> instruments();
            case "/api/v5/market/tickers" -> rows("tickers", request);
            case "/api/v5/market/ticker" -> rows("tickers", request);
            case "/api/v5/public/mark-price" -> rows("mark-price", request);
            case "/api/v5/public/open-interest" -> rows("open-interest", request);
            case "/api/v5/public/position-tiers" -> tiers(request);
            case "/api/v5/public/liquidation-orders", "/api/v5/system/status" -> Answer.ok(end(begin()));
            default -> ofSymbol(request);
        };
    }

    private Answer ofSymbol(HttpHead request) {
        Market market = floor.market(request.parameter("instId"));
        if (market == null) {
            return Answer.ok("{\"code\":\"51001\",\"msg\":\"Instrument ID does not exist\",\"data\":[]}");
        }
        return switch (request.path()) {
            case "/api/v5/market/books", "/api/v5/market/books-full" -> book(request, market);
            case "/api/v5/market/candles", "/api/v5/market/history-candles" -> candles(request, market, BarKind.TRADES);
            case "/api/v5/market/mark-price-candles", "/api/v5/market/history-mark-price-candles" ->
                candles(request, market, BarKind.MARK);
            case "/api/v5/market/trades", "/api/v5/market/history-trades" -> trades(request, market);
            case "/api/v5/rubik/stat/taker-volume-contract" -> takerVolume(request, market);
            case "/api/v5/rubik/stat/contracts/open-interest-history" -> openInterest(request, market);
            case "/api/v5/public/funding-rate" -> rows("funding-rate", request);
            case "/api/v5/public/funding-rate-history" -> funding(request, market);
            default -> Answer.of(404, "{\"code\":\"404\",\"msg\":\"no such path\",\"data\":[]}");
        };
    }

    private Json begin() {
        return json.reset().object().text("code", "0").text("msg", "").array("data");
    }

    private static Json end(Json json) {
        return json.endArray().end();
    }

    private Answer rows(String channel, HttpHead request) {
        String wanted = request.parameter("instId");
        begin();
        for (Market market : floor.markets().values()) {
            if (wanted.isEmpty() || market.symbol().equals(wanted)) {
                row(json, channel, market);
            }
        }
        return Answer.ok(end(json));
    }

    /** A row of figures as sockets and answers show it. */
    void row(Json to, String channel, Market market) {
        long now = floor.now();
        Course course = market.course();
        int decimals = market.priceDecimals();
        switch (channel) {
            case "mark-price" -> {
                to.object().text("instId", market.symbol()).text("instType", "SWAP");
                Figures.text(to, "markPx", course.mark(now), decimals)
                        .text("ts", now)
                        .end();
            }
            case "index-tickers" -> {
                to.object().text("instId", market.contract().pair());
                Figures.text(to, "idxPx", course.index(now), decimals)
                        .text("ts", now)
                        .end();
            }
            case "funding-rate" -> funding(to, market, now);
            case "open-interest" -> {
                double base = course.openInterest(now);
                to.object().text("instId", market.symbol()).text("instType", "SWAP");
                Figures.text(to, "oi", base / market.contract().contractSize().doubleValue(), 8);
                Figures.text(to, "oiCcy", base, 8);
                Figures.text(to, "oiUsd", base * course.mark(now), 8)
                        .text("ts", now)
                        .end();
            }
            default -> ticker(to, market, now);
        }
    }

    private static void funding(Json to, Market market, long now) {
        long next = Course.nextFunding(Venue.OKX, now);
        to.object().text("formulaType", "noRate");
        Figures.text(to, "fundingRate", market.course().fundingRate(now), 16);
        to.text("fundingTime", next)
                .text("impactValue", "")
                .text("instId", market.symbol())
                .text("instType", "SWAP")
                .text("interestRate", "")
                .text("method", "current_period")
                .text("maxFundingRate", "0.00375")
                .text("minFundingRate", "-0.00375")
                .text("nextFundingRate", "")
                .text("nextFundingTime", next + Course.FUNDING_INTERVAL)
                .text("premium", "0.0001233824646391");
        Figures.text(to, "settFundingRate", market.course().settledRate(next - Course.FUNDING_INTERVAL), 16);
        to.text("settState", "settled").text("ts", now).end();
    }

    private static void ticker(Json to, Market market, long now) {
        Contract contract = market.contract();
        Course course = market.course();
        int decimals = market.priceDecimals();
        double volume = course.dayVolume(now);
        double before = course.price(now - Course.DAY);
        to.object().text("instType", "SWAP").text("instId", market.symbol());
        Figures.text(to, "last", market.lastQuote(), decimals).text("lastSz", "0.4");
        best(to, "ask", Side.ASK, market);
        best(to, "bid", Side.BID, market);
        Figures.text(to, "open24h", before, decimals);
        Figures.text(to, "high24h", Math.max(before, market.lastQuote()), decimals);
        Figures.text(to, "low24h", Math.min(before, market.lastQuote()), decimals);
        Figures.text(to, "sodUtc0", before, decimals);
        Figures.text(to, "sodUtc8", before, decimals);
        Figures.text(to, "volCcy24h", volume, 4);
        Figures.text(to, "vol24h", volume / contract.contractSize().doubleValue(), 2)
                .text("ts", now)
                .end();
    }

    private static void best(Json to, String name, Side side, Market market) {
        var level = market.book().side(side).firstEntry();
        if (level != null) {
            Contract contract = market.contract();
            to.text(name + "Px", Decimals.canonical(level.getKey(), contract.priceScale()));
            to.text(name + "Sz", Decimals.canonical(level.getValue(), contract.sizeScale()));
        }
    }

    private Answer instruments() {
        begin();
        floor.markets().values().forEach(market -> OkxText.instrument(json, market, floor.now()));
        return Answer.ok(end(json));
    }

    /** Unless asked for more it shows one level. */
    private Answer book(HttpHead request, Market market) {
        market.wanted();
        BookView view = dialect.mainView(market);
        boolean stale = floor.faults().spendStaleSnapshot();
        long id = stale ? view.truth().oldestId() : view.toldId();
        Levels levels = view.truth().at(id);
        int depth = (int) Math.min(BOOK_DEPTH, Query.number(request, "sz", 1));
        begin().object();
        OkxText.levels(json, "asks", Side.ASK, market, levels, depth);
        OkxText.levels(json, "bids", Side.BID, market, levels, depth);
        return Answer.ok(end(json.text("ts", floor.now()).number("seqId", id).end()));
    }

    private Stretch asked(HttpHead request, Market market, long step, String from, String to, int limit) {
        long newerThan = Query.number(request, from, -2);
        long olderThan = Query.number(request, to, Query.far());
        return Stretch.of(step, newerThan < 0 ? -1 : newerThan + 1, olderThan - 1, limit, floor.now(), market.course());
    }

    private Answer candles(HttpHead request, Market market, BarKind kind) {
        String name = request.parameter("bar");
        long interval = name.isEmpty() ? Course.MINUTE : Query.interval(name.replace("utc", ""));
        if (interval == 0) {
            return Answer.ok("{\"code\":\"51000\",\"msg\":\"Parameter bar error\",\"data\":[]}");
        }
        Stretch times = asked(request, market, interval, "before", "after", Query.limit(request, 100, 300));
        int decimals = market.priceDecimals();
        double contract = market.contract().contractSize().doubleValue();
        begin();
        for (int i = 0; i < times.count(); i++) {
            long at = times.fromNewest(i);
            Bar bar = market.course().bar(kind, at, interval);
            json.array().value(String.valueOf(at));
            for (double value : List.of(bar.open(), bar.high(), bar.low(), bar.close())) {
                Figures.value(json, value, decimals);
            }
            if (kind.traded()) {
                Figures.value(json, bar.volume() / contract, 2);
                Figures.value(json, bar.volume(), 4);
                Figures.value(json, bar.volume() * bar.typical(), 4);
            }
            json.value(at + interval > floor.now() ? "0" : "1").endArray();
        }
        return Answer.ok(end(json));
    }

    private Answer trades(HttpHead request, Market market) {
        List<Print> prints = market.recentPrints();
        int limit = Query.limit(request, 100, 500);
        begin();
        for (int i = prints.size() - 1; i >= Math.max(0, prints.size() - limit); i--) {
            OkxText.trade(json, market, prints.get(i), floor.now());
        }
        return Answer.ok(end(json));
    }

    /** Sellers first; in base, contracts or USDT as {@code unit} says. */
    private Answer takerVolume(HttpHead request, Market market) {
        long period = period(request);
        Stretch times = asked(request, market, period, "begin", "end", Query.limit(request, 100, 100));
        String unit = request.parameter("unit");
        begin();
        for (int i = 0; i < times.count(); i++) {
            Bar bar = market.course().bar(BarKind.TRADES, times.fromNewest(i), period);
            double factor = unit.equals("2")
                    ? bar.typical()
                    : unit.equals("0")
                            ? 1
                            : 1 / market.contract().contractSize().doubleValue();
            json.array().value(String.valueOf(bar.startMillis()));
            Figures.value(json, (bar.volume() - bar.takerBuy()) * factor, 4);
            Figures.value(json, bar.takerBuy() * factor, 4).endArray();
        }
        return Answer.ok(end(json));
    }

    private static long period(HttpHead request) {
        long period = Query.interval(request.parameter("period"));
        return period == 0 ? 5 * Course.MINUTE : Math.max(5 * Course.MINUTE, period);
    }

    private Answer openInterest(HttpHead request, Market market) {
        Stretch times = asked(request, market, period(request), "begin", "end", Query.limit(request, 100, 100));
        begin();
        for (int i = 0; i < times.count(); i++) {
            long at = times.fromNewest(i);
            double base = market.course().openInterest(at);
            json.array().value(String.valueOf(at));
            Figures.value(json, base / market.contract().contractSize().doubleValue(), 4);
            Figures.value(json, base, 4);
            Figures.value(json, base * market.course().price(at), 4).endArray();
        }
        return Answer.ok(end(json));
    }

    private Answer funding(HttpHead request, Market market) {
        Stretch times =
                asked(request, market, Course.FUNDING_INTERVAL, "before", "after", Query.limit(request, 100, 400));
        begin();
        for (int i = 0; i < times.count(); i++) {
            long at = times.fromNewest(i);
            json.object().text("instType", "SWAP").text("instId", market.symbol());
            Figures.text(json, "fundingRate", market.course().settledRate(at), 10);
            Figures.text(json, "realizedRate", market.course().settledRate(at), 10);
            json.text("fundingTime", at).text("method", "current_period").end();
        }
        return Answer.ok(end(json));
    }

    /** In contracts, no deduction. */
    private Answer tiers(HttpHead request) {
        begin();
        for (String family : request.parameter("instFamily").split(",", -1)) {
            if (floor.market(family + "-SWAP") != null) {
                tier(family, "1", "0", "1000", "0.004", "0.01", "100");
                tier(family, "2", "1000.01", "5000", "0.005", "0.015", "66.66");
                tier(family, "3", "5000.01", "20000", "0.0075", "0.02", "50");
            }
        }
        return Answer.ok(end(json));
    }

    private void tier(
            String family, String tier, String from, String to, String maintenance, String initial, String leverage) {
        json.object()
                .text("baseMaxLoan", "")
                .text("imr", initial)
                .text("instFamily", family)
                .text("instId", "")
                .text("maxLever", leverage)
                .text("maxSz", to)
                .text("minSz", from)
                .text("mmr", maintenance)
                .text("optMgnFactor", "0")
                .text("quoteMaxLoan", "")
                .text("tier", tier)
                .text("uly", family)
                .end();
    }
}
