package io.faultline.practice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.faultline.market.Topic;
import io.faultline.market.Venue;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import javax.net.ssl.SSLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each fault as a client of any kind sees it; what the app makes of them is tested with its feeds. */
@Timeout(60)
class VenueFaultsTest {
    private static final String BTC = "BTCUSDT";

    private final PracticeExchange exchange;

    VenueFaultsTest() throws IOException {
        exchange = PracticeExchange.start(settings());
    }

    private static PracticeSettings settings() {
        return PracticeSettings.of(21, List.of(Venue.values()), List.of(BTC, "ETHUSDT"))
                .withMessagesPerSecond(100)
                .withLevels(200);
    }

    @AfterEach
    void close() {
        exchange.close();
    }

    private URI socket(Venue venue) {
        return exchange.websocket(venue)
                .resolve(
                        switch (venue) {
                            case BINANCE -> "/public/stream";
                            case BYBIT -> "/v5/public/linear";
                            case OKX -> "/ws/v5/public";
                            case BITGET -> "/v3/ws/public";
                            case DYDX -> "/v4/ws";
                        });
    }

    private URI time(Venue venue) {
        return exchange.rest(venue)
                .resolve(
                        switch (venue) {
                            case BINANCE -> "/fapi/v1/time";
                            case BYBIT -> "/v5/market/time";
                            case OKX -> "/api/v5/public/time";
                            case BITGET -> "/api/v3/public/time";
                            case DYDX -> "/v4/time";
                        });
    }

    /** A client that has subscribed to the book of BTC and has heard of it. */
    private Client listening(Venue venue) {
        Client client = new Client(socket(venue));
        client.say(subscription(venue));
        Client.until(() -> updates(client) > 3);
        return client;
    }

    private static String subscription(Venue venue) {
        return switch (venue) {
            case BINANCE -> "{\"method\":\"SUBSCRIBE\",\"params\":[\"btcusdt@depth@100ms\"],\"id\":1}";
            case BYBIT -> "{\"op\":\"subscribe\",\"args\":[\"orderbook.1000.BTCUSDT\"]}";
            case OKX ->
                "{\"op\":\"subscribe\",\"args\":[{\"channel\":\"books\",\"instId\":\"BTC-USDT-SWAP\"},"
                        + "{\"channel\":\"status\"}]}";
            case BITGET ->
                "{\"op\":\"subscribe\",\"args\":[{\"instType\":\"usdt-futures\",\"topic\":\"books\","
                        + "\"symbol\":\"BTCUSDT\"}]}";
            case DYDX -> "{\"type\":\"subscribe\",\"channel\":\"v4_orderbook\",\"id\":\"BTC-USD\"}";
        };
    }

    private static long updates(Client client) {
        return client.heard().stream()
                .filter(text -> text.contains("depthUpdate")
                        || text.contains("\"delta\"")
                        || text.contains("\"update\"")
                        || text.contains("channel_data"))
                .count();
    }

    private static void untilMore(Client client) {
        long before = updates(client);
        Client.until(() -> updates(client) > before + 3);
    }

    private VenueFaults.Running start(Venue venue, Fault fault) {
        return exchange.faults(venue).start(fault);
    }

    @ParameterizedTest
    @EnumSource
    void nobodyListensUntilTheEnd(Venue venue) throws Exception {
        try (Client client = listening(venue)) {
            VenueFaults.Running refused = start(venue, new Fault.ConnectionRefused());
            Client.until(() -> !client.ended().isEmpty());
            assertThatThrownBy(() -> new Client(socket(venue))).isInstanceOf(IllegalStateException.class);
            assertThatThrownBy(() -> Client.get(time(venue))).isInstanceOf(IOException.class);
            refused.end();
            assertThat(Client.get(time(venue)).statusCode()).isEqualTo(200);
            listening(venue).close();
        }
    }

