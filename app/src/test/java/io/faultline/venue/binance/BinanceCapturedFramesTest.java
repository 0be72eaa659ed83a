package io.faultline.venue.binance;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.faultline.Captures;
import io.faultline.market.Frame;
import io.faultline.venue.Decoded;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

/** Frames that others recorded, or copied from the venue's documents; what they mean is written out here. */
class BinanceCapturedFramesTest {
    @Test
    void readsTheFramesOfTheProtocolSheet() throws IOException {
        List<String> read = new ArrayList<>();
        String text = Files.readString(Captures.file("live_frames/binance.json"));
        for (JsonElement element :
                JsonParser.parseString(text).getAsJsonObject().getAsJsonArray("frames")) {
            JsonObject frame = element.getAsJsonObject();
            String name = frame.get("name").getAsString();
            boolean rest = frame.get("kind").getAsString().equals("rest");
            boolean out = frame.get("dir").getAsString().equals("out");
            Frame.Kind kind = rest ? Frame.Kind.REST : out ? Frame.Kind.WS_OUT : Frame.Kind.WS;
            String url = name.equals("rest_open_interest") ? "/fapi/v1/openInterest" : "/fapi/v1/depth?symbol=BTCUSDT";
            read.add(name + ": "
                    + decode(kind, rest ? url : "", frame.get("frame").toString()));
        }

        assertThat(read)
                .containsExactly(
                        "sub_public: IGNORED",
                        "sub_market: IGNORED",
                        "ack: OK [notice SUBSCRIBED  1]",
                        "depth_diff_combined: OK [delta BTCUSDT @1573948821948 687687944..687687946 after 687687946 bids 8493.78=0.162 asks 4096=2.425419]",
                        "depth_diff_2026_shape: OK [delta BTCUSDT @123456788 157..160 after 149 bids 0.0024=10 asks 0.0026=100]",
                        "rest_depth: OK [snapshot BTCUSDT @1589436922959 1027024 bids 4=431 asks 4.000002=12]",
                        "agg_trade: OK [trade BTCUSDT @123456785 #5933014 x6 SELL 0.001*100]",
                        "trade_market: OK [trade BTCUSDT @1596240000519 #173525189 x1 SELL 11343.67*0.467]",
                        "trade_insurance: OK",
                        "mark_price: OK [mark BTCUSDT @1562305380000 11794.15000000 index 11784.62659091, funding BTCUSDT @1562305380000 0.00038167 at 1562306400000]",
                        "mark_price_delivery: OK [mark BTCBUSD_210129 @1609830121004 31799.27730000 index 31307.03400000]",
                        "force_order_long_liquidated: OK [liquidation BTCUSDT @1650898329196 LONG AVERAGE_FILL 39021.00*0.288 LOWER_BOUND]",
                        "force_order_short_liquidated: OK [liquidation BTCUSDT @1584059031421 SHORT AVERAGE_FILL 4706.04*0.014 LOWER_BOUND]",
                        "force_order_arr_cm_mixed: IGNORED",
                        "contract_info_brackets: OK [tiers IOTAUSDT 2022-11-25 LIVE QUOTE (0..5000 0.01/0.02 50x -0) (5000..25000 0.025/0.05 20x -75)]",
                        "rest_open_interest: OK [open interest BTCUSDT @1589437530011 10659.509]",
                        "rest_error: OK [status ERROR rest Invalid symbol. (code -1121)]");
    }

    @Test
    void readsFramesOf2026() throws IOException {
        assertThat(decodeLines("live-frames-2026/frames.jsonl.gz", "binance-usdm"))
                .containsExactly(
                        "!forceOrder@arr: OK [liquidation BTCUSDT @1791565602120 LONG AVERAGE_FILL 82651.90*0.190 LOWER_BOUND]",
                        "xrpusdt@forceOrder: OK [liquidation XRPUSDT @1791091174219 SHORT AVERAGE_FILL 1.4912*127.2 LOWER_BOUND]",
                        "forceOrder (raw socket, no stream wrapper): OK [liquidation MANTAUSDT @1791091026103 LONG AVERAGE_FILL 0.0722187*2049.1 LOWER_BOUND]",
                        "!forceOrder@arr: OK [liquidation BTCUSDT @1790845665206 SHORT AVERAGE_FILL 83598.50*0.001 LOWER_BOUND]",
                        "btcusdt@bookTicker: OK [best BTCUSDT @1791091007473 u11730346419457 84788.2*5.923 84788.3*2.824]",
                        "btcusdt@aggTrade: OK [trade BTCUSDT @1791269849651 #3476312671 x1 SELL 85299.9*0.004]",
                        "btcusdt@markPrice@1s: OK [mark BTCUSDT @1791269856000 85296.60260870 index 85345.93826087, funding BTCUSDT @1791269856000 0.00000523 at 1791273600000]",
                        "/fapi/v1/openInterest?symbol=BTCUSDT: OK [open interest BTCUSDT @1791269771665 95253.475]",
                        "btcusdt@depth: OK [delta BTCUSDT @1791399961201 11759030886305..11759030896477 after 11759030885985 bids 1000=115.863 66715=0 83373.1=2.082 asks 83402=3.48]",
                        "/fapi/v1/depth?symbol=BTCUSDT&limit=1000: OK [snapshot BTCUSDT @1791399966493 11759031561498 bids 83401.9=8.843 83401.8=1.61 asks 83402=3.48 83402.1=0.031]");
    }

