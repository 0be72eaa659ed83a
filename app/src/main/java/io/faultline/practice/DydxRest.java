package io.faultline.practice;

import io.faultline.market.Side;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;

/** dYdX's answers to requests. Lists go from the newest to the oldest. */
final class DydxRest {
    private static final int DEPTH = 100;

    private final Floor floor;
    private final Json json = new Json();

    DydxRest(Floor floor) {
        this.floor = floor;
    }

    Answer answer(HttpHead request) {
        String path = request.path();
        String what = path.substring(0, path.lastIndexOf('/'));
        Market market = floor.market(path.substring(path.lastIndexOf('/') + 1));
        if (path.equals("/v4/time")) {
            return time();
        } else if (path.equals("/v4/perpetualMarkets")) {
            return markets(request);
        } else if (market == null) {
            return error(404, "market", "not found");
        }
        return switch (what) {
            case "/v4/orderbooks/perpetualMarket" -> book(market);
            case "/v4/trades/perpetualMarket" -> trades(request, market);
            case "/v4/candles/perpetualMarkets" -> candles(request, market);
            case "/v4/historicalFunding" -> funding(request, market);
            default -> error(404, "path", "not found");
        };
    }

    private Answer error(int status, String parameter, String words) {
        json.reset().object().array("errors").object().text("msg", words).text("param", parameter);
        return Answer.of(
                status, json.text("location", "params").end().endArray().end().toString());
    }

    private Answer time() {
        long now = floor.now();
        String seconds = now / 1_000 + "." + String.format("%03d", now % 1_000);
        return Answer.ok(json.reset()
                .object()
                .text("iso", DydxText.time(now))
                .verbatim("epoch", seconds)
                .end());
    }

    private Answer markets(HttpHead request) {
        Market wanted = floor.market(request.parameter("ticker"));
        json.reset().object();
        DydxText.markets(json, wanted == null ? floor.markets().values() : List.of(wanted), floor.now());
        return Answer.ok(json.end());
    }

    private Answer book(Market market) {
        market.wanted();
        json.reset().object();
        DydxText.levels(json, "bids", Side.BID, market, DEPTH);
        DydxText.levels(json, "asks", Side.ASK, market, DEPTH);
        return Answer.ok(json.end());
    }

    private Answer trades(HttpHead request, Market market) {
        List<Print> prints = market.recentPrints();
        int limit = Query.limit(request, 100, 1000);
        json.reset().object();
        DydxText.trades(json, market, prints.subList(Math.max(0, prints.size() - limit), prints.size()), floor.now());
        return Answer.ok(json.end());
    }

    private static long millis(String iso, long otherwise) {
        try {
            return iso.isEmpty() ? otherwise : Instant.parse(iso).toEpochMilli();
        } catch (DateTimeParseException notATime) {
            return otherwise;
        }
    }

    private Stretch asked(HttpHead request, Market market, long step, int limit) {
        long from = millis(request.parameter("fromISO"), -1);
        long to = millis(request.parameter("toISO"), Query.far());
        return Stretch.of(step, from, to, limit, floor.now(), market.course());
    }

    private Answer candles(HttpHead request, Market market) {
        String resolution = request.parameter("resolution");
        long interval = Query.interval(resolution);
        if (interval == 0) {
            return error(400, "resolution", "resolution must be a valid Candle Resolution");
        }
        Stretch times = asked(request, market, interval, Query.limit(request, 100, 1000));
        json.reset().object().array("candles");
        for (int i = 0; i < times.count(); i++) {
            candle(market, market.course().bar(BarKind.TRADES, times.fromNewest(i), interval), resolution);
        }
        return Answer.ok(json.endArray().end());
    }

    private void candle(Market market, Bar bar, String resolution) {
        int decimals = market.priceDecimals();
        json.object().text("startedAt", DydxText.time(bar.startMillis())).text("ticker", market.symbol());
        json.text("resolution", resolution);
        Figures.text(json, "low", bar.low(), decimals);
        Figures.text(json, "high", bar.high(), decimals);
        Figures.text(json, "open", bar.open(), decimals);
        Figures.text(json, "close", bar.close(), decimals);
        Figures.text(json, "baseTokenVolume", bar.volume(), 4);
        Figures.text(json, "usdVolume", bar.volume() * bar.typical(), 4);
        json.number("trades", bar.trades());
        Figures.text(json, "startingOpenInterest", market.course().openInterest(bar.startMillis()), 4);
        Figures.text(json, "orderbookMidPriceOpen", bar.open(), decimals + 1);
        Figures.text(json, "orderbookMidPriceClose", bar.close(), decimals + 1);
        json.end();
    }

    private Answer funding(HttpHead request, Market market) {
        long before = millis(request.parameter("effectiveBeforeOrAt"), Query.far());
        Stretch times =
                Stretch.of(Course.HOUR, -1, before, Query.limit(request, 100, 1000), floor.now(), market.course());
        json.reset().object().array("historicalFunding");
        for (int i = 0; i < times.count(); i++) {
            long at = times.fromNewest(i);
            json.object().text("ticker", market.symbol());
            Figures.text(json, "rate", market.course().settledRate(at), 12);
            Figures.text(json, "price", market.course().index(at), 8);
            json.text("effectiveAt", DydxText.time(at))
                    .text("effectiveAtHeight", DydxText.height(at))
                    .end();
        }
        return Answer.ok(json.endArray().end());
    }
}
