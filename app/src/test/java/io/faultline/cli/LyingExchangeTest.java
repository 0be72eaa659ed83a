package io.faultline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.faultline.book.BookObserver;
import io.faultline.book.SnapshotRequests;
import io.faultline.desk.BookView;
import io.faultline.desk.Desk;
import io.faultline.desk.DeskView;
import io.faultline.desk.VenueView;
import io.faultline.liquidation.Figures;
import io.faultline.liquidation.ModelParameters;
import io.faultline.liquidation.Projection;
import io.faultline.liquidation.Selection;
import io.faultline.market.Frame;
import io.faultline.market.PositionSide;
import io.faultline.market.Venue;
import io.faultline.venue.Decoded;
import io.faultline.venue.FrameReader;
import io.faultline.venue.VenueAdapter;
import io.faultline.venue.binance.BinanceAdapter;
import io.faultline.venue.bitget.BitgetAdapter;
import io.faultline.venue.bybit.BybitAdapter;
import io.faultline.venue.dydx.DydxAdapter;
import io.faultline.venue.okx.OkxAdapter;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Venues whose frames are well formed, and false: through their decoders into a desk, as from a socket. */
class LyingExchangeTest {
    private static final long START = 1_790_000_000_000L;
    private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?");
    private static final List<String> LIES = List.of(
            "0",
            "-1",
            "-0.0",
            "1e300",
            "1e-300",
            "1e18",
            "9223372036854775807",
            "9223372036854775808",
            "\"NaN\"",
            "\"Infinity\"",
            "null",
            "true",
            "\"\"",
            "[]",
            "{}",
            "0.000000000000000001");

    private final Desk desk =
            new Desk("BTCUSDT", SnapshotRequests.NONE, BookObserver.NONE, BundledTables.get(), ModelParameters.DEFAULT);
    private VenueAdapter adapter = new BinanceAdapter();
    private FrameReader reader = new FrameReader(adapter, List.of("BTCUSDT"));
    private long millis = START;

    private static VenueAdapter adapter(Venue venue) {
        return switch (venue) {
            case BINANCE -> new BinanceAdapter();
            case BYBIT -> new BybitAdapter();
            case OKX -> new OkxAdapter();
            case BITGET -> new BitgetAdapter();
            case DYDX -> new DydxAdapter();
        };
    }

    private Decoded tell(Frame.Kind kind, String topic, String text) {
        millis += 10;
        String connection = kind == Frame.Kind.REST ? "rest" : "public";
        Frame frame = new Frame(millis * 1_000_000, adapter.venue().id(), kind, connection, topic, text);
        return reader.read(frame, new SymbolRouter(List.of(adapter), Map.of("BTCUSDT", desk::apply)));
    }

    private Decoded depth(long first, long last, long previous, String bids, String asks) {
        return tell(
                Frame.Kind.WS,
                "btcusdt@depth@100ms",
                "{\"stream\":\"btcusdt@depth@100ms\",\"data\":{\"e\":\"depthUpdate\",\"E\":" + millis + ",\"T\":"
                        + millis
                        + ",\"s\":\"BTCUSDT\",\"st\":1,\"U\":" + first + ",\"u\":" + last + ",\"pu\":" + previous
                        + ",\"b\":["
                        + bids + "],\"a\":[" + asks + "]}}");
    }

    private Decoded mark(String price) {
        return tell(
                Frame.Kind.WS,
                "btcusdt@markPrice@1s",
                "{\"stream\":\"btcusdt@markPrice@1s\",\"data\":{\"e\":\"markPriceUpdate\",\"E\":" + millis
                        + ",\"s\":\"BTCUSDT\",\"p\":\"" + price + "\",\"i\":\"60000\",\"r\":\"0.0001\",\"T\":"
                        + (START + 3_600_000) + ",\"st\":1}}");
    }

    private Decoded snapshot(long id) {
        return tell(
                Frame.Kind.REST,
                "https://fapi.binance.com/fapi/v1/depth?symbol=BTCUSDT&limit=1000",
                "{\"lastUpdateId\":" + id + ",\"E\":" + millis + ",\"T\":" + millis
                        + ",\"bids\":[[\"59999.9\",\"2\"]],\"asks\":[[\"60000.1\",\"3\"]]}");
    }

    /** In step at id 110. */
    private void inStep() {
        depth(96, 101, 95, "", "");
        snapshot(100);
        depth(102, 110, 101, "[\"59999.8\",\"1\"]", "");
        assertThat(book().state()).isEqualTo(BookView.State.LIVE);
    }

    private VenueView venue() {
        return desk.view().venues().get(0);
    }

    private BookView book() {
        return venue().book();
    }

    private void assertTold(Decoded decoded) {
        assertThat(decoded)
                .isInstanceOfSatisfying(
                        Decoded.Undecodable.class,
                        refused -> assertThat(refused.reason()).matches("[ -~]{1,200}"));
    }

