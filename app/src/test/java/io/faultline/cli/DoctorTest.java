package io.faultline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.faultline.market.Topic;
import io.faultline.market.Venue;
import io.faultline.practice.Fault;
import io.faultline.practice.PracticeExchange;
import io.faultline.practice.PracticeSettings;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(90)
class DoctorTest {
    private static final List<Venue> FOUR = List.of(Venue.BINANCE, Venue.BYBIT, Venue.OKX, Venue.BITGET);

    private final PracticeExchange exchange = PracticeExchange.start(PracticeSettings.of(5, FOUR, List.of("BTCUSDT")));
    private final StringWriter out = new StringWriter();
    private int exit;

    DoctorTest() throws IOException {}

    @AfterEach
    void closeTheExchange() {
        exchange.close();
    }

    @Test
    void findsAllWellOnAHealthyExchange() {
        JsonObject result = doctorJson("20s");

        assertThat(exit).isZero();
        assertThat(result.getAsJsonArray("venues")).hasSize(4);
        for (Venue venue : FOUR) {
            List<String> names = new ArrayList<>();
            for (JsonElement step : steps(result, venue)) {
                assertThat(step.getAsJsonObject().get("ok").getAsBoolean())
                        .as(venue + " " + step)
                        .isTrue();
                names.add(step.getAsJsonObject().get("step").getAsString());
            }
            assertThat(names)
                    .contains("dns", "rest", "socket", "snapshot", "book", "trades", "funding", "open-interest");
        }
    }

    @Test
    void printsATableForPeople() {
        run("doctor", "--for", "20s");

        assertThat(out.toString()).contains("Binance", "Bybit", "OKX", "Bitget");
        assertThat(out.toString().lines().filter(line -> line.startsWith("  ok ")))
                .hasSizeGreaterThan(20);
        assertThat(out.toString()).doesNotContain("FAIL");
    }

    @Test
    void saysWhichVenueRefusesAndThatTheOthersAreWell() {
        try (var refused = exchange.faults(Venue.OKX).start(new Fault.ConnectionRefused())) {
            JsonObject result = doctorJson("6s");

            assertThat(refused.fault()).isNotNull();
            assertThat(exit).isEqualTo(1);
            assertThat(step(result, Venue.OKX, "rest").get("ok").getAsBoolean()).isFalse();
            assertThat(step(result, Venue.OKX, "rest").get("detail").getAsString())
                    .contains("cannot connect");
            assertThat(step(result, Venue.OKX, "snapshot").get("ok").getAsBoolean())
                    .isFalse();
            assertThat(step(result, Venue.BYBIT, "snapshot").get("ok").getAsBoolean())
                    .isTrue();
        }
    }

    @Test
    void saysWhatTheVenueSaysWhenItBlocksThisPlace() {
        try (var blocked = exchange.faults(Venue.BINANCE).start(new Fault.Refused(451, Duration.ZERO))) {
            JsonObject result = doctorJson("4s");

            assertThat(blocked.fault()).isNotNull();
            assertThat(step(result, Venue.BINANCE, "rest").get("detail").getAsString())
                    .contains("blocked");
        }
    }

    @Test
    void namesTheTopicThatStaysSilent() {
        try (var silence = exchange.faults(Venue.BYBIT).start(new Fault.Silence("BTCUSDT", Topic.TRADES))) {
            JsonObject result = doctorJson("8s");

            assertThat(silence.fault()).isNotNull();
            assertThat(exit).isEqualTo(1);
            assertThat(step(result, Venue.BYBIT, "trades").get("ok").getAsBoolean())
                    .isFalse();
            assertThat(step(result, Venue.BYBIT, "trades").get("detail").getAsString())
                    .isEqualTo("nothing came");
            assertThat(step(result, Venue.BYBIT, "book").get("ok").getAsBoolean())
                    .isTrue();
        }
    }

    private JsonObject doctorJson(String patience) {
        run("doctor", "--json", "--for", patience);
        return JsonParser.parseString(out.toString()).getAsJsonObject();
    }

    private void run(String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(PracticeVenues.options(exchange));
        exit = Faultline.run(new PrintWriter(out), new PrintWriter(new StringWriter()), all.toArray(new String[0]));
    }

    private static Iterable<JsonElement> steps(JsonObject result, Venue venue) {
        for (JsonElement each : result.getAsJsonArray("venues")) {
            if (each.getAsJsonObject().get("venue").getAsString().equals(venue.id())) {
                return each.getAsJsonObject().getAsJsonArray("steps");
            }
        }
        throw new AssertionError("no " + venue + " in " + result);
    }

    private static JsonObject step(JsonObject result, Venue venue, String name) {
        for (JsonElement step : steps(result, venue)) {
            if (step.getAsJsonObject().get("step").getAsString().equals(name)) {
                return step.getAsJsonObject();
            }
        }
        throw new AssertionError("no step " + name + " of " + venue + " in " + result);
    }
}