    @Test
    void readsFramesOfSeveralAges() throws IOException {
        assertThat(decodeLines("tardis-frames/binance.jsonl.gz", "binance-futures"))
                .containsExactly(
                        "btcusdt@depth@0ms: OK [delta BTCUSDT @1787302843450 100..101 after 99 bids 99=0 97=3 96=0 asks 101=4 102=0 103=5]",
                        "btcusdt@depthSnapshot: IGNORED",
                        "btcusdt@aggTrade: OK [trade BTCUSDT @1568693103463 #181349 x1 BUY 10223.74*0.236]",
                        "btcusdt@ticker: IGNORED",
                        "btcusdt@markPrice: OK [mark BTCUSDT @1569888003001 8291.34697815 index null, funding BTCUSDT @1569888003001 0.00010000 at 1569916800000]",
                        "btcusdt@trade: OK [trade BTCUSDT @1574381164086 #10934580 x1 BUY 7627.6*0.044]",
                        "btcusdt@depth@100ms: OK [delta BTCUSDT @1573948821948 687687944..687687946 after 687687946 bids 8493.78=0.162 asks 4096=2.425419]",
                        "btcusdt@depthSnapshot: IGNORED",
                        "btcusdt@depth@100ms: OK [delta BTCUSDT @1573948821948 687687944..687687946 after 687690832 bids 8493.78=0.162 asks]",
                        "btcusdt@openInterest: IGNORED",
                        "btcusdt@markPrice@1s: OK [mark BTCUSDT @1597536008000 11857.56000000 index 11851.86949091, funding BTCUSDT @1597536008000 0.00015640 at 1597564800000]",
                        "ethusdt@trade: OK",
                        "btcusdt@trade: OK [trade BTCUSDT @1596240000519 #173525189 x1 SELL 11343.67*0.467]",
                        "btcusdt@forceOrder: OK [liquidation BTCUSDT @1584059031421 SHORT AVERAGE_FILL 4706.04*0.014 LOWER_BOUND]",
                        "btcbusd_210129@markPrice@1s: OK [mark BTCBUSD_210129 @1609830121004 31799.27730000 index 31307.03400000]",
                        "btcusdt@bookTicker: OK [best BTCUSDT @1612137603568 u185130926750 33134.42*0.17 33139.39*0.38]",
                        "btcusdt@depth@100ms: OK [delta BTCUSDT @1787227200099 150..160 after 100 bids 100=2 asks]",
                        "btcusdt@depthSnapshot: IGNORED");
    }

