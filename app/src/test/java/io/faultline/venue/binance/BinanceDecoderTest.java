package io.faultline.venue.binance;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.faultline.market.Frame;
import io.faultline.venue.Decoded;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class BinanceDecoderTest {
    private static final String LISTED_BTC = """
            {"symbols":[{"symbol":"BTCUSDT","contractType":"PERPETUAL","status":"TRADING","baseAsset":"BTC",
            "quoteAsset":"USDT","filters":[{"filterType":"PRICE_FILTER","tickSize":"0.10"},
            {"filterType":"LOT_SIZE","stepSize":"0.001"}]}]}""";

    private final Decoding decoding = new Decoding();

    @TestFactory
    Stream<DynamicTest> readsEachMessageOfTheProtocol() throws IOException {
        try (InputStream in = BinanceDecoderTest.class.getResourceAsStream("frames.jsonl")) {
            assertThat(in).isNotNull();
            List<JsonObject> lines = new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(line -> JsonParser.parseString(line).getAsJsonObject())
                    .toList();
            return lines.stream()
                    .map(line -> DynamicTest.dynamicTest(line.get("name").getAsString(), () -> check(line)));
        }
    }

    private static void check(JsonObject line) {
        boolean rest = line.has("kind") && line.get("kind").getAsString().equals("REST");
        boolean ignored =
                line.has("decoded") && line.get("decoded").getAsString().equals("IGNORED");
        Frame frame = new Frame(
                Decoding.RECEIVED,
                "binance",
                rest ? Frame.Kind.REST : Frame.Kind.WS,
                rest ? "" : "public",
                line.get("topic").getAsString(),
                line.get("raw").getAsString());
        Decoding decoding = new Decoding();

        Decoded decoded = decoding.decode(frame);

        assertThat(decoded).isEqualTo(ignored ? Decoded.IGNORED : Decoded.OK);
        assertThat(decoding.events())
                .containsExactlyElementsOf(line.getAsJsonArray("events").asList().stream()
                        .map(JsonElement::getAsString)
                        .toList());
    }

    @Test
    void keepsTheScaleOfAContractOnceItHasWidened() {
        ScaleProbe probe = new ScaleProbe();

        probe.bids("[\"5\",\"1\"]");
        assertThat(probe.scales()).isEqualTo("0 0");
        probe.bids("[\"5.25\",\"1.5\"]");
        assertThat(probe.scales()).isEqualTo("2 1");
        probe.bids("[\"5.10\",\"1\"]");
        assertThat(probe.scales()).isEqualTo("2 1");
    }

    @Test
    void isNotUnsettledByAnAmountOfAbsurdlyManyDecimals() {
        ScaleProbe probe = new ScaleProbe();
        probe.rest("/fapi/v1/exchangeInfo", LISTED_BTC);

        probe.bids("[\"5\",\"1e-12\"]");
        probe.bids("[\"1e-10\",\"1\"]");
        probe.bids("[\"61659.70\",\"14.021\"]");

        assertThat(probe.scales()).isEqualTo("1 3");
    }

    @Test
    void takesTheScalesOfTheListingNotThoseOfTheWire() {
        ScaleProbe probe = new ScaleProbe();
        probe.rest("/fapi/v1/exchangeInfo", LISTED_BTC);

        probe.bids("[\"5.0000\",\"1\"]");

        assertThat(probe.scales()).isEqualTo("1 3");
    }

    @Test
    void saysOnceThatAPriceDoesNotFitTheListedTick() {
        decoding.rest("/fapi/v1/exchangeInfo", LISTED_BTC);
        assertThat(decoding.events()).hasSize(2);

        decoding.stream(depth("[\"5.25\",\"1\"]"));
        decoding.stream(depth("[\"5.255\",\"1\"]"));

        assertThat(decoding.events())
                .containsExactly(
                        "status ERROR instruments tick changed: BTCUSDT is sent with 2 decimals, listed was tick 0.10",
                        "delta BTCUSDT @0 1..2 after 0 bids 5.25=1 asks",
                        "delta BTCUSDT @0 1..2 after 0 bids 5.255=1 asks");
    }

    @Test
    void readsAContractThatTheInstrumentListDoesNotHave() {
        decoding.rest("/fapi/v1/exchangeInfo", LISTED_BTC);
        decoding.events();

        decoding.stream(
                "{\"e\":\"depthUpdate\",\"s\":\"NEWUSDT\",\"U\":1,\"u\":2,\"pu\":0,\"b\":[[\"0.00001\",\"3e2\"]],\"a\":[]}");

        assertThat(decoding.events()).containsExactly("delta NEWUSDT @0 1..2 after 0 bids 0.00001=300 asks");
    }

    @Test
    void doesNotCountATradeTwiceThatBothStreamsCarry() {
        String single =
                "{\"e\":\"trade\",\"s\":\"%s\",\"t\":7,\"p\":\"5\",\"q\":\"1\",\"X\":\"MARKET\",\"m\":true,\"T\":1}";
        String aggregate =
                "{\"e\":\"aggTrade\",\"s\":\"%s\",\"a\":3,\"p\":\"5\",\"q\":\"1\",\"f\":7,\"l\":7,\"m\":true,\"T\":1}";

        assertThat(decoding.stream(single.formatted("BTCUSDT"))).isEqualTo(Decoded.OK);
        assertThat(decoding.stream(aggregate.formatted("BTCUSDT"))).isEqualTo(Decoded.IGNORED);
        assertThat(decoding.stream(aggregate.formatted("ETHUSDT"))).isEqualTo(Decoded.OK);
        assertThat(decoding.stream(single.formatted("ETHUSDT"))).isEqualTo(Decoded.IGNORED);
        assertThat(decoding.stream(single.formatted("BTCUSDT"))).isEqualTo(Decoded.OK);

        assertThat(decoding.events())
                .containsExactly(
                        "trade BTCUSDT @1 #7 x1 SELL 5*1",
                        "trade ETHUSDT @1 #3 x1 SELL 5*1",
                        "trade BTCUSDT @1 #7 x1 SELL 5*1");
    }

    @Test
    void assumesEightHoursUntilOtherTermsArePublished() {
        decoding.rest("/fapi/v1/exchangeInfo", LISTED_BTC);
        decoding.rest("/fapi/v1/fundingInfo", "[{\"symbol\":\"BTCUSDT\",\"fundingIntervalHours\":1}]");
        decoding.rest("/fapi/v1/exchangeInfo", LISTED_BTC);

        assertThat(decoding.events())
                .containsExactly(
                        "listing BTCUSDT BTCUSDT BTC/USDT tick 0.10 lot 0.001 TRADING",
                        "terms BTCUSDT 8 h DEFAULT null..null",
                        "terms BTCUSDT 1 h PUBLISHED null..null",
                        "listing BTCUSDT BTCUSDT BTC/USDT tick 0.10 lot 0.001 TRADING");
    }

    @Test
    void hasNothingToSayOfFramesThatCarryNoMessage() {
        for (Frame.Kind kind : List.of(Frame.Kind.WS_OUT, Frame.Kind.WS_OPEN, Frame.Kind.WS_CLOSE)) {
            assertThat(decoding.decode(new Frame(Decoding.RECEIVED, "binance", kind, "", "", "")))
                    .isEqualTo(Decoded.IGNORED);
        }
        assertThat(decoding.events()).isEmpty();
    }

    static String depth(String bid) {
        return "{\"e\":\"depthUpdate\",\"s\":\"BTCUSDT\",\"U\":1,\"u\":2,\"pu\":0,\"b\":[" + bid + "],\"a\":[]}";
    }
}
