package io.faultline.venue.bitget;

import static org.assertj.core.api.Assertions.assertThat;

import io.faultline.market.Frame;
import io.faultline.venue.Decoded;
import io.faultline.venue.FrameDecoding;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BitgetDecoderTest {
    private final FrameDecoding decoding = Frames.decoding();

    @Test
    void readsEveryKindOfFrame() throws IOException {
        List<String> read = new ArrayList<>();
        for (Frame frame : Frames.all()) {
            read.add(decoding.told(frame.kind(), frame.topic(), frame.text()));
        }

        assertThat(read)
                .containsExactly(
                        "OK [notice SUBSCRIBED public books:BTCUSDT]",
                        "OK",
                        "OK [notice REFUSED public bookz:BTCUSDT: channel does not exist (code 30001)]",
                        "OK [notice REFUSED public books:NOPEUSDT: {\"instType\":\"usdt-futures\",\"symbol\":\"NOPEUSDT\",\"topic\":\"books\"} doesn't exist (code 30001)]",
                        "OK [notice REFUSED public : too many requests (code 30006)]",
                        "OK",
                        "OK [snapshot BTCUSDT @1790000000008 1352182127478939650 bids 80000.1=1.5 80000=0.01 asks 80000.2=2 80000.4=0.7]",
                        "OK [delta BTCUSDT @1790000000058 1352182127898370048..1352182127898370048 after 1352182127478939650 bids 80000.1=0 asks 80000.3=0.25 80000.4=0]",
                        "OK [delta BTCUSDT @1790000000108 5..5 after 0 bids asks 80000.5=0.1]",
                        "OK",
                        "OK",
                        "OK [trade BTCUSDT @1790000000000 #1432912492051054590 x1 BUY 80000.1*0.5, trade BTCUSDT @1790000000298 #1432912492051054592 x1 SELL 80000.1*0.1, trade BTCUSDT @1790000000299 #1432912492051054599 x1 BUY 80000.2*0.004]",
                        "OK [mark BTCUSDT @1790000000350 80001.0 index 80010.5381686055379793, funding BTCUSDT @1790000000350 -0.0001 at 1790006400000, open interest BTCUSDT @1790000000350 30000.3964999999767, stats BTCUSDT @1790000000350 volume 5000000.5 open 79000 last 80000.2]",
                        "OK [mark BTCUSDT261225 @1790000000350 81000 index 80010.5, open interest BTCUSDT261225 @1790000000350 5]",
                        "OK [liquidation APEUSDT @1790000000480 LONG LIQUIDATION 0.1649*83.1 LOWER_BOUND, liquidation APEUSDT @1790000000470 SHORT LIQUIDATION 0.1651*10 LOWER_BOUND]",
                        "OK",
                        "IGNORED",
                        "IGNORED",
                        "IGNORED",
                        "IGNORED",
                        "IGNORED",
                        "OK [listing BTCUSDT BTCUSDT BTC/USDT tick 0.1 lot 0.0001 TRADING, terms BTCUSDT 8 h PUBLISHED null..null,"
                                + " listing NEWUSDT NEWUSDT NEW/USDT tick 0.1 lot 0.0001 PRE, terms NEWUSDT 4 h PUBLISHED null..null,"
                                + " listing OLDUSDT OLDUSDT OLD/USDT tick 0.1 lot 0.0001 DELISTING,"
                                + " listing GONEUSDT GONEUSDT GONE/USDT tick 0.1 lot 0.0001 CLOSED,"
                                + " listing HALTUSDT HALTUSDT HALT/USDT tick 0.1 lot 0.0001 HALTED, terms HALTUSDT 1 h PUBLISHED null..null,"
                                + " listing ODDUSDT ODDUSDT ODD/USDT tick 0.1 lot 0.0001 HALTED, terms ODDUSDT 8 h PUBLISHED null..null,"
                                + " status ERROR rest 1 listed contracts without a tick or a lot, left out: BADUSDT]",
                        "OK [mark BTCUSDT @1790000000590 80001 index 80010.5, funding BTCUSDT @1790000000590 0.0002 at 1790006400000, open interest BTCUSDT @1790000000590 30000.5, stats BTCUSDT @1790000000590 volume 1.5 open 79000 last 80000.2]",
                        "OK [open interest BTCUSDT @1790000000411 2243.019]",
                        "OK [funding BTCUSDT @1790000000600 0.000071 at 1790006400000, terms BTCUSDT 8 h PUBLISHED -0.003..0.003]",
                        "OK [funding BTCUSDT @1790000000600 0.000071 at 1790006400000, terms BTCUSDT 8 h PUBLISHED null..0.003]",
                        "OK [settled BTCUSDT 0.0001 at 1789992000000, settled BTCUSDT -0.00002 at 1789963200000]",
                        "OK",
                        "IGNORED",
                        "IGNORED",
                        "IGNORED",
                        "OK [status ERROR rest Parameter NOPE does not exist (code 40034)]",
                        "OK [tiers BTCUSDT 2026-09-21 LIVE QUOTE (0..100000 0.004/0.008 125x -null) (100000..500000 0.005/0.01 100x -null)]",
                        "OK [status ERROR risk tiers risk tiers of BTCUSDT refused: tier 2 begins at 200000, the one before ends at 100000]");
    }

    @Test
    void remembersLiquidationsForAMinute() {
        String push = liquidation("0.1649", "13.70319");
        String symbol = "\"APEUSDT\"";
        decoding.stream(push);
        decoding.stream(push);
        decoding.stream(push.replace(symbol, "\"IPUSDT\""));
        assertThat(decoding.events())
                .containsExactly(
                        "liquidation APEUSDT @1790000000480 LONG LIQUIDATION 0.1649*83.1 LOWER_BOUND",
                        "liquidation IPUSDT @1790000000480 LONG LIQUIDATION 0.1649*83.1 LOWER_BOUND");
    }

    @ParameterizedTest
    @CsvSource({"100.00004,1000", "100.0002,1000.002", "0.000000001,0.00000001"})
    void takesASizeNearAWholeNumberOfLotsForThatNumber(String amount, String size) {
        decoding.rest(
                "/api/v3/market/instruments?category=USDT-FUTURES",
                "{\"code\":\"00000\",\"data\":[{\"symbol\":\"APEUSDT\",\"baseCoin\":\"APE\",\"quoteCoin\":\"USDT\","
                        + "\"priceMultiplier\":\"0.1\",\"quantityMultiplier\":\"10\",\"status\":\"online\"}]}");
        decoding.events();
        decoding.stream(liquidation("0.1", amount));
        assertThat(decoding.events())
                .containsExactly("liquidation APEUSDT @1790000000480 LONG LIQUIDATION 0.1*" + size + " LOWER_BOUND");
    }

    @Test
    void numbersTradesUpwardsThoughTheirIdsGoBack() {
        decoding.stream(trade("20"));
        decoding.stream(trade("10"));
        decoding.stream(trade("10"));
        assertThat(decoding.events())
                .containsExactly(
                        "trade XUSDT @1790000000000 #20 x1 BUY 5*1", "trade XUSDT @1790000000000 #21 x1 BUY 5*1");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "|stream frame: expected an object, found the end of the text at offset 0",
                "<html>|stream frame: expected an object, found '<' at offset 0",
                "{'action':'update','arg':{'instType':'usdt-futures','topic':'books','symbol':'X'}}|books: missing field data at offset 82, near field symbol",
                "{'arg':{'instType':'usdt-futures','topic':'books','symbol':'X'},'data':[{'a':[],'b':[],'seq':5,'pseq':4}]}|books: action is neither snapshot nor update at offset 0, near field pseq",
                "{'action':'update','arg':{'instType':'usdt-futures','topic':'books','symbol':'X'},'data':[{'a':[],'b':[],'seq':5}]}|books: missing field pseq at offset 0, near field seq",
                "{'action':'update','arg':{'instType':'usdt-futures','topic':'books','symbol':'X'},'data':[{'a':[],'seq':5,'pseq':4}]}|books: missing field b at offset 115, near field pseq",
                "{'action':'update','arg':{'instType':'usdt-futures','topic':'books'},'data':[]}|books: missing field arg.symbol at offset 79, near field data",
                "{'action':'update','arg':{'instType':'usdt-futures','topic':'books','symbol':'X'},'data':[{'a':[['5','-1']],'b':[],'seq':5,'pseq':4}]}|books: a negative number at offset 101, near field a",
                "{'action':'update','arg':{'instType':'usdt-futures','topic':'publicTrade','symbol':'X'},'data':[{'i':'1','p':'1','v':'1','S':'bid','T':'5'}]}|publicTrade: neither buy nor sell at offset 130, near field S",
                "{'action':'update','arg':{'instType':'usdt-futures','topic':'liquidation'},'data':[{'symbol':'X','side':'buy','price':'1','ts':'5'}]}|liquidation: missing field amount at offset 131, near field ts"
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
                "/api/v3/market/tickers|<html>|/api/v3/market/tickers: expected an object, found '<' at offset 0",
                "/api/v3/market/tickers|{}|/api/v3/market/tickers: missing field code at offset 2",
                "/api/v3/market/tickers|{'code':'00000'}|/api/v3/market/tickers: missing field data at offset 16, near field code",
                "/api/v3/market/tickers|{'code':'00000','data':[{'markPrice':'5'}]}|/api/v3/market/tickers: missing field symbol at offset 0, near field markPrice",
                "/api/v3/market/history-fund-rate|{'code':'00000','data':{}}|/api/v3/market/history-fund-rate: missing field data.resultList at offset 25, near field data",
                "/api/v3/market/current-fund-rate|{'code':'00000','data':{'symbol':'X','fundingRateInterval':'99'}}|/api/v3/market/current-fund-rate: a funding interval of 99 hours at offset 63, near field fundingRateInterval"
            })
    void refusesABadBody(String url, String body, String reason) {
        assertThat(decoding.rest(url, body.replace('\'', '"'))).isEqualTo(new Decoded.Undecodable(reason));
        assertThat(decoding.events()).isEmpty();
    }

    private static String trade(String id) {
        return "{\"action\":\"update\",\"arg\":{\"instType\":\"usdt-futures\",\"topic\":\"publicTrade\",\"symbol\":\"XUSDT\"},"
                + "\"data\":[{\"i\":\"" + id + "\",\"p\":\"5\",\"v\":\"1\",\"S\":\"buy\",\"T\":\"1790000000000\"}]}";
    }

    private static String liquidation(String price, String amount) {
        return "{\"action\":\"update\",\"arg\":{\"instType\":\"usdt-futures\",\"topic\":\"liquidation\"},\"data\":[{\"symbol\":"
                + "\"APEUSDT\",\"side\":\"buy\",\"price\":\"" + price + "\",\"amount\":\"" + amount
                + "\",\"ts\":\"1790000000480\"}],\"ts\":1}";
    }
}