    @Test
    void readsTheExamplesOfTheDocuments() throws IOException {
        List<String> read = decodeLines("nautilus-fixtures/binance-usdm.jsonl.gz", "binance-usdm");

        assertThat(read).hasSize(36).noneMatch(line -> line.contains("REFUSED"));
        assertThat(read.stream().filter(line -> line.contains("[")))
                .containsExactly(
                        "agg_trade_stream: OK [trade BTCUSDT @123456785 #5933014 x6 SELL 0.001*100]",
                        "book_ticker_stream: OK [best BNBUSDT @1568014460891 u400900217 25.3519*31.21 25.3652*40.66]",
                        "depth_update_stream: OK [delta BTCUSDT @123456788 157..160 after 149 bids 0.0024=10 asks 0.0026=100]",
                        "liquidation_stream: OK [liquidation BTCUSDT @1568014460893 LONG AVERAGE_FILL 9910.12345678*0.014 LOWER_BOUND]",
                        "mark_price_stream: OK [mark BTCUSDT @1562305380000 11794.15000000 index 11784.62659091, funding BTCUSDT @1562305380000 0.00038167 at 1562306400000]",
                        "trade_stream: OK [trade BTCUSDT @123456785 #5933014 x1 SELL 0.001*100]",
                        "/fapi/v1/depth?symbol=BTCUSDT: OK [snapshot BTCUSDT @1589436922959 1027024 bids 4=431 asks 4.000002=12]",
                        "/fapi/v1/exchangeInfo?symbol=BTCUSDT: OK [listing BTCUSDT BTCUSDT BTC/USDT tick 0.10 lot 0.001 TRADING, terms BTCUSDT 8 h DEFAULT null..null, listing ETHUSDT ETHUSDT ETH/USDT tick 0.01 lot 0.001 TRADING, terms ETHUSDT 8 h DEFAULT null..null]",
                        "/fapi/v1/fundingRate?symbol=BTCUSDT: OK [settled BTCUSDT -0.03750000 at 1570608000000, settled BTCUSDT 0.00010000 at 1570636800000]",
                        "/fapi/v1/openInterest?symbol=BTCUSDT: OK [open interest BTCUSDT @1589437530011 10659.509]",
                        "/futures/data/openInterestHist?symbol=BTCUSDT: OK [open interest BTCUSDT @1583127900000 20403.63700000, open interest BTCUSDT @1583128200000 20401.36700000]",
                        "/fapi/v1/premiumIndex?symbol=BTCUSDT: OK [mark BTCUSDT @1597370495002 11793.63104562 index 11781.80495970, funding BTCUSDT @1597370495002 0.00038246 at 1597392000000]",
                        "/fapi/v1/ticker/24hr?symbol=BTCUSDT: OK [stats BTCUSDT @1499869899040 volume 15.30000000 open 99.00000000 last 4.00000200]",
                        "ws_futures_book_ticker: OK [best BNBUSDT @1568014460891 u400900217 25.3519*31.21 25.3652*40.66]",
                        "ws_futures_depth_diff_update: OK [delta BTCUSDT @123456788 157..160 after 149 bids 0.0024=10 asks 0.0026=100]",
                        "ws_futures_depth_update: OK [delta BTCUSDT @1571889248276 390497796..390497878 after 390497794"
                                + " bids 7403.89=0.002 7403.9=3.906 7404=1.428 7404.85=5.239 7405.43=2.562"
                                + " asks 7405.96=3.34 7406.63=4.525 7407.08=2.475 7407.15=4.8 7407.2=0.175]");
    }

    private static List<String> decodeLines(String file, String venue) throws IOException {
        List<String> read = new ArrayList<>();
        for (JsonObject line : lines(Captures.file(file))) {
            if (!line.get("venue").getAsString().equals(venue)) {
                continue;
            }
            boolean rest = line.get("dir").getAsString().equals("rest");
            String topic = line.get(rest ? "url" : "topic").getAsString();
            String url = rest ? url(topic) : topic;
            read.add(url + ": "
                    + decode(
                            rest ? Frame.Kind.REST : Frame.Kind.WS,
                            url,
                            line.get("raw").getAsString()));
        }
        return read;
    }

    /** Some bodies stand under their fixture's name instead of a URL. */
    private static String url(String name) {
        return switch (name) {
            case "http_futures_market_depth" -> "/fapi/v1/depth?symbol=BTCUSDT";
            case "http_futures_market_exchange_info" -> "/fapi/v1/exchangeInfo?symbol=BTCUSDT";
            case "http_futures_market_funding_rate" -> "/fapi/v1/fundingRate?symbol=BTCUSDT";
            case "http_futures_market_open_interest" -> "/fapi/v1/openInterest?symbol=BTCUSDT";
            case "http_futures_market_open_interest_historical" -> "/futures/data/openInterestHist?symbol=BTCUSDT";
            case "http_futures_market_premium_index" -> "/fapi/v1/premiumIndex?symbol=BTCUSDT";
            case "http_futures_market_ticker_24hr" -> "/fapi/v1/ticker/24hr?symbol=BTCUSDT";
            default -> name;
        };
    }

    /** Each with a decoder of its own: the frames belong to no one session. */
    private static String decode(Frame.Kind kind, String topic, String text) {
        Decoding decoding = new Decoding();
        Decoded decoded = decoding.decode(new Frame(Decoding.RECEIVED, "binance", kind, "", topic, text));
        List<String> events = decoding.events();
        if (decoded instanceof Decoded.Undecodable refused) {
            return "REFUSED " + refused.reason();
        }
        return (decoded == Decoded.OK ? "OK" : "IGNORED") + (events.isEmpty() ? "" : " " + events);
    }

    private static List<JsonObject> lines(Path file) throws IOException {
        try (BufferedReader in = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
            return in.lines()
                    .map(line -> JsonParser.parseString(line).getAsJsonObject())
                    .toList();
        }
    }
}
