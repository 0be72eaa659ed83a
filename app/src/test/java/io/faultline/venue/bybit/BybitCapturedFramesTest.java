package io.faultline.venue.bybit;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.faultline.Captures;
import io.faultline.market.Frame;
import io.faultline.market.Venue;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Frames that others recorded, or copied from the venue's documents; what they mean is written out here. */
class BybitCapturedFramesTest {
    @Test
    void readsTheFramesOfTheProtocolSheet() throws IOException {
        List<String> read = new ArrayList<>();
        Decoding decoding = new Decoding();
        String text = Files.readString(Captures.file("live_frames/bybit.json"));
        for (JsonElement element :
                JsonParser.parseString(text).getAsJsonObject().getAsJsonArray("frames")) {
            JsonObject frame = element.getAsJsonObject();
            boolean rest = frame.get("kind").getAsString().equals("rest");
            boolean out = frame.get("dir").getAsString().equals("out");
            Frame.Kind kind = rest ? Frame.Kind.REST : out ? Frame.Kind.WS_OUT : Frame.Kind.WS;
            read.add(frame.get("name").getAsString() + ": "
                    + decoding.told(
                            kind,
                            rest ? "/v5/market/risk-limit?category=linear" : "",
                            frame.get("frame").toString()));
        }

        assertThat(read)
                .containsExactly(
                        "sub: IGNORED",
                        "ack: OK [notice SUBSCRIBED public ]",
                        "nack: OK [notice REFUSED public : Invalid topic: invalid.topic.BTCUSDT]",
                        "ping: IGNORED",
                        "pong: OK",
                        "book_snapshot: OK [snapshot BTCUSDT @1672304484976 18521288 bids 16493.5=0.006 16493=0.1 asks 16611=0.029 16612=0.213]",
                        "book_delta: OK [delta BTCUSDT @1687940967464 177400507..177400507 after 177400506 bids 30247.2=30.028 30245.4=0.224 30242.1=1.593 30240.3=1.305 30240=0 asks 30248.7=0 30249.3=0.892 30249.5=1.778 30249.6=0 30251.9=2.947 30252.2=0.659 30252.5=4.591]",
                        "trade: OK [trade BTCUSDT @1672304486865 #6849759178199040 x1 BUY 16578.5*0.001]",
                        "ticker_snapshot: OK [mark BTCUSDT @1786540397684 63958.60 index 63986.67, funding BTCUSDT @1786540397684 0.0000544 at 1786550400000, terms BTCUSDT 8 h PUBLISHED -0.005..0.005, open interest BTCUSDT @1786540397684 28899.069, stats BTCUSDT @1786540397684 volume 3947254153.7179 open 64283.90 last 63958.60]",
                        "ticker_delta: OK [mark BTCUSDT @1786540397983 63958.60 index 63986.66]",
                        "liquidation_short: OK [liquidation ROSEUSDT @1739502302929 SHORT BANKRUPTCY 0.04499*20000 COMPLETE]",
                        "liquidation_long: OK [liquidation KAITOUSDT @1740480189987 LONG BANKRUPTCY 1.7531*43 COMPLETE]",
                        "rest_risk_limit: OK [tiers BTCUSDT 2026-10-07 LIVE QUOTE (0..300000 0.0033/0.0066 150.00x -0) (300000..2000000 0.005/0.01 100.00x -510)]",
                        "error_already_subscribed: OK [notice SUBSCRIBED public 2: error:already subscribed,topic:publicTrade.BTCUSDT]");
    }

