package io.faultline.practice;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;

/** Answers the exchange's REST requests. */
final class RestDesk {
    /** @param status HTTP */
    record Answer(int status, Map<String, String> headers, String body) {}

    private final Map<String, SymbolMarket> markets;
    private final Faults faults;
    private final LongSupplier millis;

    RestDesk(Map<String, SymbolMarket> markets, Faults faults, LongSupplier millis) {
        this.markets = markets;
        this.faults = faults;
        this.millis = millis;
    }

    Answer answer(HttpHead request) {
        return faults.refusal(request.path())
                .map(refusal -> new Answer(refusal.status(), refusal.headers(), refusal.body()))
                .orElseGet(() -> rightAnswer(request));
    }

    private Answer rightAnswer(HttpHead request) {
        long now = millis.getAsLong();
        List<String> symbols = new ArrayList<>(markets.keySet());
        return switch (request.path()) {
            case "/fapi/v1/time" -> ok(BinanceDialect.time(now));
            case "/fapi/v1/exchangeInfo" -> ok(BinanceDialect.exchangeInfo(now, symbols));
            case "/fapi/v1/fundingInfo" -> ok(BinanceDialect.fundingInfo(symbols.get(0)));
            default -> ofSymbol(request, now);
        };
    }

    private Answer ofSymbol(HttpHead request, long now) {
        SymbolMarket market = markets.get(request.parameter("symbol"));
        if (market == null) {
            return new Answer(400, Map.of(), "{\"code\":-1121,\"msg\":\"Invalid symbol.\"}");
        }
        String symbol = market.symbol();
        return switch (request.path()) {
            case "/fapi/v1/depth" -> depth(request, market, now);
            case "/fapi/v1/openInterest" -> ok(BinanceDialect.openInterest(symbol, now));
            case "/futures/data/openInterestHist" -> ok(BinanceDialect.openInterestHistory(symbol, now));
            case "/fapi/v1/fundingRate" -> ok(BinanceDialect.fundingRate(symbol, now));
            case "/fapi/v1/premiumIndex" -> ok(BinanceDialect.premiumIndex(symbol, now, market.last()));
            case "/fapi/v1/ticker/24hr" -> ok(BinanceDialect.ticker24h(symbol, now, market.last()));
            default -> new Answer(404, Map.of(), "{\"code\":-1,\"msg\":\"no such path\"}");
        };
    }

    private Answer depth(HttpHead request, SymbolMarket market, long now) {
        int limit = request.parameter("limit").isEmpty() ? 500 : Integer.parseInt(request.parameter("limit"));
        TrueBook.Levels book = faults.spendStaleSnapshot() ? market.book().first() : market.snapshot();
        return ok(BinanceDialect.depth(book, now, limit));
    }

    private static Answer ok(String body) {
        return new Answer(200, Map.of(), body);
    }
}
