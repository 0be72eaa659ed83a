package io.faultline.venue.bybit;

import static org.assertj.core.api.Assertions.assertThat;

import io.faultline.market.Frame;
import io.faultline.market.Funding;
import io.faultline.venue.Decoded;
import io.faultline.venue.FrameDecoder;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BybitDecoderTest {
    private final Decoding decoding = new Decoding();

    @Test
    void readsEveryKindOfFrame() throws IOException {
        List<String> read = new ArrayList<>();
        for (Frame frame : Frames.all()) {
            read.add(decoding.told(frame.kind(), frame.topic(), frame.text()));
        }

        assertThat(read)
                .containsExactly(
                        "OK [notice SUBSCRIBED public BTCUSDT]",
                        "OK [notice SUBSCRIBED public 2: error:already subscribed,topic:publicTrade.BTCUSDT]",
                        "OK",
                        "OK",
                        "OK [snapshot BTCUSDT @1790000000008 500 bids 80000.1=1.5 80000=0.01 asks 80000.2=2 80000.4=0.7]",
                        "OK [delta BTCUSDT @1790000000207 501..501 after 500 bids 80000.1=0 asks 80000.3=0.25 80000.4=0]",
                        "OK [snapshot BTCUSDT @1790000000400 1 bids 80000=1 asks 80001=1]",
                        "OK [trade BTCUSDT @1790000000299 #7331840001224704 x1 BUY 80000.2*0.004, trade BTCUSDT @1790000000299 #7331840001224705 x1 SELL 80000.1*0.1]",
                        "OK [mark BTCUSDT @1790000000350 80001.00 index 80010.50, funding BTCUSDT @1790000000350 -0.0001 at 1790006400000, terms BTCUSDT 4 h PUBLISHED -0.003..0.003, open interest BTCUSDT @1790000000350 30000.001, stats BTCUSDT @1790000000350 volume 5000000.5 open 79000.00 last 80000.20]",
                        "OK [mark BTCUSDT @1790000000450 80002.00 index 80010.50, open interest BTCUSDT @1790000000450 30000.002]",
                        "OK [mark BTC-26DEC25 @1790000000350 81000 index 80010.50, open interest BTC-26DEC25 @1790000000350 5]",
                        "OK [liquidation BTCUSDT @1790000000480 LONG BANKRUPTCY 79500.00*0.500 COMPLETE, liquidation BTCUSDT @1790000000480 LONG BANKRUPTCY 79500.00*0.500 COMPLETE, liquidation BTCUSDT @1790000000490 SHORT BANKRUPTCY 80600.00*0.020 COMPLETE]",
                        "IGNORED",
                        "IGNORED",
                        "IGNORED",
                        "OK [listing BTCUSDT BTCUSDT BTC/USDT tick 0.10 lot 0.001 TRADING, terms BTCUSDT 8 h PUBLISHED -0.00375..0.00375, listing BTCPERP BTCUSDC BTC/USDC tick 0.10 lot 0.001 TRADING, terms BTCPERP 4 h PUBLISHED -0.00375..0.00375, listing OLDUSDT OLDUSDT OLD/USDT tick 0.10 lot 0.001 DELISTING, terms OLDUSDT 8 h PUBLISHED -0.00375..0.00375, listing NEWUSDT NEWUSDT NEW/USDT tick 0.10 lot 0.001 PRE]",
                        "OK [mark BTCUSDT @1790000000600 80001.00 index 80010.50, funding BTCUSDT @1790000000600 0.0002 at 1790006400000, open interest BTCUSDT @1790000000600 30000.001, stats BTCUSDT @1790000000600 volume 1.5 open 79000 last 80000]",
                        "OK [open interest BTCUSDT @1789999800000 30000.001, open interest BTCUSDT @1789999500000 25000]",
                        "OK [settled BTCUSDT 0.0001 at 1789992000000]",
                        "OK",
                        "IGNORED",
                        "IGNORED",
                        "IGNORED",
                        "OK [status ERROR rest params error: symbol (code 10001)]",
                        "OK [tiers BTCUSDT 2026-09-21 LIVE QUOTE (0..300000 0.0033/0.0066 150.00x -0) (300000..2000000 0.005/0.01 100.00x -510), tiers ETHUSDT 2026-09-21 LIVE QUOTE (0..100 0.01/0.02 50.00x -0) (100..200 0.02/0.04 25.00x -1)]",
                        "OK [status ERROR risk tiers risk tiers of ETHUSDT refused: tier 2 has a deduction of 7, but 1 follows from its rates]");
    }

    @Test
    void takesTheDeepestBookThatHasCome() {
        assertThat(decoding.stream(book("orderbook.50.XUSDT", 5))).isEqualTo(Decoded.OK);
        assertThat(decoding.stream(book("orderbook.1000.XUSDT", 9))).isEqualTo(Decoded.OK);
        assertThat(decoding.stream(book("orderbook.50.XUSDT", 6))).isEqualTo(Decoded.IGNORED);
        assertThat(decoding.stream(book("orderbook.200.YUSDT", 1))).isEqualTo(Decoded.OK);
    }

    @Test
    void countsATradeOnceHoweverOftenItIsSent() {
        decoding.stream(trades("11", 1790000000000L, "a"));
        decoding.events();
        decoding.stream(trades("11", 1790000000000L, "a"));
        assertThat(decoding.events()).isEmpty();
        decoding.stream(trades("12", 1790000000000L, "b"));
        assertThat(decoding.events()).containsExactly("trade XUSDT @1790000000000 #7331840000000001 x1 BUY 12*1");
    }

    @Test
    void numbersTradesUpwardsThoughTheirTimesGoBack() {
        decoding.stream(trades("11", 1790000000000L, "a"));
        decoding.stream(trades("12", 1789999999000L, "b"));
        decoding.stream(trades("13", 1790000000001L, "c"));
        assertThat(decoding.events())
                .containsExactly(
                        "trade XUSDT @1790000000000 #7331840000000000 x1 BUY 11*1",
                        "trade XUSDT @1789999999000 #7331840000000001 x1 BUY 12*1",
                        "trade XUSDT @1790000000001 #7331840000004096 x1 BUY 13*1");
    }

    @Test
    void isNotUnsettledByAPriceOfAbsurdlyManyDecimals() {
        Decoded decoded = decoding.stream(trades("1e-15", 1790000000000L, "a"));
        assertThat(decoded)
                .isEqualTo(
                        new Decoded.Undecodable("publicTrade.XUSDT: a price of 15 decimals, where XUSDT has at most 12"
                                + " at offset 0, near field i"));
        assertThat(decoding.stream(trades("9000000000", 1790000000000L, "a"))).isEqualTo(Decoded.OK);
    }

    @Test
    void forgetsATickerWithItsNextSnapshot() {
        decoding.stream(ticker("snapshot", "\"markPrice\":\"5\",\"indexPrice\":\"6\""));
        decoding.stream(ticker("snapshot", "\"markPrice\":\"7\""));
        decoding.stream(ticker("delta", "\"fundingRate\":\"0.1\""));
        assertThat(decoding.events())
                .containsExactly("mark XUSDT @1790000000000 5 index 6", "mark XUSDT @1790000000000 7 index null");
    }

    @Test
    void takesATickerThatLeavesTheRateOutForTheSameRateOnceASecond() {
        long start = 1_790_000_000_000_000_000L;
        String whole = ticker("snapshot", "\"fundingRate\":\"0.1\",\"nextFundingTime\":\"1790000800000\"");
        List<Funding> told = new ArrayList<>();
        FrameDecoder decoder = new BybitAdapter().newDecoder();
        for (long after : new long[] {0, 1, 1_000_000_000L, 1_000_000_001L}) {
            String text = after == 0 ? whole : ticker("delta", "\"openInterest\":\"" + (2 + 2 * after) + "\"");
            decoder.decode(new Frame(start + after, "bybit", Frame.Kind.WS, "public", "", text), event -> {
                if (event instanceof Funding funding) {
                    told.add(funding);
                }
            });
        }
        assertThat(told).extracting(Funding::receivedNanos).containsExactly(start, start + 1_000_000_000L);
        assertThat(told).allMatch(funding -> funding.nextSettlementMillis() == 1_790_000_800_000L);
    }

    @Test
    void saysThatTheTickChanged() throws IOException {
        for (Frame frame : Frames.all()) {
            if (frame.topic().contains("instruments-info")) {
                decoding.decode(frame);
            }
        }
        decoding.events();
        decoding.stream("{\"topic\":\"orderbook.50.BTCUSDT\",\"type\":\"delta\",\"ts\":1,\"data\":"
                + "{\"s\":\"BTCUSDT\",\"b\":[[\"5.25\",\"1\"]],\"a\":[],\"u\":7}}");
        assertThat(decoding.events())
                .containsExactly(
                        "status ERROR instruments tick changed: BTCUSDT is sent with 2 decimals, listed was tick 0.10",
                        "delta BTCUSDT @1 7..7 after 6 bids 5.25=1 asks");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "|stream frame: expected an object, found the end of the text at offset 0",
                "<html>|stream frame: expected an object, found '<' at offset 0",
                "{'topic':'orderbook.50.X'}|orderbook.50.X: missing field data at offset 26, near field topic",
                "{'topic':'orderbook.50.X','data':{'s':'X','b':[],'a':[],'u':5}}|orderbook.50.X: neither snapshot nor delta at offset 0, near field u",
                "{'topic':'orderbook.50.X','type':'delta','data':{'s':'X','b':[],'a':[]}}|orderbook.50.X: missing field u at offset 71, near field a",
                "{'topic':'orderbook.50.X','type':'delta','data':{'s':'X','b':[],'u':5}}|orderbook.50.X: missing field a at offset 70, near field u",
                "{'topic':'orderbook.50.X','type':'delta','data':{'s':'X','b':[['5','-1']],'a':[],'u':5}}|orderbook.50.X: a negative number at offset 67, near field b",
                "{'topic':'orderbook.50.X','type':'delta','data':{'s':'X','b':[],'a':[],'u':5}} x|orderbook.50.X: expected the end, found 'x' at offset 79, near field u",
                "{'topic':'publicTrade.X','data':[{'s':'X','T':5,'S':'Bid','p':'1','v':'1','i':'a'}]}|publicTrade.X: neither Buy nor Sell at offset 57, near field S",
                "{'topic':'publicTrade.X','data':[{'s':'X','T':5,'S':'Buy','p':'1','v':'1'}]}|publicTrade.X: missing field i at offset 74, near field v",
                "{'topic':'tickers.X','type':'delta','data':{'symbol':'X','fundingIntervalHour':'0'}}|tickers.X: a funding interval of 0 hours at offset 82, near field fundingIntervalHour",
                "{'topic':'tickers.X','type':'delta','data':{'markPrice':'1'}}|tickers.X: missing field symbol at offset 60, near field markPrice",
                "{'topic':'allLiquidation.X','data':[{'s':'X','S':'Buy','p':'','v':'1'}]}|allLiquidation.X: missing field p at offset 70, near field v",
                "{'success':'yes','op':'subscribe'}|stream frame: expected true or false, found '\"' at offset 11, near field success"
            })
    void refusesABadStreamFrame(String frame, String reason) {
        Decoded decoded = decoding.stream(frame == null ? "" : frame.replace('\'', '"'));

        assertThat(decoded).isEqualTo(new Decoded.Undecodable(reason));
        assertThat(decoding.events()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "/v5/market/tickers|<html>|/v5/market/tickers: expected an object, found '<' at offset 0",
                "/v5/market/tickers|{}|/v5/market/tickers: missing field retCode at offset 2",
                "/v5/market/tickers|{'retCode':0}|/v5/market/tickers: missing field result at offset 13, near field retCode",
                "/v5/market/tickers|{'retCode':0,'result':{}}|/v5/market/tickers: missing field result.list at offset 24, near field result",
                "/v5/market/open-interest|{'retCode':0,'result':{'category':'linear','list':[{'openInterest':'5','timestamp':'5'}]}}|/v5/market/open-interest: missing field result.symbol at offset 87, near field timestamp",
                "/v5/market/funding/history|{'retCode':0,'result':{'category':'linear','list':[{'symbol':'X','fundingRate':'','fundingRateTimestamp':'5'}]}}|/v5/market/funding/history: missing field fundingRate at offset 109, near field fundingRateTimestamp"
            })
    void refusesABadBody(String url, String body, String reason) {
        assertThat(decoding.rest(url, body.replace('\'', '"'))).isEqualTo(new Decoded.Undecodable(reason));
        assertThat(decoding.events()).isEmpty();
    }

    private static String book(String topic, long updateId) {
        String symbol = topic.substring(topic.lastIndexOf('.') + 1);
        return "{\"topic\":\"" + topic + "\",\"type\":\"snapshot\",\"ts\":1,\"data\":{\"s\":\"" + symbol
                + "\",\"b\":[],\"a\":[],\"u\":" + updateId + "}}";
    }

    private static String trades(String price, long millis, String id) {
        return "{\"topic\":\"publicTrade.XUSDT\",\"type\":\"snapshot\",\"ts\":1,\"data\":[{\"T\":" + millis
                + ",\"s\":\"XUSDT\",\"S\":\"Buy\",\"v\":\"1\",\"p\":\"" + price + "\",\"i\":\"" + id + "\"}]}";
    }

    private static String ticker(String type, String fields) {
        return "{\"topic\":\"tickers.XUSDT\",\"type\":\"" + type + "\",\"ts\":1790000000000,"
                + "\"data\":{\"symbol\":\"XUSDT\"," + fields + "}}";
    }
}