    @Test
    void readsFramesOf2026() throws IOException {
        assertThat(decodeLines("live-frames-2026/frames.jsonl.gz", new Decoding()))
                .containsExactly(
                        "allLiquidation.BTCUSDT: OK [liquidation BTCUSDT @1791565600992 LONG BANKRUPTCY 82396.90*0.006 COMPLETE, liquidation BTCUSDT @1791565601058 LONG BANKRUPTCY 82394.30*0.038 COMPLETE]",
                        "allLiquidation.STRKUSDT: OK [liquidation STRKUSDT @1791091285156 LONG BANKRUPTCY 0.05165*2084.9 COMPLETE]",
                        "tickers.BTCUSDT: OK",
                        "tickers.BTCUSDT: OK",
                        "orderbook.1.BTCUSDT: OK [snapshot BTCUSDT @1786659828107 31398762 bids 63561.5=1.776 asks 63561.6=4.848]",
                        "tickers.BTCUSDT: OK [mark BTCUSDT @1786659827683 63560.80 index 63585.51, funding BTCUSDT @1786659827683 0.00005013 at 1786665600000, terms BTCUSDT 8 h PUBLISHED -0.005..0.005, open interest BTCUSDT @1786659827683 29986.128, stats BTCUSDT @1786659827683 volume 3515096831.9640 open 63469.20 last 63561.60]",
                        "tickers.BTCUSDT: OK [mark BTCUSDT @1786659827983 63560.80 index 63585.74]",
                        ": OK [notice SUBSCRIBED public t1]",
                        ": OK",
                        "orderbook.1000.SOLUSDT: OK [snapshot SOLUSDT @1790398529590 27618816 bids 120.64=1374.5 120.63=913.5 asks 120.65=85.2]",
                        "orderbook.1000.SOLUSDT: OK [delta SOLUSDT @1790398529803 27618817..27618817 after 27618816 bids 120.61=2176.3 118.01=443.6 asks 120.65=62.1]",
                        "publicTrade.SOLUSDT: OK [trade SOLUSDT @1790398534646 #7333472397910016 x1 BUY 120.65*34, trade SOLUSDT @1790398535414 #7333472401055744 x1 SELL 120.69*2.0193]",
                        "orderbook.1000.BTCUSDT: OK [snapshot BTCUSDT @1791457528401 33344277 bids 82642.8=1.336 82642.7=0.017 asks 82642.9=4.575 82643.2=0.002]",
                        "orderbook.1000.BTCUSDT: OK [delta BTCUSDT @1791457528602 33344278..33344278 after 33344277 bids 82642.8=1.034 82636=0 asks]",
                        "publicTrade.BTCUSDT: OK [trade BTCUSDT @1791457528911 #7337810038419456 x1 BUY 82642.9*0.011]");
    }

    @Test
    void readsFramesOfSeveralAges() throws IOException {
        assertThat(decodeLines("tardis-frames/bybit.jsonl.gz", null).stream()
                        .filter(line -> !line.endsWith(": IGNORED")))
                .containsExactly(
                        ": OK",
                        "publicTrade.LTCUSDT: OK [trade LTCUSDT @1680688979983 #6884102062010368 x1 BUY 94.53*0.4]",
                        "orderbook.1.BTCUSDT: OK [snapshot BTCUSDT @1680673820717 7003305 bids 28552=0.047 asks 28552.1=25.433]",
                        "orderbook.1.BTCUSDT: OK [delta BTCUSDT @1680673821137 7003306..7003306 after 7003305 bids 28552=0.012 asks]",
                        "orderbook.50.BTCPERP: OK [snapshot BTCPERP @1680673821591 20683568 bids 28555.2=0.597 asks 28555.3=0.225]",
                        "orderbook.50.BTCPERP: OK [delta BTCPERP @1680673821651 20683569..20683569 after 20683568 bids 28555.2=0.677 asks 28555.3=0.029]",
                        "tickers.BTCUSDT: OK [mark BTCUSDT @1680673821770 28552.81 index 28562.25, funding BTCUSDT @1680673821770 0.0001 at 1680681600000, open interest BTCUSDT @1680673821770 26387.264, stats BTCUSDT @1680673821770 volume 4273027716.4294 open 27899.70 last 28550.70]",
                        "orderbook.1.BTCUSDT: OK [delta BTCUSDT @1682092584425 1188472..1188472 after 1188471 bids 27994.6=0 27991.7=0.777 asks 27994.4=0.058 27994.8=0]",
                        "allLiquidation.PIPPINUSDT: OK [liquidation PIPPINUSDT @1740480207110 SHORT BANKRUPTCY 0.02456*2846 COMPLETE]");
    }

