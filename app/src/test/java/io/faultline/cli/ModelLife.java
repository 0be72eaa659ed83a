package io.faultline.cli;

import io.faultline.desk.Session;
import io.faultline.liquidation.GridFlag;
import io.faultline.market.Venue;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** A practice market in this program that is under way, and the whole live session of the program on it, for benchmarks. */
public final class ModelLife implements AutoCloseable {
    private static final List<Venue> VENUES = List.of(Venue.BINANCE, Venue.BYBIT, Venue.OKX, Venue.BITGET);
    private static final long SECOND = 1_000_000_000L;
    private static final long LOOK_NANOS = 5_000_000;
    private static final long MONTH = 30 * 86_400_000L;
    private static final long FOUR_HOURS = 4 * 3_600_000L;

    private final PracticeMarket market;
    private final Markets markets;

    private ModelLife(PracticeMarket market, Markets markets) {
        this.market = market;
        this.markets = markets;
    }

    /** Comes back when the market has made its own past and runs. */
    public static ModelLife open(Path home) throws IOException {
        PracticeMarket market = PracticeMarket.open(1, VENUES, List.of("BTCUSDT"), 1);
        Markets markets = Markets.practice(List.of("BTCUSDT"), market, home);
        long begun = market.clock().nanos().getAsLong();
        await(() -> market.clock().nanos().getAsLong() > begun + SECOND);
        return new ModelLife(market, markets);
    }

    /** The program's session, from nothing. */
    public Session session() throws IOException {
        return markets.live();
    }

    /** Whether all venues know the last four hours, and a picture of them is there. */
    public static boolean knowsFourHours(Session session) {
        return knows(session, FOUR_HOURS);
    }

    /** Whether all venues know the month with its open interest, and a picture is there. */
    public static boolean knowsAMonth(Session session) {
        return knows(session, MONTH)
                && session.view().grid().venues().values().stream()
                        .noneMatch(each -> each.flags().contains(GridFlag.NO_OI_HISTORY));
    }

    private static boolean knows(Session session, long millis) {
        var view = session.view().grid();
        return view.grids().size() == VENUES.size()
                && session.nowNanos() / 1_000_000 - view.knownFromMillis() > millis
                && !view.heat().past().isEmpty()
                && view.heat().past().get(0).startMillis() < session.nowNanos() / 1_000_000 - FOUR_HOURS + 60_000;
    }

    /** Looks every five milliseconds. */
    public static void await(BooleanSupplier condition) {
        while (!condition.getAsBoolean()) {
            LockSupport.parkNanos(LOOK_NANOS);
        }
    }

    @Override
    public void close() {
        markets.close();
        market.close();
    }
}
