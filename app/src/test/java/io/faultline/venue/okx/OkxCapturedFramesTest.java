package io.faultline.venue.okx;

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
class OkxCapturedFramesTest {
    @Test
    void readsTheFramesOfTheProtocolSheet() throws IOException {
        List<String> read = new ArrayList<>();
        String text = Files.readString(Captures.file("live_frames/okx.json"));
        for (JsonElement element :
                JsonParser.parseString(text).getAsJsonObject().getAsJsonArray("frames")) {
            JsonObject frame = element.getAsJsonObject();
            boolean rest = frame.get("kind").getAsString().equals("rest");
            boolean out = frame.get("dir").getAsString().equals("out");
            Frame.Kind kind = rest ? Frame.Kind.REST : out ? Frame.Kind.WS_OUT : Frame.Kind.WS;
            JsonElement raw = frame.get("frame");
            read.add(frame.get("name").getAsString() + ": "
                    + decode(
                            kind,
                            rest ? "/api/v5/market/books?instId=BTC-USDT-SWAP" : "",
                            raw.isJsonPrimitive() ? raw.getAsString() : raw.toString()));
        }

        assertThat(read)
                .containsExactly(
                        "sub: IGNORED",
                        "ack: OK [notice SUBSCRIBED public ]",
                        "error: OK [notice REFUSED public 1512: Invalid request: {\"op\": \"subscribe\", \"argss\":[{ \"channel\" : \"books\", \"instId\" : \"BTC-USD-191227\"}]} (code 60012)]",
                        "notice: OK [status MAINTENANCE public The connection will soon be closed for a service upgrade. Please reconnect. (code 64008), notice REPLACE public : The connection will soon be closed for a service upgrade. Please reconnect. (code 64008)]",
                        "ping: IGNORED",
                        "pong: OK",
                        "books_snapshot: OK [snapshot BTC-USDT-SWAP @1597026383085 123456 bids 8476.97=256 8475.55=101 asks 8476.98=415 8477=7]",
                        "books_update: OK [delta BTC-USDT-SWAP @1597026383185 123457..123457 after 123456 bids 8475.55=90 asks 8477=0]",
                        "books_heartbeat: OK [delta BTC-USDT-SWAP @1597026443185 123457..123457 after 123457 bids asks]",
                        "books_seq_reset: OK [delta BTC-USDT-SWAP @1597026444185 3..3 after 123457 bids 8475.55=80 asks]",
                        "trade: OK [trade BTC-USDT-SWAP @1786540436090 #2832749645 x10 SELL 63913.4*34.95]",
                        "ticker: OK [stats BTC-USDT-SWAP @1786540471710 volume 4730082318.9906 open 64297.6 last 63921]",
                        "mark_price: OK [mark WNCG-USDT-SWAP @1640131259180 2.1729 index null]",
                        "funding_rate: OK [funding BTC-USD-SWAP @1700724675402 0.0001875391284828 at 1700726400000, terms BTC-USD-SWAP 8 h PUBLISHED -0.00375..0.00375, settled BTC-USD-SWAP 0.0001699799259033 at 1700697600000]",
                        "open_interest: OK [open interest BTC-USDT-SWAP @1743041250440 22161.13010000]",
                        "liquidation: OK [liquidation IOST-USDT-SWAP @1692266434010 SHORT TRANSFER 0.007831*13 LOWER_BOUND]",
                        "status: OK [status UP status Trading account WebSocket system upgrade: completed]",
                        "rest_books: OK [snapshot BTC-USDT-SWAP @1629966436396 3235851742 bids 41006.3=0.30178218 asks 41006.8=0.60038921]",
                        "liquidation_long_hedge: OK [liquidation BTC-USDT-SWAP @1723038122631 LONG TRANSFER 57102.9*10000 LOWER_BOUND]");
    }

