package io.faultline.book;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.faultline.market.BestBidOffer;
import io.faultline.market.BookDelta;
import io.faultline.market.BookSnapshot;
import io.faultline.market.InstrumentId;
import io.faultline.market.MarketEvent;
import io.faultline.market.Venue;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;

/** The book events of a Binance capture in order, read in the plainest way, with no decoder of ours in between. */
public final class BinanceDepthCapture {
    private final List<MarketEvent.OfInstrument> events = new ArrayList<>();

    private BinanceDepthCapture() {}

    public static BinanceDepthCapture read(Path file) {
        BinanceDepthCapture capture = new BinanceDepthCapture();
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                capture.add(JsonParser.parseString(line).getAsJsonObject());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return capture;
    }

    public List<MarketEvent.OfInstrument> events() {
        return events;
    }

    private void add(JsonObject line) {
        long nanos = line.get("t").getAsLong();
        if (line.get("dir").getAsString().equals("rest")) {
            String url = line.get("url").getAsString();
            if (url.contains("/depth?symbol=")) {
                String symbol = url.replaceAll(".*symbol=([A-Z0-9]+).*", "$1");
                events.add(snapshot(
                        instrument(symbol),
                        nanos,
                        JsonParser.parseString(line.get("raw").getAsString()).getAsJsonObject()));
            }
        } else if (line.has("topic")) {
            String topic = line.get("topic").getAsString();
            if (topic.contains("@depth") || topic.endsWith("@bookTicker")) {
                JsonObject data = JsonParser.parseString(line.get("raw").getAsString())
                        .getAsJsonObject()
                        .getAsJsonObject("data");
                events.add(topic.contains("@depth") ? delta(nanos, data) : bestBidOffer(nanos, data));
            }
        }
    }

    private static BookSnapshot snapshot(InstrumentId instrument, long nanos, JsonObject body) {
        JsonArray bids = body.getAsJsonArray("bids");
        JsonArray asks = body.getAsJsonArray("asks");
        int priceScale = Math.max(scale(bids, 0), scale(asks, 0));
        int sizeScale = Math.max(scale(bids, 1), scale(asks, 1));
        return new BookSnapshot(
                instrument,
                nanos,
                body.get("T").getAsLong(),
                body.get("lastUpdateId").getAsLong(),
                priceScale,
                sizeScale,
                levels(bids, priceScale, sizeScale),
                levels(asks, priceScale, sizeScale));
    }

    private static BookSnapshot.Levels levels(JsonArray levels, int priceScale, int sizeScale) {
        long[] prices = new long[levels.size()];
        long[] sizes = new long[levels.size()];
        for (int i = 0; i < prices.length; i++) {
            prices[i] = scaled(levels, i, 0, priceScale);
            sizes[i] = scaled(levels, i, 1, sizeScale);
        }
        return new BookSnapshot.Levels(prices, sizes);
    }

    private static BookDelta delta(long nanos, JsonObject data) {
        JsonArray bids = data.getAsJsonArray("b");
        JsonArray asks = data.getAsJsonArray("a");
        int priceScale = Math.max(scale(bids, 0), scale(asks, 0));
        int sizeScale = Math.max(scale(bids, 1), scale(asks, 1));
        BookDelta delta = BookDelta.unpooled();
        delta.begin(
                instrument(data.get("s").getAsString()),
                nanos,
                data.get("T").getAsLong(),
                data.get("U").getAsLong(),
                data.get("u").getAsLong(),
                data.get("pu").getAsLong(),
                priceScale,
                sizeScale);
        for (int i = 0; i < bids.size(); i++) {
            delta.addBid(scaled(bids, i, 0, priceScale), scaled(bids, i, 1, sizeScale));
        }
        for (int i = 0; i < asks.size(); i++) {
            delta.addAsk(scaled(asks, i, 0, priceScale), scaled(asks, i, 1, sizeScale));
        }
        return delta;
    }

    private static BestBidOffer bestBidOffer(long nanos, JsonObject data) {
        BigDecimal bid = data.get("b").getAsBigDecimal();
        BigDecimal ask = data.get("a").getAsBigDecimal();
        BigDecimal bidSize = data.get("B").getAsBigDecimal();
        BigDecimal askSize = data.get("A").getAsBigDecimal();
        int priceScale = Math.max(bid.scale(), ask.scale());
        int sizeScale = Math.max(bidSize.scale(), askSize.scale());
        return new BestBidOffer(
                instrument(data.get("s").getAsString()),
                nanos,
                data.get("T").getAsLong(),
                data.get("u").getAsLong(),
                priceScale,
                sizeScale,
                scaled(bid, priceScale),
                scaled(bidSize, sizeScale),
                scaled(ask, priceScale),
                scaled(askSize, sizeScale));
    }

    private static InstrumentId instrument(String symbol) {
        return new InstrumentId(Venue.BINANCE, symbol);
    }

    private static int scale(JsonArray levels, int column) {
        int scale = 0;
        for (int i = 0; i < levels.size(); i++) {
            scale = Math.max(
                    scale,
                    levels.get(i).getAsJsonArray().get(column).getAsBigDecimal().scale());
        }
        return scale;
    }

    private static long scaled(JsonArray levels, int row, int column, int scale) {
        return scaled(levels.get(row).getAsJsonArray().get(column).getAsBigDecimal(), scale);
    }

    private static long scaled(BigDecimal value, int scale) {
        return value.setScale(scale).unscaledValue().longValueExact();
    }
}
