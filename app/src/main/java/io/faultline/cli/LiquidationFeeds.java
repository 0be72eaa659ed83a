package io.faultline.cli;

import io.faultline.journal.JournalException;
import io.faultline.journal.JournalReader;
import io.faultline.market.Frame;
import io.faultline.market.Venue;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Of which venues a journal would show liquidations: it holds some, or what it was asked for them. Of another venue their
 * absence says nothing.
 */
final class LiquidationFeeds {
    private LiquidationFeeds() {}

    /** @throws JournalException when the journals cannot be read */
    static Set<Venue> in(List<Path> journals) throws JournalException {
        EnumSet<Venue> found = EnumSet.noneOf(Venue.class);
        try (JournalReader reader = JournalReader.open(journals)) {
            for (Frame frame = reader.next(); frame != null; frame = reader.next()) {
                Venue venue = Venue.ofJournalName(frame.venue()).orElse(null);
                if (venue != null && !found.contains(venue) && tells(venue, frame)) {
                    found.add(venue);
                }
            }
        }
        return found;
    }

    /** Whether a frame shows that the journal asked that venue for its liquidations. */
    static boolean tells(Venue venue, Frame frame) {
        if (frame.kind() == Frame.Kind.REST || frame.kind() == Frame.Kind.WS_CLOSE) {
            return false;
        }
        // An address or a subscription names its streams; where the source kept no topic the frame names its own.
        String words =
                frame.kind() == Frame.Kind.WS ? frame.topic() + head(frame.text()) : frame.topic() + frame.text();
        String lower = words.toLowerCase(Locale.ROOT);
        return switch (venue) {
            case BINANCE -> lower.contains("forceorder");
            case BYBIT, OKX, BITGET -> lower.contains("liquidation");
            case DYDX -> lower.contains("v4_trades"); // a liquidation is a kind of trade there
        };
    }

    private static String head(String text) {
        return text.substring(0, Math.min(text.length(), 200));
    }
}
