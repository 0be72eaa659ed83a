package io.faultline.cli;

import com.google.gson.JsonObject;
import io.faultline.market.PositionSide;
import io.faultline.market.TakerSide;
import io.faultline.market.Venue;
import io.faultline.practice.crowd.Crowd;
import io.faultline.practice.crowd.CrowdListener;
import io.faultline.practice.crowd.CrowdSettings;
import io.faultline.practice.crowd.CrowdVenue;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** Writes what a practice market publishes as a journal of Binance's frames: trades, marks, open interest, liquidations. */
final class CrowdJournal implements CrowdListener {
    private final CrowdVenue venue;
    private final BufferedWriter out;
    private final boolean withLiquidations;
    private long id;
    private double reportedUsd;

    private CrowdJournal(CrowdVenue venue, BufferedWriter out, boolean withLiquidations) {
        this.venue = venue;
        this.out = out;
        this.withLiquidations = withLiquidations;
    }

    /**
     * @param withLiquidations whether the journal asked for them
     * @return USD that it reports as liquidated
     */
    static double write(Path file, long seed, int hours, boolean withLiquidations) throws IOException {
        CrowdSettings settings = CrowdSettings.of(Venue.BINANCE);
        Crowd crowd = Crowd.start(seed, settings);
        try (BufferedWriter out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            CrowdJournal journal = new CrowdJournal(settings.venues().get(0), out, withLiquidations);
            crowd.advance(crowd.millis() + hours * 3_600_000L, journal);
            return journal.reportedUsd;
        }
    }

    private void line(long millis, String dir, String topic, String format, Object... values) {
        JsonObject line = new JsonObject();
        line.addProperty("t", millis * 1_000_000);
        line.addProperty("venue", "binance-usdm");
        line.addProperty("dir", dir);
        line.addProperty(dir.equals("ws") ? "topic" : "url", topic);
        line.addProperty("raw", String.format(Locale.ROOT, format, values));
        try {
            out.write(line.toString());
            out.newLine();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void trade(Venue at, long millis, TakerSide taker, long priceTicks, long lots, boolean forced) {
        id++;
        line(
                millis,
                "ws",
                "btcusdt@aggTrade",
                "{\"e\":\"aggTrade\",\"E\":%d,\"a\":%d,\"s\":\"BTCUSDT\",\"p\":\"%.1f\",\"q\":\"%.3f\",\"f\":%d,"
                        + "\"l\":%d,\"T\":%d,\"m\":%b}",
                millis,
                id,
                priceTicks * venue.tick(),
                lots * venue.lot(),
                id,
                id,
                millis,
                taker == TakerSide.SELL);
    }

    @Override
    public void mark(Venue at, long millis, double mark, double index) {
        line(
                millis,
                "ws",
                "btcusdt@markPrice@1s",
                "{\"e\":\"markPriceUpdate\",\"E\":%d,\"s\":\"BTCUSDT\",\"p\":\"%.4f\",\"i\":\"%.4f\",\"r\":\"0.0001\","
                        + "\"T\":%d}",
                millis,
                mark,
                index,
                millis + 3_600_000);
    }

    @Override
    public void openInterest(Venue at, long millis, double coins) {
        line(
                millis,
                "rest",
                "/fapi/v1/openInterest?symbol=BTCUSDT",
                "{\"symbol\":\"BTCUSDT\",\"openInterest\":\"%.3f\",\"time\":%d}",
                coins,
                millis);
    }

    @Override
    public void liquidation(Venue at, long millis, PositionSide side, long priceTicks, long lots) {
        if (!withLiquidations) {
            return;
        }
        double price = priceTicks * venue.tick();
        reportedUsd += price * lots * venue.lot();
        line(
                millis,
                "ws",
                "!forceOrder@arr",
                "{\"stream\":\"!forceOrder@arr\",\"data\":{\"e\":\"forceOrder\",\"E\":%d,\"o\":{\"s\":\"BTCUSDT\","
                        + "\"S\":\"%s\",\"o\":\"LIMIT\",\"f\":\"IOC\",\"q\":\"%.3f\",\"p\":\"%.1f\",\"ap\":\"%.1f\","
                        + "\"X\":\"FILLED\",\"l\":\"%.3f\",\"z\":\"%.3f\",\"T\":%d}}}",
                millis,
                side == PositionSide.LONG ? "SELL" : "BUY",
                lots * venue.lot(),
                price,
                price,
                lots * venue.lot(),
                lots * venue.lot(),
                millis);
    }
}
