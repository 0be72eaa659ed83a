package io.faultline.practice;

import io.faultline.practice.TrueBook.Change;
import io.faultline.practice.TrueBook.Levels;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Binance USD-M messages as its documents show them, with the fields of 2026. */
final class BinanceDialect {
    private BinanceDialect() {}

    static String envelope(String stream, String data) {
        return "{\"stream\":\"" + stream + "\",\"data\":" + data + "}";
    }

    static String depthUpdate(String symbol, long millis, long first, long last, long previous, List<Change> changes) {
        return format(
                "{'e':'depthUpdate','E':%d,'T':%d,'s':'%s','ps':'%s','st':1,'U':%d,'u':%d,'pu':%d,'b':%s,'a':%s}",
                millis + 2,
                millis,
                symbol,
                symbol,
                first,
                last,
                previous,
                pairs(changes.stream().filter(Change::bid)),
                pairs(changes.stream().filter(change -> !change.bid())));
    }

    private static String pairs(Stream<Change> changes) {
        return changes.map(change -> pair(change.price(), change.size())).collect(Collectors.joining(",", "[", "]"));
    }

    private static String pair(BigDecimal price, BigDecimal size) {
        return "[\"" + price.toPlainString() + "\",\"" + size.toPlainString() + "\"]";
    }

    private static String side(Map<BigDecimal, BigDecimal> levels, int limit) {
        return levels.entrySet().stream()
                .limit(limit)
                .map(level -> pair(level.getKey(), level.getValue()))
                .collect(Collectors.joining(",", "[", "]"));
    }

    static String depth(Levels book, long millis, int limit) {
        return format(
                "{'lastUpdateId':%d,'E':%d,'T':%d,'bids':%s,'asks':%s}",
                book.updateId(), millis + 2, millis, side(book.bids(), limit), side(book.asks(), limit));
    }

    static String aggTrade(
            String symbol, long millis, long id, BigDecimal price, BigDecimal size, boolean buyerIsMaker) {
        return format(
                "{'e':'aggTrade','E':%d,'s':'%s','a':%d,'p':'%s','q':'%s','nq':'%s','f':%d,'l':%d,'T':%d,'m':%b,'st':1}",
                millis + 2,
                symbol,
                id,
                price.toPlainString(),
                size.toPlainString(),
                size.toPlainString(),
                id,
                id,
                millis,
                buyerIsMaker);
    }

    static String markPrice(String symbol, long millis, BigDecimal mark, BigDecimal index, long nextFundingMillis) {
        return format(
                "{'e':'markPriceUpdate','E':%d,'s':'%s','p':'%s','ap':'%s','i':'%s','P':'%s','r':'0.00010000','T':%d,'st':1}",
                millis,
                symbol,
                mark.toPlainString(),
                mark.toPlainString(),
                index.toPlainString(),
                index.toPlainString(),
                nextFundingMillis);
    }

    static String forceOrder(String symbol, long millis, boolean longLiquidated, BigDecimal price, BigDecimal size) {
        String sizeText = size.toPlainString();
        return format(
                "{'e':'forceOrder','E':%d,'o':{'s':'%s','S':'%s','o':'LIMIT','f':'IOC','q':'%s','p':'%s','ap':'%s',"
                        + "'X':'FILLED','l':'%s','z':'%s','T':%d}}",
                millis + 2,
                symbol,
                longLiquidated ? "SELL" : "BUY",
                sizeText,
                price.toPlainString(),
                price.toPlainString(),
                sizeText,
                sizeText,
                millis);
    }

    static String acknowledged(String id) {
        return "{\"result\":null,\"id\":" + id + "}";
    }

    static String time(long millis) {
        return format("{'serverTime':%d}", millis);
    }

    static String exchangeInfo(long millis, List<String> symbols) {
        String rows = symbols.stream().map(BinanceDialect::instrument).collect(Collectors.joining(",", "[", "]"));
        return format(
                "{'timezone':'UTC','serverTime':%d,'rateLimits':[{'rateLimitType':'REQUEST_WEIGHT','interval':'MINUTE',"
                        + "'intervalNum':1,'limit':2400}],'symbols':%s}",
                millis, rows);
    }