    @Test
    void readsFramesOf2026() throws IOException {
        assertThat(decodeLines("live-frames-2026/frames.jsonl.gz"))
                .containsExactly(
                        "liquidation-orders: OK [liquidation BTC-USDT-SWAP @1791565600771 LONG TRANSFER 82655.7*8.55 LOWER_BOUND]",
                        "liquidation-orders: OK [liquidation CELO-USDT-SWAP @1791565462608 SHORT TRANSFER 0.09583*19979 LOWER_BOUND]",
                        "books:SOL-USDT: OK [snapshot SOL-USDT @1790394877200 32032594283 bids 120.66=28.448458 120.65=46.716665 asks 120.67=90.475897 120.68=83.806786]",
                        "books:SOL-USDT: OK [delta SOL-USDT @1790394877300 32032594315..32032594315 after 32032594283 bids 120.66=0 asks 120.67=60.475897]",
                        "trades:SOL-USDT-SWAP: OK [trade SOL-USDT-SWAP @1790394876983 #1632918528 x26 SELL 120.6*391.07]",
                        "tickers:BTC-USDT: OK [notice SUBSCRIBED public ]",
                        ": OK [notice REFUSED public : Subscribe failed, wrong URL or channel:candle1m,instId:BTC-USDT doesn't exist. Please use the correct URL, channel and parameters referring to API document. (code 60018)]",
                        "trades:BTC-USDT: OK [trade BTC-USDT @1790358565298 #1062992715 x1 BUY 83772.6*0.0000178]",
                        "books5:BTC-USDT: IGNORED",
                        "funding-rate:BTC-USDT-SWAP: OK [funding BTC-USDT-SWAP @1790358563915 0.0000263463215391 at 1790380800000, terms BTC-USDT-SWAP 8 h PUBLISHED -0.00375..0.00375, settled BTC-USDT-SWAP 0.0000341625964238 at 1790352000000]",
                        "mark-price:BTC-USDT-SWAP: OK [mark BTC-USDT-SWAP @1790358817778 83679.8 index null]",
                        "index-tickers:BTC-USDT: OK",
                        "tickers:BTC-USDT: OK [stats BTC-USDT @1790358564077 volume 458903124.056360828 open 84180.1 last 83766.8]",
                        ": OK");
    }