    @Test
    void readsTheExamplesOfTheDocuments() throws IOException {
        assertThat(decodeLines("nautilus-fixtures/bybit.jsonl.gz", null))
                .containsExactly(
                        "http_get_funding_history: OK [settled BTCUSDT 0.0001 at 1709884800000, settled BTCUSDT 0.00015 at 1709856000000]",
                        "http_get_instruments_linear: OK [listing BTCUSDT BTCUSDT BTC/USDT tick 0.5 lot 0.001 DELISTING, terms BTCUSDT 0 h PUBLISHED null..null, listing ETHUSDT ETHUSDT ETH/USDT tick 0.05 lot 0.01 DELISTING, terms ETHUSDT 0 h PUBLISHED null..null]",
                        "http_get_instruments_linear_symbol_type: OK [listing TSLAUSDT TSLAUSDT TSLA/USDT tick 0.01 lot 0.001 TRADING, terms TSLAUSDT 8 h PUBLISHED null..null]",
                        "http_get_klines_linear: IGNORED",
                        "http_get_orderbook: IGNORED",
                        "http_get_trades_recent: IGNORED",
                        "ws_kline: IGNORED",
                        "ws_orderbook_delta: OK [delta BTCUSDT @1709891679500 123456790..123456790 after 123456789 bids 27450=0.4 asks 27451=0]",
                        "ws_orderbook_snapshot: OK [snapshot BTCUSDT @1709891679000 123456789 bids 27450=0.5 27449.5=1 asks 27451=0.75 27451.5=0.9]",
                        "ws_public_trade: IGNORED",
                        "ws_subscription_ack: OK [notice SUBSCRIBED public sub-orderbook-1]",
                        "ws_subscription_failure: OK [notice REFUSED public : Invalid topic: invalid.topic.BTCUSDT]",
                        "ws_ticker_linear: OK [mark BTCUSDT @1673272861686 17217.33 index 17227.36, funding BTCUSDT @1673272861686 -0.000212 at 1673280000000, terms BTCUSDT 8 h PUBLISHED null..null, open interest BTCUSDT @1673272861686 34372.3805, stats BTCUSDT @1673272861686 volume 1570383121.943499 open 16926.50 last 17216.00]",
                        "ws_ticker_option: IGNORED");
    }

    @Test
    void leavesOtherMarketsAlone() {
        assertThat(Venue.ofJournalName("bybit-linear")).contains(Venue.BYBIT);
        assertThat(Venue.ofJournalName("bybit-spot")).isEmpty();
        assertThat(Venue.ofJournalName("bybit-inverse")).isEmpty();
    }

    /** @param session the decoder for all of them; null for one of its own for each, because they belong to no session */
    private static List<String> decodeLines(String file, @Nullable Decoding session) throws IOException {
        List<String> read = new ArrayList<>();
        for (JsonObject line : lines(Captures.file(file))) {
            String venue = line.get("venue").getAsString();
            if (!venue.equals("bybit") && !venue.equals("bybit-linear")) {
                continue;
            }
            boolean rest = line.get("dir").getAsString().equals("rest");
            String topic = line.get(rest ? "url" : "topic").getAsString();
            Decoding decoding = session == null ? new Decoding() : session;
            read.add(topic + ": "
                    + decoding.told(
                            rest ? Frame.Kind.REST : Frame.Kind.WS,
                            rest ? url(topic) : topic,
                            line.get("raw").getAsString()));
        }
        return read;
    }

    /** Bodies stand under their fixture's name instead of a URL. */
    private static String url(String name) {
        return switch (name) {
            case "http_get_funding_history" -> "/v5/market/funding/history?category=linear&symbol=BTCUSDT";
            case "http_get_instruments_linear", "http_get_instruments_linear_symbol_type" ->
                "/v5/market/instruments-info?category=linear";
            case "http_get_klines_linear" -> "/v5/market/kline?category=linear&symbol=BTCUSDT";
            case "http_get_orderbook" -> "/v5/market/orderbook?category=linear&symbol=BTCUSDT";
            default -> name;
        };
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
