package io.faultline.venue.bitget;

import static org.assertj.core.api.Assertions.assertThat;

import io.faultline.market.Venue;
import io.faultline.venue.CapturedFrames;
import java.io.IOException;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** Frames that others recorded, or copied from the venue's documents; what they mean is written out here. */
class BitgetCapturedFramesTest {
    @Test
    void readsTheFramesOfTheProtocolSheet() throws IOException {
        assertThat(CapturedFrames.told(
                        CapturedFrames.ofSheet("bitget", name -> "/api/v3/market/instruments?category=USDT-FUTURES"),
                        Frames.decoding()))
                .containsExactly(
                        "sub: IGNORED",
                        "ack: OK [notice SUBSCRIBED public books:BTCUSDT]",
                        "error: OK [notice REFUSED public bookz:BTCUSDT: channel does not exist (code 30001)]",
                        "ping: IGNORED",
                        "pong: OK",
                        "books_snapshot: OK [snapshot BTCUSDT @1777362657614 483814309734 bids 76742.8=2.8986 76742.7=0.0001 asks 76742.9=4.2465 76743=0.0001]",
                        "books_update: OK [delta BTCUSDT @1777358880000 483415085712..483415085712 after 483415077719 bids 76598.9=0.0783 76596.4=0 asks 76642=0 76642.1=0]",
                        "trade: OK [trade BTCUSDT @1777358881008 #1432912492051054592 x1 BUY 76631.3*0.01]",
                        "trade_history_snapshot: OK",
                        "ticker: OK [mark BTCUSDT @1777358880084 76631.3 index 76671.4381686055379793, funding BTCUSDT @1777358880084 -0.00003 at 1777363200000, open interest BTCUSDT @1777358880084 29539.3825, stats BTCUSDT @1777358880084 volume 2914473798.93323 open 77641 last 76631.3]",
                        "liquidation: OK [liquidation APEUSDT @1777358886549 LONG LIQUIDATION 0.1649*83.1 LOWER_BOUND, liquidation IPUSDT @1777358876983 LONG LIQUIDATION 0.500280739469*286.5 LOWER_BOUND]",
                        "rest_instruments: OK [listing BTCUSDT BTCUSDT BTC/USDT tick 0.1 lot 0.0001 TRADING, terms BTCUSDT 8 h PUBLISHED null..null]");
    }

    @Test
    void readsFramesOf2026() throws IOException {
        assertThat(CapturedFrames.told(
                        CapturedFrames.ofLines(
                                "live-frames-2026/frames.jsonl.gz", "bitget-v3"::equals, UnaryOperator.identity()),
                        Frames.decoding()))
                .containsExactly(
                        "books:MAVUSDT: OK [delta MAVUSDT @1789456512452 427583480559..427583480559 after 427583461144 bids 0.00519=30828.52 asks]",
                        ": OK [notice REFUSED public books:NOPEUSDT: {\"instType\":\"usdt-futures\",\"symbol\":\"NOPEUSDT\",\"topic\":\"books\"} doesn't exist (code 30001)]",
                        "books:ETHUSDT: OK [delta ETHUSDT @1758111262297 1352182127898370048..1352182127898370048 after 1352182127478939650"
                                + " bids 4487.66=34.16 4487.58=65.61 4486.57=2.34 4486.56=2.89 4483.89=92.3 4481.64=81.37 4479.39=84.82 4477.14=91.72 4474.89=92.87"
                                + " asks 4488.46=1.52 4488.48=0 4488.5=7.64 4488.83=0 4488.85=1.74 4488.89=5.99 4491.08=81.37 4493.33=88.85 4495.58=94.6 4497.83=90.57 4500.08=84.82 4502.33=91.72]",
                        "ticker:BTCUSDT: OK [mark BTCUSDT @1789940561885 80814.7 index 80852.148, funding BTCUSDT @1789940561885 0.000051 at 1789948800000, open interest BTCUSDT @1789940561885 32117.3964999999767, stats BTCUSDT @1789940561885 volume 1682569476.10781 open 81003.7 last 80810.6]",
                        "publicTrade:BTCUSDT: OK [trade BTCUSDT @1789940564662 #1485683898127761408 x1 SELL 80810.6*0.0716, trade BTCUSDT @1789940564662 #1485683898127761410 x1 SELL 80810.6*0.0246]",
                        "publicTrade:BTCUSDT: OK",
                        "books5:BTCUSDT: IGNORED");
    }

    /** A journal may hold frames of v2 and v1 under a name that does not tell them apart. */
    @Test
    void ignoresTheOlderProtocols() throws IOException {
        assertThat(Venue.ofJournalName("bitget-v3")).contains(Venue.BITGET);
        assertThat(Venue.ofJournalName("bitget-v2")).isEmpty();
        assertThat(Venue.ofJournalName("bitget-mix")).isEmpty();

        assertThat(CapturedFrames.told(
                        CapturedFrames.ofLines(
                                "live-frames-2026/frames.jsonl.gz", "bitget-v2"::equals, UnaryOperator.identity()),
                        Frames.decoding()))
                .containsExactly(
                        ": IGNORED",
                        "books:BTCUSDT: IGNORED",
                        "books:MAVUSDT: IGNORED",
                        "books:MAVUSDT: IGNORED",
                        "books:MAVUSDT: IGNORED",
                        ": OK",
                        ": IGNORED",
                        ": IGNORED");
        assertThat(CapturedFrames.told(
                        CapturedFrames.ofLines(
                                "cryptofeed-bitget-mix-v1-20220407/capture.jsonl.gz",
                                "bitget-mix"::equals,
                                UnaryOperator.identity()),
                        Frames.decoding()))
                .hasSizeGreaterThan(470)
                .allMatch(line -> line.endsWith("IGNORED"));
    }

    @Test
    void readsFramesOfSeveralAges() throws IOException {
        assertThat(CapturedFrames.told(
                                CapturedFrames.ofLines(
                                        "tardis-frames/bitget.jsonl.gz", venue -> true, UnaryOperator.identity()),
                                Frames.decoding())
                        .stream()
                        .filter(line -> !line.endsWith(": IGNORED")))
                .containsExactly(
                        "publicTrade: OK [trade BTCUSDT @1777358881008 #1432912492051054592 x1 BUY 76631.3*0.01]",
                        "publicTrade: OK",
                        "books: OK [snapshot BTCUSDT @1777362657614 483814309734 bids 76742.8=2.8986 76742.7=0.0001 asks 76742.9=4.2465 76743=0.0001]",
                        "books: OK [delta BTCUSDT @1777358880000 483415085712..483415085712 after 483415077719 bids 76598.9=0.0783 76596.4=0 asks 76642=0 76642.1=0]",
                        "ticker: OK [mark BTCUSDT @1777358880084 76631.3 index 76671.4381686055379793, funding BTCUSDT @1777358880084 -0.00003 at 1777363200000, open interest BTCUSDT @1777358880084 29539.3825, stats BTCUSDT @1777358880084 volume 2914473798.93323 open 77641 last 76631.3]",
                        "liquidation: OK [liquidation APEUSDT @1777358886549 LONG LIQUIDATION 0.1649*83.1 LOWER_BOUND, liquidation IPUSDT @1777358876983 LONG LIQUIDATION 0.500280739469*286.5 LOWER_BOUND]");
    }
}