    /** Of the protocol before v5, which is long retired, nothing is taken. */
    @Test
    void readsFramesOfSeveralAges() throws IOException {
        assertThat(decodeLines("tardis-frames/okx.jsonl.gz"))
                .containsExactly(
                        "spot/trade: IGNORED",
                        "spot/depth: IGNORED",
                        "spot/ticker: IGNORED",
                        "spot/depth_l2_tbt: IGNORED",
                        "spot/trade: IGNORED",
                        "spot/ticker: IGNORED",
                        "spot/ticker: IGNORED",
                        "trades: OK [notice SUBSCRIBED public ]",
                        "trades: OK [trade CRV-USDT @1639999319938 #21300150 x1 BUY 3.973*13.491146]",
                        "books-l2-tbt: OK [snapshot BTC-DAI @1639999305247 none bids 46043.4=0.00375882 46043.3=0.00238905 45906.8=0.0435796 asks 46167.8=0.02250534 46167.9=0.00455491 checksum -1971869027]",
                        "books-l2-tbt: OK [delta ETC-ETH @1639999318695 none..none after none bids 0.00895=3.5 asks checksum 386150553]",
                        "tickers: OK [stats ACT-USDT @1639999318686 volume 278377.765301 open 0.00717 last 0.00718]",
                        "trades-all: OK [trade BSV-USDT @1697760012017 #84834539 x1 BUY 42.52*3.75]",
                        "futures/trade: IGNORED",
                        "futures/trade: IGNORED",
                        "futures/trade: IGNORED",
                        "futures/trade: IGNORED",
                        "futures/depth: IGNORED",
                        "swap/funding_rate: IGNORED",
                        "futures/mark_price: IGNORED",
                        "futures/ticker: IGNORED",
                        "futures/depth_l2_tbt: IGNORED",
                        "futures/ticker: IGNORED",
                        "futures/ticker: IGNORED",
                        "futures/depth_l2_tbt: IGNORED",
                        "futures/liquidation: IGNORED",
                        "futures/liquidation: IGNORED",
                        "trades: OK [notice SUBSCRIBED public ]",
                        "books-l2-tbt: OK [snapshot ADA-USDT-211224 @1640131206623 none bids 1.27803=2 1.27802=65 asks 1.27898=65 checksum -44519492]",
                        "trades: OK [trade FIL-USD-220325 @1640131185600 #1271987 x1 BUY 36.239*11]",
                        "mark-price: OK [mark FIL-USDT-220325 @1640131204676 36.232 index null]",
                        "open-interest: OK [open interest FIL-USDT-220325 @1640131202886 23687]",
                        "price-limit: IGNORED",
                        "tickers: OK [stats FIL-USDT-220325 @1640131209045 volume 1438469.8130 open 35.733 last 36.245]",
                        "books-l2-tbt: OK [delta LTC-USDT-220624 @1640131256488 none..none after none bids 161.26=6 161.24=0 asks checksum -465502296]",
                        "liquidations: IGNORED",
                        "liquidations: IGNORED",
                        "index-tickers: OK",
                        "mark-price: OK [mark FIL-USDT-220325 @1640140257676 36.662 index null]",
                        "liquidation-orders: OK [liquidation XRP-USD-230929 @1680173247614 SHORT TRANSFER 0.55205*39 LOWER_BOUND]",
                        "index-tickers: OK",
                        "funding-rate: OK [funding BTC-USD_UM_XPERP-310404 @1785870855692 -0.0004270396398519 at 1785888000000, terms BTC-USD_UM_XPERP-310404 8 h PUBLISHED -0.00375..0.00375, settled BTC-USD_UM_XPERP-310404 -0.0001996513270201 at 1785859200000]",
                        "swap/trade: IGNORED",
                        "swap/depth: IGNORED",
                        "swap/ticker: IGNORED",
                        "swap/funding_rate: IGNORED",
                        "swap/mark_price: IGNORED",
                        "swap/depth_l2_tbt: IGNORED",
                        "swap/trade: IGNORED",
                        "swap/ticker: IGNORED",
                        "swap/ticker: IGNORED",
                        "swap/depth_l2_tbt: IGNORED",
                        "swap/depth: IGNORED",
                        "swap/liquidation: IGNORED",
                        "swap/liquidation: IGNORED",
                        "books-l2-tbt: OK [delta REN-USDT-SWAP @1640131236035 none..none after none bids 0.65441=1 0.65418=0 asks 0.65442=14 checksum 2017579879]",
                        "funding-rate: OK [funding WNCG-USDT-SWAP @0 0.00048105 at 1640131200000]",
                        "trades: OK [trade BTC-USDT-SWAP @1640131236050 #148266905 x1 BUY 48938.5*5]",
                        "tickers: OK [stats WNCG-USDT-SWAP @1640131263109 volume 1746881.2260 open 2.164 last 2.1729]",
                        "index-tickers: OK",
                        "mark-price: OK [mark WNCG-USDT-SWAP @1640131259180 2.1729 index null]",
                        "open-interest: OK [open interest WNCG-USDT-SWAP @1640131258756 644195]",
                        "funding-rate: OK",
                        "bbo-tbt: IGNORED",
                        "index-tickers: OK",
                        "tickers: OK [stats BTC-USDC-SWAP @1681041600614 volume 2168587.74466 open 28028.4 last 27927.4]",
                        "index-tickers: OK",
                        "tickers: OK [stats BTC-USDC-SWAP @1681992000108 volume 12326791.8303 open 29303.8 last 28620.3]",
                        "index-tickers: OK",
                        "tickers: OK [stats BTC-USDC-SWAP @1681992004315 volume 12345955.84992 open 29303.8 last 28595.6]");
    }