    @ParameterizedTest
    @EnumSource
    void resetsInTheMiddleOfAFrame(Venue venue) {
        try (Client client = listening(venue)) {
            start(venue, new Fault.ResetMidFrame()).end();
            Client.until(() -> client.ended().equals("error"));
        }
    }

    @Test
    void saysNothingMoreOnHalfOpenSocketsAndEverythingOnNewOnes() {
        try (Client client = listening(Venue.OKX)) {
            start(Venue.OKX, new Fault.HalfOpen());
            try (Client next = listening(Venue.OKX)) {
                long heard = client.heard().size();
                client.say("ping");
                untilMore(next);
                assertThat((long) client.heard().size()).isBetween(heard, heard + 2);
                assertThat(client.ended()).isEmpty();
            }
        }
    }

    @Test
    void sendsByteByByte() {
        try (Client client = listening(Venue.BYBIT)) {
            VenueFaults.Running slow = start(Venue.BYBIT, new Fault.SlowSockets(Duration.ofMillis(2)));
            long before = updates(client);
            long told = exchange.book(Venue.BYBIT, BTC).lastId();
            Client.until(() -> exchange.book(Venue.BYBIT, BTC).lastId() > told + 60);
            assertThat(updates(client)).isLessThan(before + 40);
            slow.end();
            Client.until(() -> updates(client) > before + 60);
        }
    }

    @ParameterizedTest
    @EnumSource
    void answersSubscriptionsWithTheVenuesError(Venue venue) {
        VenueFaults.Running refused = start(venue, new Fault.SubscriptionRefused(BTC, Topic.BOOK));
        try (Client client = new Client(socket(venue))) {
            client.say(subscription(venue));
            String error = client.untilHeard(text -> text.contains("error"));
            assertThat(error)
                    .contains(
                            switch (venue) {
                                case BINANCE -> "\"error\":{\"code\":2";
                                case BYBIT -> "error:handler not found,topic:orderbook.1000.BTCUSDT";
                                case OKX -> "60018";
                                case BITGET -> "30001";
                                case DYDX -> "\"type\":\"error\"";
                            });
            assertThat(updates(client)).isZero();
            refused.end();
            client.say(subscription(venue));
            untilMore(client);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"BYBIT", "OKX", "BITGET"})
    void bringsNoSnapshotButUpdates(Venue venue) {
        VenueFaults.Running none = start(venue, new Fault.NoSnapshots(BTC));
        try (Client client = listening(venue)) {
            assertThat(client.heard()).noneMatch(text -> text.contains("\"snapshot\""));
        }
        none.end();
        try (Client client = listening(venue)) {
            client.untilHeard(text -> text.contains("\"snapshot\""));
        }
    }

