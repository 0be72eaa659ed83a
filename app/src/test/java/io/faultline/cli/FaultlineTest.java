package io.faultline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.faultline.journal.JournalReader;
import io.faultline.market.Frame;
import io.faultline.practice.LoopbackExchange;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The command line: exit codes, messages and output, with no window. */
class FaultlineTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    private Path folder = Path.of("");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "--nonsense | Unknown option",
                "--size 400x300 | is not between 1024x640",
                "--size big | is no size such as 1920x1080",
                "--after soon | is no duration such as 20s",
                "--window 1s | is not between 10s and 31d",
                "--layer heat | expected one of [DEPTH, CUMULATIVE, FEED, TIERS, VENUES, DELTA, MAP]",
                "--venues binance,kraken | 'kraken' is not spoken; spoken: binance",
                "--venues , | --venues: none given",
                "--symbol BTC/USDT | is no symbol such as BTCUSDT",
                "--binance-endpoints ftp://x,ws://y | is not http(s)://HOST,ws(s)://HOST",
                "--size 10x10 | is not between 1024x640",
                "replay x --speed 0 | --speed must be from 1 to 100: 0.0",
                "replay x --speed NaN | --speed must be from 1 to 100: NaN",
                "replay x --speed 1000 | --speed must be from 1 to 100: 1000.0",
                "replay x --at noon | 'noon' is no time such as 2024-08-08T23:56:00Z",
                "replay x --venues kraken | 'kraken' is not spoken; spoken: binance",
                "replay | Missing required parameter",
                "record | Missing required option",
                "record --out x --for later | is no duration such as 20s",
            })
    void answersAWrongCommandLineWithTwoAndWhatIsWrong(String arguments, String message) {
        assertThat(run(arguments.split(" "))).isEqualTo(2);
        assertThat(err.toString()).contains(message);
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void refusesAHomeThatIsAFileOrNothing() throws IOException {
        Path file = Files.writeString(folder.resolve("letter.txt"), "Dear trader");

        assertThat(run("practice", "--home", file.toString())).isEqualTo(2);
        assertThat(err.toString()).contains("'--home'", "letter.txt' is a file, not a folder");
        assertThat(run("--home", "")).isEqualTo(2);
        assertThat(err.toString()).contains("'' is no folder");
        assertThat(file).hasContent("Dear trader");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "inspect ",
                "replay ",
                "record --out ",
                "evaluate --history ",
                "scenario cascade --out ",
                "practice --screenshot ",
                "practice --panels "
            })
    void takesAnEmptyNameForNoFileAndNotForTheFolderThatItStandsIn(String arguments) {
        assertThat(run(arguments.split(" ", -1))).isEqualTo(2);
        assertThat(err.toString()).contains("'' is no name of a file");
    }

    @Test
    void takesANameThatBeginsWithAnAtSignForAName() {
        assertThat(run("inspect", "@letters")).isEqualTo(1);
        assertThat(err.toString()).contains("@letters: no such file");
    }

    @Test
    void saysWhichFileStandsWhereTheJournalsFolderMustBe() throws IOException {
        Path file = Files.writeString(folder.resolve("letter.txt"), "Dear trader");
        Path out = file.resolve("journal.jsonl.gz");

        assertThat(run("record", "--out", out.toString(), "--for", "1s")).isEqualTo(1);
        assertThat(err.toString()).contains(out + ": cannot be made: " + file + " is a file, not a folder");
    }

    @Test
    void answersAFileThatIsNoJournalWithOneAndItsName() throws IOException {
        Path file = Files.writeString(folder.resolve("letter.txt"), "Dear trader, this is no journal at all.");

        assertThat(run("replay", file.toString())).isEqualTo(1);
        assertThat(err.toString()).startsWith("faultline: ").contains("letter.txt");
    }

    @Test
    void answersAMissingFileWithOneAndItsName() {
        assertThat(run("replay", folder.resolve("none.jsonl.gz").toString())).isEqualTo(1);
        assertThat(err.toString()).startsWith("faultline: ").contains("none.jsonl.gz");
    }

    @Test
    void hasHelpForEveryCommand() {
        for (String command : List.of("replay", "record", "inspect", "doctor", "bench")) {
            assertThat(run(command, "--help")).as(command).isZero();
        }
        assertThat(run("--help")).isZero();
        assertThat(out.toString()).contains("--screenshot", "--symbol", "replay", "record", "inspect");
    }

    @Test
    void recordsForTheTimeAskedAndSaysWhatItWrote() throws IOException {
        Path journal = folder.resolve("journal.jsonl.gz");
        try (LoopbackExchange exchange = LoopbackExchange.generated(3, Duration.ofMillis(20), "BTCUSDT")) {
            int code = run(
                    "record", "--out", journal.toString(), "--for", "3s", "--binance-endpoints", endpoints(exchange));

            assertThat(code).as(err.toString()).isZero();
        }
        assertThat(err.toString()).contains("recording BTCUSDT", ": " + Files.size(journal) + " bytes, 0 frames lost");
        assertThat(kinds(journal)).contains(Frame.Kind.REST, Frame.Kind.WS, Frame.Kind.WS_OPEN);
    }

    @Test
    void refusesToRecordOverAFile() throws IOException {
        Path journal = Files.writeString(folder.resolve("taken.jsonl.gz"), "mine");

        assertThat(run("record", "--out", journal.toString(), "--for", "1s")).isEqualTo(1);
        assertThat(err.toString()).contains("taken.jsonl.gz", "nothing is overwritten");
        assertThat(journal).hasContent("mine");
    }

    @Test
    void saysThatNothingCameWhenNoVenueAnswers() throws IOException {
        Path journal = folder.resolve("silence.jsonl.gz");

        int code = run("record", "--out", journal.toString(), "--for", "1s", "--binance-endpoints", nobody());

        assertThat(code).isEqualTo(1);
        assertThat(err.toString()).contains("no venue sent any market data", "cannot connect");
    }

    @Test
    void checksEveryStepBetweenHereAndAVenue() throws IOException {
        try (LoopbackExchange exchange = LoopbackExchange.generated(3, Duration.ofMillis(20), "BTCUSDT")) {
            run("doctor", "--json", "--for", "10s", "--binance-endpoints", endpoints(exchange));
        }

        JsonObject venue = JsonParser.parseString(out.toString())
                .getAsJsonObject()
                .getAsJsonArray("venues")
                .get(0)
                .getAsJsonObject();
        assertThat(venue.get("venue").getAsString()).isEqualTo("binance");
        for (String step : List.of("dns", "rest", "socket", "snapshot", "book", "trades", "mark-and-index")) {
            assertThat(isWell(venue, step)).as("%s in %s", step, venue).isTrue();
        }
    }

    @Test
    void saysAtWhichStepAVenueFails() throws IOException {
        int code = run("doctor", "--for", "1s", "--binance-endpoints", nobody());

        assertThat(code).isEqualTo(1);
        assertThat(out.toString())
                .contains("ok   dns", "FAIL rest", "FAIL snapshot")
                .doesNotContain(" ms  \n");
        assertThat(err.toString()).startsWith("faultline: Binance fails at ");
    }

    private int run(String... arguments) {
        return Faultline.run(new PrintWriter(out), new PrintWriter(err), arguments);
    }

    private static boolean isWell(JsonObject venue, String step) {
        for (var row : venue.getAsJsonArray("steps")) {
            if (row.getAsJsonObject().get("step").getAsString().equals(step)) {
                return row.getAsJsonObject().get("ok").getAsBoolean();
            }
        }
        return false;
    }

    private static List<Frame.Kind> kinds(Path journal) throws IOException {
        List<Frame.Kind> kinds = new ArrayList<>();
        try (JournalReader reader = JournalReader.open(List.of(journal))) {
            for (Frame frame = reader.next(); frame != null; frame = reader.next()) {
                kinds.add(frame.kind());
            }
        }
        return kinds;
    }

    private static String endpoints(LoopbackExchange exchange) {
        return exchange.rest() + "," + exchange.websocket();
    }

    /** A port on which nobody listens any more. */
    private static String nobody() throws IOException {
        URI rest;
        URI socket;
        try (LoopbackExchange exchange = LoopbackExchange.generated(3, Duration.ofMillis(20), "BTCUSDT")) {
            rest = exchange.rest();
            socket = exchange.websocket();
        }
        return rest + "," + socket;
    }
}
