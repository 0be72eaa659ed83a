package io.faultline.venue.dydx;

import static org.assertj.core.api.Assertions.assertThat;

import io.faultline.market.Frame;
import io.faultline.market.Venue;
import io.faultline.venue.Decoded;
import io.faultline.venue.FrameDecoding;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DydxDecoderTest {
    private final FrameDecoding decoding = Frames.decoding();
    private int messages;

    @Test
    void readsEveryKindOfFrame() throws IOException {
        List<String> read = new ArrayList<>();
        for (Frame frame : Frames.all()) {
            read.add(decoding.told(frame.kind(), frame.topic(), frame.text()));
        }

        assertThat(read)
                .containsExactly(
                        "OK",
                        "OK [snapshot BTC-USD @0 1 bids 80000=1.5 79999=2 asks 80001=0.7 80003=1, notice SUBSCRIBED public v4_orderbook:BTC-USD]",
                        "OK [delta BTC-USD @0 2..2 after 1 bids 80000=0 79998=0.25 asks 80002=0.5]",
                        "OK [delta BTC-USD @0 3..3 after 2 bids 80001.5=3 asks 80001=0]",
                        "OK [delta BTC-USD @0 4..4 after 3 bids 79990=4 80001.5=0 asks 80001.5=2]",
                        "OK [notice SUBSCRIBED public v4_trades:BTC-USD]",
                        "OK [trade BTC-USD @1790000000200 #7331840000819200 x1 BUY 80001*0.1, trade BTC-USD @1790000000500 #7331840002048000 x1 SELL 79999*0.5, liquidation BTC-USD @1790000000500 LONG AVERAGE_FILL 79999.0*0.50 LOWER_BOUND]",
                        "OK [trade BTC-USD @1790000001000 #7331840004096000 x1 BUY 80002*0.2, liquidation BTC-USD @1790000001000 SHORT AVERAGE_FILL 80002.0*0.20 LOWER_BOUND, trade BTC-USD @1790000001000 #7331840004096001 x1 BUY 80002*0.3]",
                        "OK [listing BTC-USD BTCUSDT BTC/USD tick 1 lot 0.0001 TRADING, terms BTC-USD 1 h DEFAULT null..null, tiers BTC-USD 2026-10-07 LIVE QUOTE (0..1000000000000 0.012/0.02 50x -0), mark BTC-USD @0 80000.5376 index null, funding BTC-USD @0 0.00001121875 at 1791403200000, open interest BTC-USD @1791399961300 753.7181, stats BTC-USD @0 volume 1292729.3605 open 79000.5376 last 80000.5376,"
                                + " listing OLD-USD OLDUSDT OLD/USD tick 1 lot 0.0001 CLOSED, terms OLD-USD 1 h DEFAULT null..null, tiers OLD-USD 2026-10-07 LIVE QUOTE (0..1000000000000 0.012/0.02 50x -0), funding OLD-USD @0 0 at 1791403200000, open interest OLD-USD @1791399961300 0,"
                                + " listing NEW-USD NEWUSDT NEW/USD tick 0.000001 lot 10 HALTED, terms NEW-USD 1 h DEFAULT null..null, tiers NEW-USD 2026-10-07 LIVE QUOTE (0..1000000000000 0.012/0.02 50x -0), mark NEW-USD @0 80000.5376 index null, funding NEW-USD @0 0.00001121875 at 1791403200000, open interest NEW-USD @1791399961300 753.7181, stats NEW-USD @0 volume 1292729.3605 open 80000.5376 last 80000.5376,"
                                + " notice SUBSCRIBED public v4_markets]",
                        "OK [funding BTC-USD @0 0.00006821875 at 1791403200000, listing NEW-USD NEWUSDT NEW/USD tick 0.000001 lot 10 TRADING, terms NEW-USD 1 h DEFAULT null..null]",
                        "OK [mark BTC-USD @1790000006330 80010.5 index null, mark ETH-USD @1790000006330 4000.25 index null]",
                        "OK [open interest BTC-USD @1790000006330 754, stats BTC-USD @0 volume 1300000 open 79010.5 last 80010.5]",
                        "IGNORED",
                        "OK",
                        "OK",
                        "OK [notice REFUSED public v4_orderbook:NOPE-USD: Invalid subscription id for channel: (v4_orderbook-NOPE-USD)]",
                        "OK [delta BTC-USD @0 17..17 after 16 bids 79998=1 asks, notice BROKEN public : message 16 is missing: 17 came]",
                        "OK [snapshot BTC-USD @0 4 bids 80000=0.6 asks 80010=3, notice SUBSCRIBED public v4_orderbook:BTC-USD]",
                        "OK",
                        "IGNORED",
                        "OK [listing BTC-USD BTCUSDT BTC/USD tick 1 lot 0.0001 TRADING, terms BTC-USD 1 h DEFAULT null..null, tiers BTC-USD 2026-09-21 LIVE QUOTE (0..1000000000000 0.012/0.02 50x -0), mark BTC-USD @0 80000.5376 index null, funding BTC-USD @0 0.00001121875 at 1790002800000, open interest BTC-USD @1790000006330 753.7181, stats BTC-USD @0 volume 1292729.3605 open 79000.5376 last 80000.5376]",
                        "OK [settled BTC-USD -0.00002 at 1789995600000, settled BTC-USD 0.00001 at 1789999200000]",
                        "OK [open interest BTC-USD @1789999500000 500, open interest BTC-USD @1789999800000 501.7424]",
                        "OK",
                        "IGNORED",
                        "IGNORED",
                        "OK [status ERROR rest ticker must be a valid ticker (BTC-USD, etc)]");
        assertThat(Venue.DYDX.hasIndicativeBook()).isTrue();
    }

    @Test
    void dropsAllOlderLevelsThatANewOneCrosses() {
        book("subscribed", level("100", "1"), level("101", "1") + "," + level("102", "2") + "," + level("105", "3"));
        book("channel_data", "[\"103\",\"1\"]", "");
        book("channel_data", "", "[\"102.5\",\"4\"]");
        assertThat(decoding.events())
                .containsExactly(
                        "snapshot X-USD @0 1 bids 100=1 asks 101=1 102=2 105=3",
                        "delta X-USD @0 2..2 after 1 bids 103=1 asks 101=0 102=0",
                        "delta X-USD @0 3..3 after 2 bids 103=0 asks 102.5=4");
    }

    @Test
    void setsLevelsOfOneMessageOffAgainstEachOther() {
        book("subscribed", level("103", "1") + "," + level("102", "5"), level("101", "3") + "," + level("102", "3"));
        assertThat(decoding.events()).containsExactly("snapshot X-USD @0 1 bids asks");
    }

    @Test
    void beginsTheBookAnewWithAFreshSubscription() {
        book("subscribed", level("100", "1"), level("101", "1"));
        book("subscribed", level("90", "1"), "");
        book("channel_data", "", "[\"95\",\"1\"]");
        assertThat(decoding.events())
                .containsExactly(
                        "snapshot X-USD @0 1 bids 100=1 asks 101=1",
                        "snapshot X-USD @0 2 bids 90=1 asks",
                        "delta X-USD @0 3..3 after 2 bids asks 95=1");
    }

    @Test
    void keepsTheBookWhenMoreDecimalsCome() {
        book("subscribed", level("100", "1"), level("101", "1"));
        book("channel_data", "[\"100.255\",\"0.001\"]", "");
        book("channel_data", "", "[\"100\",\"7\"]");
        assertThat(decoding.events())
                .containsExactly(
                        "snapshot X-USD @0 1 bids 100=1 asks 101=1",
                        "delta X-USD @0 2..2 after 1 bids 100.255=0.001 asks",
                        "delta X-USD @0 3..3 after 2 bids 100.255=0 100=0 asks 100=7");
    }

    @Test
    void leavesMarketsAloneWhoseNamesHoldAddresses() {
        book("subscribed", level("100", "1"), "");
        decoding.events();
        assertThat(decoding.stream("{\"type\":\"channel_data\",\"connection_id\":\"c\",\"message_id\":" + ++messages
                        + ",\"channel\":\"v4_orderbook\",\"id\":\"COIN,RAYDIUM,9BB6NFECJBCTNNLFKO2FQVQBQ8HHM13KCYYCDQBGPUMP"
                        + "-USD\",\"contents\":{\"bids\":[[\"1\",\"1\"]]}}"))
                .isEqualTo(Decoded.IGNORED);
        book("channel_data", "", "[\"101\",\"1\"]");
        assertThat(decoding.events()).containsExactly("delta X-USD @0 3..3 after 1 bids asks 101=1");
    }

    @Test
    void takesAMessageOnlyOnce() {
        book("subscribed", level("100", "1"), level("101", "1"));
        book("channel_data", "[\"100\",\"2\"]", "");
        messages--;
        book("channel_data", "[\"100\",\"3\"]", "");
        assertThat(decoding.events())
                .containsExactly(
                        "snapshot X-USD @0 1 bids 100=1 asks 101=1", "delta X-USD @0 2..2 after 1 bids 100=2 asks");
    }

    @Test
    void losesEveryBookOfTheConnectionWithAMissingMessage() {
        book("subscribed", level("100", "1"), level("101", "1"));
        messages++;
        decoding.stream("{\"type\":\"pong\",\"connection_id\":\"c\",\"message_id\":" + ++messages + "}");
        book("channel_data", "[\"100\",\"2\"]", "");
        assertThat(decoding.events())
                .containsExactly(
                        "snapshot X-USD @0 1 bids 100=1 asks 101=1",
                        "notice BROKEN public : message 2 is missing: 3 came",
                        "delta X-USD @0 4..4 after 3 bids 100=2 asks");
    }

    @Test
    void takesAFrameThatItCannotReadForAMissingMessage() {
        book("subscribed", level("100", "1"), level("101", "1"));
        book("channel_data", "[\"100\",\"-2\"]", "");
        book("channel_data", "[\"100\",\"2\"]", "");
        assertThat(decoding.events())
                .contains(
                        "delta X-USD @0 3..3 after 2 bids 100=2 asks",
                        "notice BROKEN public : message 2 is missing: 3 came");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "|stream frame: expected an object, found the end of the text at offset 0",
                "<html>|stream frame: expected an object, found '<' at offset 0",
                "{'type':'channel_data','channel':'v4_orderbook','id':'X-USD'}|v4_orderbook: missing field contents at offset 61, near field id",
                "{'type':'channel_data','channel':'v4_orderbook','contents':{}}|v4_orderbook: missing field id at offset 62, near field contents",
                "{'type':'subscribed','channel':'v4_orderbook','id':'X','contents':{'bids':[{'price':'1'}]}}|v4_orderbook: a level without size at offset 88, near field price",
                "{'type':'channel_data','channel':'v4_trades','id':'X','contents':{}}|v4_trades: missing field trades at offset 67, near field contents",
                "{'type':'channel_data','channel':'v4_trades','id':'X','contents':{'trades':[{'id':'1','side':'BUY','size':'1','price':'1','createdAt':'today'}]}}|v4_trades: not a time at offset 141, near field createdAt",
                "{'type':'channel_data','channel':'v4_markets','contents':{'trading':{'X-USD':{'openInterest':'-1'}}}}|v4_markets: a negative number at offset 97, near field openInterest"
            })
    void refusesABadStreamFrame(String frame, String reason) {
        Decoded decoded = decoding.stream(frame == null ? "" : frame.replace('\'', '"'));

        assertThat(decoded).isEqualTo(new Decoded.Undecodable(reason));
        assertThat(decoding.events()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "/v4/time|<html>|/v4/time: expected an object, found '<' at offset 0",
                "/v4/historicalFunding/X-USD|{}|/v4/historicalFunding/X-USD: missing field historicalFunding at offset 2",
                "/v4/historicalFunding/X-USD|{'historicalFunding':[{'rate':'1'}]}|/v4/historicalFunding/X-USD: missing field effectiveAt at offset 34, near field rate"
            })
    void refusesABadBody(String url, String body, String reason) {
        assertThat(decoding.rest(url, body.replace('\'', '"'))).isEqualTo(new Decoded.Undecodable(reason));
        assertThat(decoding.events()).isEmpty();
    }

    private static String level(String price, String size) {
        return "{\"price\":\"" + price + "\",\"size\":\"" + size + "\"}";
    }

    private void book(String type, String bids, String asks) {
        decoding.stream("{\"type\":\"" + type + "\",\"connection_id\":\"c\",\"message_id\":" + ++messages
                + ",\"channel\":\"v4_orderbook\",\"id\":\"X-USD\",\"contents\":{\"bids\":[" + bids + "],\"asks\":["
                + asks
                + "]}}");
        decoding.forget("notice SUBSCRIBED");
    }
}
