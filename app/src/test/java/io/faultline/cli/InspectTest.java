package io.faultline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.faultline.Captures;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class InspectTest {
    private static final String LISTING = """
            {"symbols":[{"symbol":"AUSDT","contractType":"PERPETUAL","status":"TRADING","baseAsset":"A",
            "quoteAsset":"USDT","filters":[{"filterType":"PRICE_FILTER","tickSize":"0.10"},
            {"filterType":"LOT_SIZE","stepSize":"1"}]}]}""";

    @TempDir
    private Path folder = Path.of("");

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void equalsTheReconstructionOfTheBtcusdtCapture() throws IOException {
        checkCapture("binance-usdm-btcusdt-20240808", 250);
    }

    @Test
    void equalsTheReconstructionOfTheShortCapture() throws IOException {
        checkCapture("binance-usdm-btcusdt-20220811", 50);
    }

    @Test
    void equalsTheReconstructionOfFourBooksAtOnce() throws IOException {
        checkCapture("cryptofeed-binance-usdm-20210722", 50);
    }

    /** Frames of before the venue numbered them: its checksums show that each book is exact at each change. */
    @Test
    void equalsTheReconstructionOfTheOkxCapture() throws IOException {
        Path capture = Captures.file("cryptofeed-okx-books-20220513");
        JsonObject expected = JsonParser.parseString(Files.readString(Captures.file("expected.json")))
                .getAsJsonObject()
                .getAsJsonObject("sets")
                .getAsJsonObject("cryptofeed-okx-books-20220513");

        JsonObject found = inspect(0, capture.toString());

        assertThat(number(found.getAsJsonObject("frames"), "undecodable")).isZero();
        JsonObject instruments = expected.getAsJsonObject("instruments");
        assertThat(found.getAsJsonArray("books")).hasSize(instruments.size());
        long passed = 0;
        for (JsonElement element : found.getAsJsonArray("books")) {
            JsonObject book = element.getAsJsonObject();
            assertThat(book.get("venue").getAsString()).isEqualTo("okx");
            passed += checkOkxBook(
                    book, instruments.getAsJsonObject(book.get("symbol").getAsString()));
        }
        assertThat(passed).isEqualTo(number(expected, "total_crc_pass")).isEqualTo(290);
    }

    private static long checkOkxBook(JsonObject book, JsonObject expected) {
        assertThat(number(book, "snapshots")).isEqualTo(number(expected, "snapshots"));
        assertThat(number(book, "deltas")).isEqualTo(number(expected, "updates"));
        assertThat(List.of(number(book, "stale"), number(book, "gaps"), number(book, "resyncs")))
                .containsOnly(0L);
        JsonObject checks = book.getAsJsonObject("checks");
        assertThat(checks.get("kind").getAsString()).isEqualTo("crc32");
        assertThat(number(checks, "passed")).isEqualTo(number(expected, "crc_pass"));
        assertThat(number(checks, "failed")).isZero();
        checkFinal(book.getAsJsonObject("final"), expected.getAsJsonObject("final"));
        assertThat(number(book.getAsJsonObject("top20Stream"), "states")).isEqualTo(number(expected, "updates"));
        return number(checks, "passed");
    }

    private static void checkFinal(JsonObject last, JsonObject expectedLast) {
        assertThat(last.get("live").getAsBoolean()).isTrue();
        assertThat(number(last, "bidLevels")).isEqualTo(number(expectedLast, "bid_levels"));
        assertThat(number(last, "askLevels")).isEqualTo(number(expectedLast, "ask_levels"));
        assertThat(last.get("bids")).isEqualTo(expectedLast.get("top20_bids"));
        assertThat(last.get("asks")).isEqualTo(expectedLast.get("top20_asks"));
        assertThat(last.get("sha256")).isEqualTo(expectedLast.get("sha256"));
    }

    /** The hash over the top 20 is that of an independent reconstruction in another language. */
    @Test
    void equalsTheReconstructionOfTheBybitCapture() throws IOException {
        String set = "nautilus-bybit-xrpusdt-ob500-20241201";
        Path capture = Captures.file(set + "/capture.jsonl.gz");
        JsonObject expected = JsonParser.parseString(Files.readString(Captures.file("expected.json")))
                .getAsJsonObject()
                .getAsJsonObject("sets")
                .getAsJsonObject(set)
                .getAsJsonObject("symbols")
                .getAsJsonObject("XRPUSDT");

        JsonObject found = inspect(0, capture.toString(), "--checkpoint", "49");

        assertThat(found.get("frames").toString())
                .isEqualTo("{\"total\":50,\"decoded\":50,\"ignored\":0,\"undecodable\":0}");
        JsonObject book = found.getAsJsonArray("books").get(0).getAsJsonObject();
        assertThat(book.get("venue").getAsString()).isEqualTo("bybit");
        assertThat(number(book, "snapshots")).isEqualTo(number(expected, "snapshots"));
        assertThat(number(book, "deltas")).isEqualTo(number(expected, "deltas"));
        assertThat(List.of(number(book, "stale"), number(book, "gaps"), number(book, "resyncs")))
                .containsOnly(0L);
        checkFinal(book.getAsJsonObject("final"), expected.getAsJsonObject("final"));
        assertThat(book.get("top20Stream").toString())
                .isEqualTo("{\"states\":49,"
                        + "\"sha256\":\"7bf8b838f7544ed8ad6063e006f5ab9fc3ffc290d10fa2bd017393355cb26685\"}");
        JsonObject lastCheckpoint = book.getAsJsonArray("checkpoints").get(2).getAsJsonObject();
        assertThat(lastCheckpoint.get("sha256"))
                .isEqualTo(expected.getAsJsonObject("final").get("sha256"));
    }

    private void checkCapture(String set, int checkpoint) throws IOException {
        Path capture = Captures.file(set + "/capture.jsonl.gz");
        JsonObject expected = JsonParser.parseString(Files.readString(Captures.file("expected.json")))
                .getAsJsonObject()
                .getAsJsonObject("sets")
                .getAsJsonObject(set);

        JsonObject found = inspect(0, capture.toString(), "--checkpoint", String.valueOf(checkpoint));

        assertThat(number(found.getAsJsonObject("frames"), "undecodable")).isZero();
        JsonObject symbols = expected.getAsJsonObject("symbols");
        assertThat(found.getAsJsonArray("books")).hasSize(symbols.size());
        for (JsonElement element : found.getAsJsonArray("books")) {
            JsonObject book = element.getAsJsonObject();
            checkBook(book, symbols.getAsJsonObject(book.get("symbol").getAsString()));
        }
        for (JsonElement element : found.getAsJsonArray("counts")) {
            JsonObject counts = element.getAsJsonObject();
            JsonElement trades =
                    symbols.getAsJsonObject(counts.get("symbol").getAsString()).get("trades");
            if (trades.isJsonObject()) {
                assertThat(number(counts, "trades")).isEqualTo(number(trades.getAsJsonObject(), "market_trades"));
            }
        }
    }

    private static void checkBook(JsonObject book, JsonObject expected) {
        assertThat(number(book, "deltas")).isEqualTo(number(expected, "diffs_total"));
        assertThat(number(book, "stale")).isEqualTo(number(expected, "diffs_dropped_before_snapshot"));
        assertThat(number(book, "snapshots")).isEqualTo(1);
        assertThat(List.of(number(book, "gaps"), number(book, "resyncs"), number(book, "crossed")))
                .containsOnly(0L);
        JsonObject checks = book.getAsJsonObject("checks");
        assertThat(number(checks, "passed")).isEqualTo(number(expected, "bookTicker_matched"));
        assertThat(number(checks, "failed")).isZero();
        checkFinal(book.getAsJsonObject("final"), expected.getAsJsonObject("final"));
        JsonObject top = book.getAsJsonObject("top20Stream");
        assertThat(number(top, "states")).isEqualTo(number(expected, "diffs_applied"));
        if (expected.has("top20_stream")) {
            assertThat(top).isEqualTo(expected.getAsJsonObject("top20_stream"));
        }
        if (expected.has("checkpoints")) {
            assertThat(checkpoints(book, "bidLevels", "askLevels"))
                    .containsExactlyElementsOf(checkpoints(expected, "bid_levels", "ask_levels"));
        }
    }

    private static List<String> checkpoints(JsonObject book, String bidLevels, String askLevels) {
        List<String> lines = new ArrayList<>();
        for (JsonElement element : book.getAsJsonArray("checkpoints")) {
            JsonObject checkpoint = element.getAsJsonObject();
            lines.add(number(checkpoint, "applied") + " " + number(checkpoint, bidLevels) + " "
                    + number(checkpoint, askLevels) + " "
                    + checkpoint.get("sha256").getAsString());
        }
        return lines;
    }

    private static long number(JsonObject object, String key) {
        return object.get(key).getAsLong();
    }

    @Test
    void printsOneJsonObjectWithTheKeysOfTheContract() throws IOException {
        Path journal =
                journal("a.jsonl", line(1, "rest", "/fapi/v1/depth?symbol=AUSDT", snapshot(10)), line(2, delta(11)));

        JsonObject found = inspect(0, journal.toString(), "--checkpoint", "1");

        assertThat(found.keySet())
                .contains(
                        "files",
                        "from",
                        "to",
                        "bytes",
                        "wholeFrames",
                        "truncatedTail",
                        "frames",
                        "books",
                        "counts",
                        "stateHash",
                        "elapsedMillis");
        assertThat(found.get("files").getAsJsonArray().get(0).getAsString()).isEqualTo(journal.toString());
        assertThat(found.get("from").getAsString()).isEqualTo("2026-11-21T15:00:00.001Z");
        assertThat(found.get("to").getAsString()).isEqualTo("2026-11-21T15:00:00.002Z");
        JsonObject book = found.getAsJsonArray("books").get(0).getAsJsonObject();
        assertThat(book.get("venue").getAsString()).isEqualTo("binance");
        assertThat(book.getAsJsonObject("checks").get("kind").getAsString()).isEqualTo("none");
        assertThat(book.getAsJsonObject("final").toString())
                .startsWith(
                        "{\"live\":true,\"bidLevels\":1,\"askLevels\":1,\"bids\":[[\"5\",\"2\"]],\"asks\":[[\"6\",\"1\"]],");
        assertThat(book.getAsJsonArray("checkpoints")).hasSize(2);
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void sortsFramesIntoDecodedIgnoredAndUndecodable() throws IOException {
        Path journal = journal(
                "a.jsonl",
                line(1, delta(11)),
                line(2, "{\"e\":\"kline\",\"s\":\"AUSDT\"}"),
                line(3, "{\"e\":\"depthUpdate\",\"s\":7}"),
                line(4, delta(12)).replace("binance-usdm", "binance-spot"),
                line(5, delta(13)).replace("binance-usdm", "bybit-linear"),
                line(6, delta(14)).replace("binance-usdm", "kraken"),
                line(7, "{}").replace("\"dir\":\"ws\"", "\"dir\":\"ws_out\""));

        JsonObject frames = inspect(0, journal.toString()).getAsJsonObject("frames");

        assertThat(frames.toString()).isEqualTo("{\"total\":7,\"decoded\":1,\"ignored\":5,\"undecodable\":1}");
        assertThat(err.toString())
                .contains("binance: cannot decode a frame of 2026-11-21T15:00:00.003Z: depthUpdate: expected a text");
    }

    @Test
    void readsALinearBookOfBybitAndLeavesItsOtherMarkets() throws IOException {
        Path journal = journal(
                "a.jsonl",
                bybit("bybit-linear", 1, "snapshot", 10),
                bybit("bybit-linear", 2, "delta", 11),
                bybit("bybit-spot", 3, "delta", 12),
                bybit("bybit-inverse", 4, "delta", 12),
                bybit("bybit-linear", 5, "delta", 13),
                bybit("bybit-linear", 6, "delta", 14),
                bybit("bybit-linear", 7, "delta", 1),
                bybit("bybit-linear", 8, "delta", 2));

        JsonObject found = inspect(0, journal.toString());

        assertThat(found.get("frames").toString())
                .isEqualTo("{\"total\":8,\"decoded\":6,\"ignored\":2,\"undecodable\":0}");
        JsonObject book = found.getAsJsonArray("books").get(0).getAsJsonObject();
        assertThat(List.of(
                        number(book, "snapshots"),
                        number(book, "deltas"),
                        number(book, "gaps"),
                        number(book, "stale"),
                        number(book.getAsJsonObject("top20Stream"), "states")))
                .as("the one whose number is 1 is a snapshot")
                .containsExactly(2L, 4L, 1L, 2L, 2L);
        assertThat(book.getAsJsonObject("final").get("live").getAsBoolean()).isTrue();
    }

    @Test
    void mergesFilesByReceiveTime() throws IOException {
        String snapshot = line(1, "rest", "/fapi/v1/depth?symbol=AUSDT", snapshot(10));
        Path whole = journal("whole.jsonl", snapshot, line(2, delta(11)), line(3, delta(12)), line(4, delta(13)));
        Path odd = journal("odd.jsonl", line(2, delta(11)), line(4, delta(13)));
        Path even = journal("even.jsonl", snapshot, line(3, delta(12)));

        JsonObject ofOne = inspect(0, whole.toString());
        JsonObject ofTwo = inspect(0, odd.toString(), even.toString());

        assertThat(ofTwo.get("stateHash")).isEqualTo(ofOne.get("stateHash"));
        assertThat(ofTwo.get("books")).isEqualTo(ofOne.get("books"));
        assertThat(number(ofTwo.getAsJsonArray("books").get(0).getAsJsonObject(), "gaps"))
                .isZero();
    }

    @Test
    void givesADeskTheListingThatCameBeforeItsFirstChange() throws IOException {
        String listing = line(1, "rest", "/fapi/v1/exchangeInfo", LISTING.replace("\n", ""));

        JsonObject listed =
                inspect(0, journal("listed.jsonl", listing, line(2, delta(11))).toString());
        JsonObject unlisted =
                inspect(0, journal("unlisted.jsonl", line(2, delta(11))).toString());
        JsonObject onlyListed = inspect(0, journal("only.jsonl", listing).toString());

        assertThat(listed.get("stateHash")).isNotEqualTo(unlisted.get("stateHash"));
        assertThat(onlyListed.getAsJsonArray("books")).isEmpty();
        assertThat(onlyListed.getAsJsonArray("counts")).isEmpty();
    }

    @Test
    void reportsALostChangeAndABookThatIsNotInStep() throws IOException {
        Path journal = journal(
                "a.jsonl",
                line(1, "rest", "/fapi/v1/depth?symbol=AUSDT", snapshot(10)),
                line(2, delta(11)),
                line(4, delta(13)));

        JsonObject book =
                inspect(0, journal.toString()).getAsJsonArray("books").get(0).getAsJsonObject();

        assertThat(number(book, "gaps")).isEqualTo(1);
        assertThat(number(book, "resyncs")).isEqualTo(1);
        assertThat(book.getAsJsonObject("final").get("live").getAsBoolean()).isFalse();
        assertThat(number(book.getAsJsonObject("final"), "bidLevels")).isZero();
    }

    @Test
    void toleratesATornTail() throws IOException {
        Path capture = Captures.file("binance-usdm-btcusdt-20220811/capture.jsonl.gz");
        byte[] bytes = Files.readAllBytes(capture);
        Path torn = Files.write(folder.resolve("torn.jsonl.gz"), Arrays.copyOf(bytes, bytes.length / 2));

        JsonObject found = inspect(0, torn.toString());

        assertThat(found.get("truncatedTail").getAsBoolean()).isTrue();
        assertThat(number(found, "wholeFrames")).isBetween(100L, 1500L);
        assertThat(err.toString()).contains("torn.jsonl.gz");
    }

    @Test
    void printsWordsForPeople() throws IOException {
        Path journal = journal(
                "a.jsonl",
                line(1, "rest", "/fapi/v1/depth?symbol=AUSDT", snapshot(10)),
                line(2, delta(11)),
                line(3, "{\"e\":\"aggTrade\",\"s\":\"AUSDT\",\"a\":1,\"p\":\"5\",\"q\":\"1\",\"m\":true}"));

        assertThat(run(journal.toString(), "--depth", "1")).isZero();

        assertThat(out.toString())
                .contains("3 whole frames")
                .contains("binance:AUSDT book, in step")
                .contains("1 changes of which 1 applied and 0 stale; 0 gaps")
                .contains("1 trades, 0 liquidations")
                .containsPattern(" 2 +5 +6 +1\n");
    }

    @Test
    void refusesOptionsOutOfRange() throws IOException {
        String journal = journal("a.jsonl", line(1, delta(1))).toString();

        assertThat(run(journal, "--checkpoint", "0")).isEqualTo(2);
        assertThat(err.toString()).contains("--checkpoint must be 1 or more: 0");
        assertThat(run(journal, "--depth", "-1")).isEqualTo(2);
        assertThat(run()).isEqualTo(2);
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void failsOnAFileThatIsNoJournal() throws IOException {
        Path picture = Files.write(folder.resolve("picture.png"), new byte[] {(byte) 0x89, 'P', 'N', 'G'});

        assertThat(run(picture.toString(), "--json")).isEqualTo(1);
        assertThat(run(folder.resolve("absent.jsonl").toString(), "--json")).isEqualTo(1);

        assertThat(err.toString()).contains("picture.png").contains("absent.jsonl");
        assertThat(out.toString()).isEmpty();
    }

    private JsonObject inspect(int exit, String... arguments) {
        out.getBuffer().setLength(0);
        List<String> all = new ArrayList<>(List.of(arguments));
        all.add("--json");
        assertThat(run(all.toArray(String[]::new))).as("%s", err).isEqualTo(exit);
        return JsonParser.parseString(out.toString()).getAsJsonObject();
    }

    private int run(String... arguments) {
        return new CommandLine(new InspectCommand())
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }

    private Path journal(String name, String... lines) throws IOException {
        return Files.write(folder.resolve(name), List.of(lines));
    }

    private static String line(int millis, String raw) {
        return line(millis, "ws", "", raw);
    }

    private static String line(int millis, String dir, String topic, String raw) {
        JsonObject line = new JsonObject();
        line.addProperty("t", (1_795_273_200_000L + millis) * 1_000_000);
        line.addProperty("venue", "binance-usdm");
        line.addProperty("dir", dir);
        line.addProperty(dir.equals("ws") ? "topic" : "url", topic);
        line.addProperty("raw", raw);
        return line.toString();
    }

    private static String bybit(String venue, int millis, String type, long id) {
        String raw = "{\"topic\":\"orderbook.50.AUSDT\",\"type\":\"" + type + "\",\"ts\":1,\"data\":{\"s\":\"AUSDT\","
                + "\"b\":[[\"5.0\",\"" + id + "\"]],\"a\":[],\"u\":" + id + "}}";
        return line(millis, raw).replace("binance-usdm", venue);
    }

    private static String snapshot(long lastId) {
        return "{\"lastUpdateId\":" + lastId + ",\"bids\":[[\"5.0\",\"1\"]],\"asks\":[[\"6.0\",\"1\"]]}";
    }

    /** A change of one number, which raises the bid's size. */
    private static String delta(long id) {
        return "{\"e\":\"depthUpdate\",\"s\":\"AUSDT\",\"U\":" + id + ",\"u\":" + id + ",\"pu\":" + (id - 1)
                + ",\"b\":[[\"5.0\",\"" + (id - 9) + "\"]],\"a\":[]}";
    }
}