    @ParameterizedTest
    @EnumSource
    void isSilentOnOneTopic(Venue venue) {
        try (Client client = listening(venue)) {
            VenueFaults.Running silence = start(venue, new Fault.Silence(BTC, Topic.BOOK));
            long before = updates(client);
            long told = exchange.book(venue, BTC).lastId();
            Client.until(() -> exchange.book(venue, BTC).lastId()
                    > told + (venue == Venue.BYBIT || venue == Venue.DYDX ? 30 : 500));
            assertThat(updates(client)).isLessThanOrEqualTo(before + 10); // some were on their way
            silence.end();
            untilMore(client);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"BYBIT", "OKX", "BITGET"})
    void leavesTextPingsUnanswered(Venue venue) {
        String ping = venue == Venue.BYBIT ? "{\"op\":\"ping\"}" : "ping";
        exchange.faults(venue).wire().pingsUnanswered(true);
        try (Client client = listening(venue)) {
            client.say(ping);
            untilMore(client);
            assertThat(client.heard()).noneMatch(text -> text.contains("pong"));
            exchange.faults(venue).wire().pingsUnanswered(false);
            client.say(ping);
            client.untilHeard(text -> text.contains("pong"));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {403, 418, 429, 451})
    void refusesRequestsAndSocketsInTheVenuesWords(int status) throws Exception {
        for (Venue venue : Venue.values()) {
            VenueFaults.Running refused = start(venue, new Fault.Refused(status, Duration.ofSeconds(7)));
            HttpResponse<String> answer = Client.get(time(venue));
            assertThat(answer.statusCode()).isEqualTo(status);
            assertThat(answer.headers().firstValue("Retry-After")).contains("7");
            assertThat(answer.body()).isNotEmpty();
            assertThatThrownBy(() -> new Client(socket(venue))).isInstanceOf(IllegalStateException.class);
            refused.end();
            assertThat(Client.get(time(venue)).statusCode()).isEqualTo(200);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 1})
    void setsTheVenuesClockWrong(int hours) throws Exception {
        VenueFaults.Running skew = start(Venue.BINANCE, new Fault.ClockSkew(Duration.ofHours(hours)));
        assertThat(serverTime() - System.currentTimeMillis())
                .isBetween(hours * 3_600_000L - 5_000, hours * 3_600_000L + 5_000);
        skew.end();
        assertThat(serverTime() - System.currentTimeMillis()).isBetween(-5_000L, 5_000L);
    }

    @Test
    void movesNoPriceWithAWrongClock() throws Exception {
        double before = mark();
        start(Venue.BINANCE, new Fault.ClockSkew(Duration.ofHours(1)));
        assertThat(mark() / before).isBetween(0.9995, 1.0005);
    }

    private double mark() throws IOException, InterruptedException {
        URI uri = exchange.rest(Venue.BINANCE).resolve("/fapi/v1/premiumIndex?symbol=BTCUSDT");
        return JsonParser.parseString(Client.get(uri).body())
                .getAsJsonObject()
                .get("markPrice")
                .getAsDouble();
    }

    private long serverTime() throws IOException, InterruptedException {
        return JsonParser.parseString(Client.get(time(Venue.BINANCE)).body())
                .getAsJsonObject()
                .get("serverTime")
                .getAsLong();
    }

    @Test
    void closesAContractAndListsItAgain() throws Exception {
        VenueFaults.Running delisted = start(Venue.OKX, new Fault.Delisted(BTC));
        assertThat(instrument().get("state").getAsString()).isEqualTo("suspend");
        long told = exchange.book(Venue.OKX, BTC).lastId();
        long other = exchange.book(Venue.OKX, "ETHUSDT").lastId();
        Client.until(() -> exchange.book(Venue.OKX, "ETHUSDT").lastId() > other + 100);
        assertThat(exchange.book(Venue.OKX, BTC).lastId()).isEqualTo(told);
        delisted.end();
        assertThat(instrument().get("state").getAsString()).isEqualTo("live");
        Client.until(() -> exchange.book(Venue.OKX, BTC).lastId() > told);
    }

    @Test
    void refinesTheTickAndRestoresIt() throws Exception {
        VenueFaults.Running changed = start(Venue.OKX, new Fault.TickChanged(BTC));
        assertThat(instrument().get("tickSz").getAsString()).isEqualTo("0.01");
        TrueBook book = exchange.book(Venue.OKX, BTC);
        Client.until(
                () -> book.listing(book.lastId(), 50).lines().anyMatch(level -> level.matches("\\d+\\.\\d\\d .*")));
        changed.end();
        assertThat(instrument().get("tickSz").getAsString()).isEqualTo("0.1");
        assertThat(book.listing(book.lastId(), Integer.MAX_VALUE).lines())
                .noneMatch(level -> level.matches("\\d+\\.\\d\\d .*"));
    }

    private JsonObject instrument() throws IOException, InterruptedException {
        URI uri = exchange.rest(Venue.OKX).resolve("/api/v5/public/instruments?instType=SWAP");
        return JsonParser.parseString(Client.get(uri).body())
                .getAsJsonObject()
                .getAsJsonArray("data")
                .get(0)
                .getAsJsonObject();
    }

    @Test
    void warnsOfMaintenanceOnOkxAndClosesAtTheEnd() {
        try (Client client = listening(Venue.OKX)) {
            VenueFaults.Running maintenance = start(Venue.OKX, new Fault.Maintenance());
            client.untilHeard(text -> text.contains("\"channel\":\"status\"") && text.contains("ongoing"));
            client.untilHeard(text -> text.contains("64008"));
            untilMore(client);
            maintenance.end();
            client.untilHeard(text -> text.contains("completed"));
            Client.until(() -> client.ended().startsWith("1001"));
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"BINANCE", "BYBIT", "BITGET", "DYDX"})
    void saysGoodbyeBeforeMaintenance(Venue venue) throws Exception {
        try (Client client = listening(venue)) {
            VenueFaults.Running maintenance = start(venue, new Fault.Maintenance());
            Client.until(() -> client.ended().equals("1001 going down for maintenance"));
            assertThat(Client.get(time(venue)).statusCode()).isEqualTo(503);
            maintenance.end();
            assertThat(Client.get(time(venue)).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void sendsAWrongChecksumOnce() {
        try (Client client = listening(Venue.OKX)) {
            start(Venue.OKX, new Fault.WrongChecksum(BTC)).end();
            client.untilHeard(text -> text.contains("\"checksum\":1,"));
            untilMore(client);
            assertThat(client.heard().stream().filter(text -> text.contains("\"checksum\":1,")))
                    .hasSize(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void sendsFramesThatCannotBeRead(BadFrameKind kind) {
        try (Client client = listening(Venue.BITGET)) {
            start(Venue.BITGET, new Fault.BadFrame(BTC, kind)).end();
            client.untilHeard(text -> text.equals(kind.text()));
            untilMore(client);
        }
    }

    @ParameterizedTest
    @EnumSource
    void failsInTls(BrokenTls.Kind kind) throws IOException {
        try (BrokenTls tls = BrokenTls.open(kind)) {
            assertThatThrownBy(() -> Client.get(tls.rest())).isInstanceOf(SSLException.class);
            assertThatThrownBy(() -> new Client(tls.websocket())).isInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    void cutsClientsThatGiveNoSignOfLifeAndPingsThemWhereTheVenueDoes() throws IOException {
        try (PracticeExchange hasty = PracticeExchange.start(settings().withPatienceDivisor(60));
                Client bitget = new Client(hasty.websocket(Venue.BITGET).resolve("/v3/ws/public"));
                Client dydx = new Client(hasty.websocket(Venue.DYDX).resolve("/v4/ws"))) {
            Client.until(() -> !bitget.ended().isEmpty());
            Client.until(dydx::pinged);
        }
    }

    @Test
    void makesTheSameFaultsOfTheSameSeed() {
        List<String> first = scheduled();
        assertThat(first).isEqualTo(scheduled()).hasSizeGreaterThan(12);
        assertThat(first.stream().filter(line -> line.contains("begins"))).hasSizeGreaterThan(6);
    }

    private List<String> scheduled() {
        List<String> log = new CopyOnWriteArrayList<>();
        try (FaultSchedule schedule = new FaultSchedule(
                exchange,
                4,
                incident -> !(incident.fault() instanceof Fault.Delisted),
                Duration.ofMillis(40),
                Duration.ofMillis(20),
                log::add)) {
            Client.until(() -> schedule.begun() >= 12);
        }
        return new ArrayList<>(log).subList(0, 14);
    }

    @Test
    void leavesNoThreadBehind() throws IOException {
        Set<String> before = threads();
        PracticeExchange another = PracticeExchange.start(settings());
        another.faults(Venue.BYBIT).start(new Fault.HalfOpen());
        another.close();
        Client.until(() -> before.containsAll(threads()));
    }

    private static Set<String> threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .map(Thread::getName)
                .filter(name -> name.startsWith("practice-"))
                .collect(Collectors.toSet());
    }
}
