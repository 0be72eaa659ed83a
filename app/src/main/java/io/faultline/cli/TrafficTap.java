package io.faultline.cli;

import io.faultline.market.Frame;
import io.faultline.market.MarketEvent;
import io.faultline.market.Venue;
import io.faultline.market.VenueTraffic;
import io.faultline.venue.OwnFrames;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Consumer;

/** Counts what each venue sends, and tells it about once a second. One call at a time. */
final class TrafficTap implements Consumer<Frame> {
    private static final long EVERY_NANOS = 1_000_000_000L;

    private final Consumer<MarketEvent> sink;
    private final Map<Venue, Count> counts = new EnumMap<>(Venue.class);

    TrafficTap(Consumer<MarketEvent> sink) {
        this.sink = sink;
    }

    @Override
    public void accept(Frame frame) {
        if (frame.kind() == Frame.Kind.WS || (frame.kind() == Frame.Kind.REST && !OwnFrames.is(frame))) {
            Venue.ofJournalName(frame.venue()).ifPresent(venue -> count(venue, frame));
        }
    }

    private void count(Venue venue, Frame frame) {
        Count count = counts.computeIfAbsent(venue, v -> new Count(frame.receivedNanos()));
        count.frames++;
        count.bytes += frame.text().length(); // of ASCII, as all of theirs is
        long length = frame.receivedNanos() - count.sinceNanos;
        if (length >= EVERY_NANOS) {
            sink.accept(new VenueTraffic(venue, frame.receivedNanos(), length, count.frames, count.bytes));
            counts.put(venue, new Count(frame.receivedNanos()));
        }
    }

    private static final class Count {
        private final long sinceNanos;
        private long frames;
        private long bytes;

        Count(long sinceNanos) {
            this.sinceNanos = sinceNanos;
        }
    }
}