    private static String instrument(String symbol) {
        return format(
                "{'symbol':'%s','pair':'%s','contractType':'PERPETUAL','deliveryDate':4133404800000,"
                        + "'onboardDate':1569398400000,'status':'TRADING','maintMarginPercent':'2.5000',"
                        + "'requiredMarginPercent':'5.0000','baseAsset':'%s','quoteAsset':'USDT','marginAsset':'USDT',"
                        + "'pricePrecision':2,'quantityPrecision':3,'filters':["
                        + "{'filterType':'PRICE_FILTER','minPrice':'0.10','maxPrice':'4529764','tickSize':'0.10'},"
                        + "{'filterType':'LOT_SIZE','stepSize':'0.001','maxQty':'1000','minQty':'0.001'},"
                        + "{'filterType':'MARKET_LOT_SIZE','stepSize':'0.001','maxQty':'120','minQty':'0.001'},"
                        + "{'filterType':'MIN_NOTIONAL','notional':'100'}],'liquidationFee':'0.012500'}",
                symbol, symbol, symbol.substring(0, symbol.length() - "USDT".length()));
    }

    static String openInterest(String symbol, long millis) {
        return format("{'openInterest':'10659.509','symbol':'%s','time':%d}", symbol, millis);
    }

    static String openInterestHistory(String symbol, long millis) {
        return format(
                "[{'symbol':'%s','sumOpenInterest':'10640.10000000','sumOpenInterestValue':'640570784.07',"
                        + "'CMCCirculatingSupply':'165880.538','timestamp':'%d'},"
                        + "{'symbol':'%s','sumOpenInterest':'10650.20000000','sumOpenInterestValue':'640970784.07',"
                        + "'CMCCirculatingSupply':'165880.538','timestamp':'%d'}]",
                symbol, millis - 600_000, symbol, millis - 300_000);
    }

    static String fundingInfo(String symbol) {
        return format(
                "[{'symbol':'%s','adjustedFundingRateCap':'0.02000000','adjustedFundingRateFloor':'-0.02000000',"
                        + "'fundingIntervalHours':8,'disclaimer':false}]",
                symbol);
    }

    static String fundingRate(String symbol, long millis) {
        return format(
                "[{'symbol':'%s','fundingRate':'0.00010000','fundingTime':%d,'markPrice':'60000.00000000'}]",
                symbol, millis - millis % 28_800_000);
    }

    static String premiumIndex(String symbol, long millis, BigDecimal mark) {
        return format(
                "{'symbol':'%s','markPrice':'%s','indexPrice':'%s','estimatedSettlePrice':'%s',"
                        + "'lastFundingRate':'0.00010000','interestRate':'0.00010000','nextFundingTime':%d,'time':%d}",
                symbol, mark.toPlainString(), mark.toPlainString(), mark.toPlainString(), nextFunding(millis), millis);
    }

    static String ticker24h(String symbol, long millis, BigDecimal last) {
        return format(
                "{'symbol':'%s','priceChange':'-94.99','priceChangePercent':'-0.158','weightedAvgPrice':'60010.10',"
                        + "'lastPrice':'%s','lastQty':'0.200','openPrice':'60095.00','highPrice':'61000.00',"
                        + "'lowPrice':'59000.00','volume':'8913.30','quoteVolume':'534900000.10','openTime':%d,"
                        + "'closeTime':%d,'firstId':1,'lastId':8,'count':8}",
                symbol, last.toPlainString(), millis - 86_400_000, millis);
    }

    static long nextFunding(long millis) {
        return (millis / 28_800_000 + 1) * 28_800_000;
    }

    /** The documents' apostrophe-free JSON from a pattern that is easier to read. */
    private static String format(String pattern, Object... values) {
        return String.format(Locale.ROOT, pattern.replace('\'', '"'), values);
    }
}