    @Test
    void readsTheExamplesOfTheDocuments() throws IOException {
        assertThat(decodeLines("nautilus-fixtures/okx.jsonl.gz"))
                .containsExactly(
                        "/api/v5/market/candles?instId=BTC-USDT-SWAP: IGNORED",
                        "/api/v5/market/candles?instId=BTC-USDT-SWAP: IGNORED",
                        "/api/v5/public/funding-rate-history?instId=BTC-USDT-SWAP: OK [settled BTC-USDT-SWAP 0.00015 at 1704067200000, settled BTC-USDT-SWAP -0.00002 at 1704038400000]",
                        "/api/v5/market/index-tickers?instId=BTC-USDT: OK",
                        "/api/v5/public/instruments?instType=SWAP: OK [listing ETH-USDT-SWAP ETHUSDT ETH/USDT tick 0.01 lot 0.01 TRADING, listing BTC-USDT-SWAP BTCUSDT BTC/USDT tick 0.1 lot 0.01 TRADING]",
                        "/api/v5/public/mark-price?instType=SWAP: OK [mark BTC-USDT-SWAP @1744590349506 84660.1 index null]",
                        "/api/v5/market/books?instId=BTC-USDT-SWAP: IGNORED",
                        "/api/v5/public/position-tiers?instType=MARGIN: IGNORED",
                        "/api/v5/market/trades?instId=BTC-USDT: IGNORED",
                        "ws_bbo_tbt: IGNORED",
                        "ws_books_snapshot: OK [snapshot BTC-USDT @1597026383085 123456 bids 8476.97=256 8475.55=101 8475.54=100 8475.3=1 8447.32=6 8447.02=246 8446.83=24 8446=95 asks 8476.98=415 8477=7 8477.34=85 8477.56=1 8505.84=8 8506.37=85 8506.49=2 8506.96=100 checksum -855196043]",
                        "ws_books_update: OK [delta BTC-USDT @1597026383085 123457..123457 after 123456 bids 8476.97=256 8475.55=101 8475.54=100 8475.3=1 8447.32=6 8447.02=246 8446.83=24 8446=95 asks 8476.98=415 8477=7 8477.34=85 8477.56=1 8505.84=8 8506.37=85 8506.49=2 8506.96=100 checksum -855196043]",
                        "ws_candle: IGNORED",
                        "ws_funding_rate: OK [funding BTC-USDT-SWAP @1744590349506 0.0001 at 1744590349506, terms BTC-USDT-SWAP 8 h PUBLISHED null..null]",
                        "ws_instruments: OK [listing BTC-USDT-SWAP BTCUSDT BTC/USDT tick 0.1 lot 1 TRADING]",
                        "ws_tickers: OK [stats BTC-USDT @1597026383085 volume 2222 open 9000 last 9999.99]",
                        "ws_trades: OK [trade BTC-USD @1630048897897 #130639474 x3 BUY 42219.9*0.12060306]");
    }

    private static List<String> decodeLines(String file) throws IOException {
        List<String> read = new ArrayList<>();
        for (JsonObject line : lines(Captures.file(file))) {
            if (!line.get("venue").getAsString().startsWith("ok")) {
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

    /** Bodies stand under their fixture's name instead of a URL. */
    private static String url(String name) {
        return switch (name) {
            case "http_get_candlesticks", "http_get_candlesticks_full" -> "/api/v5/market/candles?instId=BTC-USDT-SWAP";
            case "http_get_funding_rate_history" -> "/api/v5/public/funding-rate-history?instId=BTC-USDT-SWAP";
            case "http_get_index_price" -> "/api/v5/market/index-tickers?instId=BTC-USDT";
            case "http_get_instruments_swap" -> "/api/v5/public/instruments?instType=SWAP";
            case "http_get_mark_price" -> "/api/v5/public/mark-price?instType=SWAP";
            case "http_get_order_book" -> "/api/v5/market/books?instId=BTC-USDT-SWAP";
            case "http_get_position_tiers" -> "/api/v5/public/position-tiers?instType=MARGIN";
            case "http_get_trades" -> "/api/v5/market/trades?instId=BTC-USDT";
            default -> name;
        };
    }

    /** Each with a decoder of its own: the frames belong to no one session. */
    private static String decode(Frame.Kind kind, String topic, String text) {
        Decoding decoding = new Decoding();
        Decoded decoded = decoding.decode(new Frame(Decoding.RECEIVED, "okx", kind, "public", topic, text));
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
