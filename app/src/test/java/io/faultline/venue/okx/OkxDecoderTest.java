package io.faultline.venue.okx;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.faultline.market.BookDelta;
import io.faultline.market.Frame;
import io.faultline.market.InstrumentListing;
import io.faultline.market.MarketEvent;
import io.faultline.venue.Decoded;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OkxDecoderTest {
    private static final String SNAPSHOT = """
            {"arg":{"channel":"%s","instId":"BTC-USDT-SWAP"},"action":"snapshot",
            "data":[{"asks":[],"bids":[["1","1","0","1"]],"ts":"5","seqId":7,"prevSeqId":-1}]}""";

    private final Decoding decoding = new Decoding();

    @TestFactory
    Stream<DynamicTest> readsEachMessageOfTheProtocol() throws IOException {
        try (InputStream in = OkxDecoderTest.class.getResourceAsStream("frames.jsonl")) {
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
        Frame frame = new Frame(
                Decoding.RECEIVED,
                "okx",
                line.has("kind") ? Frame.Kind.REST : Frame.Kind.WS,
                "public",
                line.get("topic").getAsString(),
                line.get("raw").getAsString());
        Decoding decoding = new Decoding();

        Decoded decoded = decoding.decode(frame);

        assertThat(decoded).isEqualTo(line.has("decoded") ? Decoded.IGNORED : Decoded.OK);
        assertThat(decoding.events())
                .containsExactlyElementsOf(line.getAsJsonArray("events").asList().stream()
                        .map(JsonElement::getAsString)
                        .toList());
    }

    @Test
    void countsContractsOfTheListedSize() {
        List<MarketEvent> events = new ArrayList<>();
        Decoded decoded = new OkxDecoder(new BookDelta.Pool(1))
                .decode(new Frame(1, "okx", Frame.Kind.REST, "", "/api/v5/public/instruments", """
                        {"code":"0","msg":"","data":[{"instId":"BTC-USDT-SWAP","ctType":"linear","ctVal":"0.1",
                        "ctMult":"0.5","tickSz":"0.1","lotSz":"0.01","state":"live"}]}"""), events::add);

        assertThat(decoded).isEqualTo(Decoded.OK);
        assertThat(((InstrumentListing) events.get(0)).listing().contractSize()).isEqualByComparingTo("0.05");
    }

    @Test
    void joinsTheIndexToTheMarksOfItsContracts() {
        String mark = """
                {"arg":{"channel":"mark-price","instId":"%1$s"},"data":[{"instId":"%1$s","markPx":"10","ts":"5"}]}""";
        read("""
                {"arg":{"channel":"index-tickers","instId":"BTC-USDT"},
                "data":[{"instId":"BTC-USDT","idxPx":"9.5","ts":"5"}]}""");
        read(mark.formatted("BTC-USDT-SWAP"));
        read(mark.formatted("ETH-USDT-SWAP"));

        assertThat(decoding.events())
                .containsExactly("mark BTC-USDT-SWAP @5 10 index 9.5", "mark ETH-USDT-SWAP @5 10 index null");
    }

    @Test
    void passesALiquidationOnOnceThoughASubscriptionBeginsWithThoseOfLate() {
        String liquidation = """
                {"arg":{"channel":"liquidation-orders","instType":"SWAP"},"data":[{"instId":"A-USDT-SWAP",
                "details":[{"bkPx":"2","posSide":"long","side":"sell","sz":"%s","ts":"5"}]}]}""";
        read(liquidation.formatted("1"));
        read(liquidation.formatted("1"));
        read(liquidation.formatted("2"));

        assertThat(decoding.events())
                .containsExactly(
                        "liquidation A-USDT-SWAP @5 LONG TRANSFER 2*1 LOWER_BOUND",
                        "liquidation A-USDT-SWAP @5 LONG TRANSFER 2*2 LOWER_BOUND");
    }

    @Test
    void takesABookFromOneChannelOnly() {
        read(SNAPSHOT.formatted("books-l2-tbt"));
        assertThat(decoding.events()).hasSize(1);
        assertThat(decoding.stream(SNAPSHOT.formatted("books"))).isEqualTo(Decoded.IGNORED);
        assertThat(decoding.events()).isEmpty();
    }

    @Test
    void takesABookThatWasAskedForBesideTheOneOfTheStream() {
        read(SNAPSHOT.formatted("books"));
        Decoded decoded = decoding.rest(
                "/api/v5/market/books?instId=BTC-USDT-SWAP",
                "{\"code\":\"0\",\"data\":[{\"asks\":[],\"bids\":[],\"ts\":\"5\",\"seqId\":3}]}");

        assertThat(decoded).isEqualTo(Decoded.OK);
        assertThat(decoding.events()).hasSize(2);
    }

    @Test
    void takesTradesFromOneChannelOnly() {
        String trade = """
                {"arg":{"channel":"%s","instId":"A-USDT"},"data":[{"instId":"A-USDT","tradeId":"1","px":"2","sz":"3",
                "side":"buy","ts":"5"}]}""";
        read(trade.formatted("trades-all"));

        assertThat(decoding.stream(trade.formatted("trades"))).isEqualTo(Decoded.IGNORED);
        assertThat(decoding.events()).containsExactly("trade A-USDT @5 #1 x1 BUY 2*3");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"asks\":[],\"ts\":\"5\",\"seqId\":8,\"prevSeqId\":7 | missing field bids",
                "\"asks\":[],\"bids\":[],\"seqId\":8 | only one of seqId and prevSeqId",
                "\"asks\":[],\"bids\":[],\"prevSeqId\":8 | only one of seqId and prevSeqId",
                "\"asks\":[],\"bids\":[],\"seqId\":8,\"prevSeqId\":-2 | a negative number",
                "\"asks\":[],\"bids\":[],\"checksum\":4294967296 | a checksum of more than 32 bits",
                "\"asks\":[[\"1\"]],\"bids\":[] | a level without size",
                "\"asks\":[[\"-1\",\"1\"]],\"bids\":[] | a negative number",
            })
    void refusesBooksThatCannotBeRight(String row, String reason) {
        Decoded decoded = decoding.stream("{\"arg\":{\"channel\":\"books\",\"instId\":\"BTC-USDT-SWAP\"},"
                + "\"action\":\"update\",\"data\":[{" + row + "}]}");

        assertThat(Decoding.reason(decoded)).startsWith("books: ").contains(reason);
        assertThat(decoding.events()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"arg\":{\"channel\":\"books\",\"instId\":\"A\"},\"action\":\"partial\",\"data\":[]} | neither snapshot",
                "{\"arg\":{\"channel\":\"books\"},\"action\":\"update\",\"data\":[]} | missing field arg.instId",
                "{\"arg\":{\"channel\":\"trades\",\"instId\":\"A\"}} | missing field data",
                "Pong | expected an object",
                "{\"arg\":{\"channel\":\"status\"},\"data\":[]} x | expected the end",
            })
    void refusesFramesThatCannotBeRight(String text, String reason) {
        assertThat(Decoding.reason(decoding.stream(text))).contains(reason);
        assertThat(decoding.events()).isEmpty();
    }

    private void read(String text) {
        assertThat(decoding.stream(text)).isEqualTo(Decoded.OK);
    }
}