    private static void assertFinite(DeskView view) {
        for (VenueView venue : view.venues()) {
            assertThat(venue.feed().topics()).allMatch(topic -> topic.perSecond() >= 0);
        }
        for (PositionSide side : PositionSide.values()) {
            Figures figures = Projection.of(view.grid().grids(), Selection.ALL).figures(side);
            assertThat(figures.atRiskUsd()).isFinite().isNotNegative();
        }
    }

    @ParameterizedTest
    @EnumSource(Venue.class)
    void everyNumberOfEveryFrameMayBeALie(Venue venue) throws IOException {
        adapter = adapter(venue);
        reader = new FrameReader(adapter, List.of(adapter.spelled("BTCUSDT")));
        int understood = 0;
        int refused = 0;
        for (JsonObject line : frames(venue)) {
            boolean rest = line.has("kind") || line.has("url");
            String topic = line.has("url")
                    ? line.get("url").getAsString()
                    : line.has("topic") ? line.get("topic").getAsString() : "";
            String raw = line.get("raw").getAsString();
            if (raw.length() > 4_000) {
                continue;
            }
            Matcher number = NUMBER.matcher(raw);
            while (number.find()) {
                for (String lie : LIES) {
                    String text = raw.substring(0, number.start())
                            + lie.replace("\"", isQuoted(raw, number) ? "" : "\"")
                            + raw.substring(number.end());
                    Decoded decoded = tell(rest ? Frame.Kind.REST : Frame.Kind.WS, topic, text);
                    if (decoded instanceof Decoded.Undecodable) {
                        assertTold(decoded);
                        refused++;
                    } else {
                        understood++;
                    }
                }
            }
            assertFinite(desk.view());
        }
        assertThat(understood).isPositive();
        assertThat(refused).isPositive();
    }

    private static boolean isQuoted(String raw, Matcher number) {
        return number.start() > 0 && raw.charAt(number.start() - 1) == '"';
    }

    private List<JsonObject> frames(Venue venue) throws IOException {
        try (InputStream in =
                LyingExchangeTest.class.getResourceAsStream("/io/faultline/venue/" + venue.id() + "/frames.jsonl")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(line -> JsonParser.parseString(line).getAsJsonObject())
                    .toList();
        }
    }

    @Test
    void aSnapshotOlderThanTheChangesMakesNoBook() {
        depth(200, 210, 199, "[\"59999.8\",\"1\"]", "");
        snapshot(100);
        assertThat(book().state()).isNotEqualTo(BookView.State.LIVE);
    }

    @Test
    void numbersThatGoBackDoNotChangeTheBook() {
        inStep();
        depth(50, 60, 49, "[\"59999.9\",\"777\"]", "");
        assertThat(book().depth().bidSize(0)).isEqualTo(2);
        depth(111, 120, 110, "", "");
        assertThat(book().state()).isEqualTo(BookView.State.LIVE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"[\"0\",\"1\"]", "[\"1e300\",\"1\"]", "[\"59999.9\",\"-1\"]", "[\"NaN\",\"1\"]", "[\"-5\",\"1\"]"
            })
    void aLevelThatCannotBeTakesTheBookOutOfStepAndIsCounted(String level) {
        inStep();
        assertTold(depth(111, 120, 110, level, ""));
        depth(121, 130, 120, "", "");
        assertThat(book().state()).isNotEqualTo(BookView.State.LIVE);
        assertThat(venue().feed().undecodable()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"NaN", "-1", "1e400", "Infinity"})
    void aMarkThatIsNoPriceIsRefusedAndTheLastOneStands(String price) {
        mark("60000");
        assertTold(mark(price));
        assertThat(Objects.requireNonNull(venue().mark()).mark()).isEqualByComparingTo("60000");
        assertThat(venue().feed().undecodable()).isEqualTo(1);
    }

    @Test
    void refusesWhatOnlyMeansToHurt() {
        String nested = "{\"stream\":\"x\",\"data\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}";
        List<String> frames =
                new ArrayList<>(List.of(nested, "9".repeat(20 << 20), "{\"data\":\"" + "\ufffd\ud800" + "}"));
        frames.forEach(text -> assertTold(tell(Frame.Kind.WS, "", text)));
        inStep();
        assertThat(venue().feed().undecodable()).isEqualTo(3);
    }

    @Test
    void aNumberGivenTwiceThatLeadsTheBookAstrayIsNotBelievedForLong() {
        inStep();
        tell(
                Frame.Kind.WS,
                "btcusdt@depth@100ms",
                "{\"e\":\"depthUpdate\",\"E\":1,\"T\":1,\"s\":\"BTCUSDT\",\"U\":111,\"u\":120,\"u\":999999,"
                        + "\"pu\":110,\"b\":[],\"a\":[]}");
        for (long id = 121; id < 1_121; id++) {
            depth(id, id, id - 1, "", "");
        }
        assertThat(book().state()).isEqualTo(BookView.State.RESYNCING);
        assertThat(book().counters().gaps()).isEqualTo(1);
    }
}
