package io.faultline.cli;

import io.faultline.journal.JournalException;
import io.faultline.journal.JournalReader;
import io.faultline.market.Frame;
import io.faultline.market.FrameRefused;
import io.faultline.market.InstrumentId;
import io.faultline.market.MarketEvent;
import io.faultline.venue.Decoded;
import io.faultline.venue.FrameReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** One pass over journals, through the decoders and desks that live frames go through. */
final class Inspection {
    private static final int REFUSALS_KEPT = 5;

    private final Desks desks;
    private final FrameReaders readers;
    private final Map<InstrumentId, EventCounts> counts =
            new TreeMap<>(Comparator.comparing(InstrumentId::venue).thenComparing(InstrumentId::symbol));
    private final List<String> refusals = new ArrayList<>();
    private long decoded;
    private long ignored;
    private long undecodable;

    private Inspection(Venues venues, int checkpointEvery) {
        this.readers = new FrameReaders(venues);
        this.desks = new Desks(new CanonicalNames(venues.adapters()), checkpointEvery);
    }

    /**
     * Reads the journals to their end.
     *
     * @param depth levels of each side of the final books to report
     * @param checkpointEvery changes between hashes of the whole books, 0 for none
     * @throws JournalException when they cannot be read
     */
    static InspectReport of(List<Path> journals, Venues venues, int depth, int checkpointEvery)
            throws JournalException {
        long begun = System.nanoTime();
        Inspection inspection = new Inspection(venues, checkpointEvery);
        try (JournalReader reader = JournalReader.open(journals)) {
            for (Frame frame = reader.next(); frame != null; frame = reader.next()) {
                inspection.take(frame);
            }
            return inspection.report(reader, depth, begun);
        }
    }

    private void take(Frame frame) {
        FrameReader reader = readers.of(frame).orElse(null);
        if (reader == null) {
            ignored++;
            return;
        }
        Decoded outcome = reader.read(frame, this::take);
        if (outcome instanceof Decoded.Undecodable) {
            undecodable++;
        } else if (outcome == Decoded.OK && (frame.kind() == Frame.Kind.WS || frame.kind() == Frame.Kind.REST)) {
            decoded++;
        } else {
            ignored++;
        }
    }

    private void take(MarketEvent event) {
        if (event instanceof MarketEvent.OfInstrument about) {
            counts.computeIfAbsent(about.instrument(), id -> new EventCounts()).add(about);
        } else if (event instanceof FrameRefused refused && refusals.size() < REFUSALS_KEPT) {
            refusals.add(refused.venue().id() + ": cannot decode a frame of " + Times.iso(refused.receivedNanos())
                    + ": " + refused.reason());
        }
        desks.take(event);
    }

    private InspectReport report(JournalReader reader, int depth, long begun) {
        List<InspectReport.Counts> counted = new ArrayList<>();
        counts.forEach((instrument, events) -> {
            if (events.any()) {
                counted.add(events.of(instrument));
            }
        });
        return new InspectReport(
                reader.report(),
                new InspectReport.Frames(decoded + ignored + undecodable, decoded, ignored, undecodable),
                refusals,
                desks.books(depth),
                counted,
                stateHash(),
                Duration.ofNanos(System.nanoTime() - begun).toMillis());
    }

    /** A single desk's own, so that it can be compared with a replay of that symbol. */
    private String stateHash() {
        Map<String, String> hashes = desks.stateHashes();
        if (hashes.size() == 1) {
            return hashes.values().iterator().next();
        }
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            hashes.forEach(
                    (symbol, hash) -> digest.update((symbol + " " + hash + "\n").getBytes(StandardCharsets.UTF_8)));
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java platform has SHA-256", e);
        }
    }
}
