package io.faultline.ui;

import io.faultline.market.Venue;
import io.faultline.signal.Timeframe;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javafx.geometry.Rectangle2D;
import org.jspecify.annotations.Nullable;

/**
 * What the window remembers between starts. Pixels are the screen's.
 *
 * @param x left edge, null for the middle of the screen
 * @param y top edge, null for the middle of the screen
 * @param arrangement of the panels; the usual one in a file of before there was a map
 * @param spanSeconds how much time the heatmap shows
 * @param scalePercent of the interface
 * @param symbols open in tabs, to be opened again
 * @param ownVenue name of the venue where the user trades, null for the first one
 * @param timeframe name of the one that was chosen, null for the usual one
 * @param hintDismissed whether the first line of help has been put away
 */
record SavedLayout(
        int version,
        @Nullable Double x,
        @Nullable Double y,
        double width,
        double height,
        boolean maximised,
        Arrangement arrangement,
        long spanSeconds,
        int scalePercent,
        List<String> symbols,
        @Nullable String ownVenue,
        @Nullable String timeframe,
        boolean hintDismissed) {
    static final int VERSION = 1;
    static final int MIN_SCALE = 100;
    static final int MAX_SCALE = 200;
    private static final int MOST_SYMBOLS = 50;
    static final SavedLayout USUAL = new SavedLayout(
            VERSION, null, null, 1600, 900, false, Arrangement.USUAL, 86_400, 100, List.of(), null, null, false);

    @SuppressWarnings("ConstantValue") // a file of an earlier version has neither symbols nor arrangement
    SavedLayout {
        symbols = symbols == null
                ? List.of()
                : symbols.stream().filter(Objects::nonNull).toList();
        arrangement = arrangement == null ? Arrangement.USUAL : arrangement;
    }

    /** The venue where the user trades; empty for the first one. */
    Optional<Venue> own() {
        return Optional.ofNullable(ownVenue).flatMap(Venue::ofId);
    }

    /** The timeframe that was chosen; the usual one where none was, or none of that name is known. */
    Timeframe chosenTimeframe() {
        for (Timeframe known : Timeframe.values()) {
            if (known.name().equals(timeframe)) {
                return known;
            }
        }
        return Timeframe.DAY;
    }

    /** Whether every value is one that the window could have written. */
    boolean sound() {
        return version == VERSION
                && width >= 1
                && height >= 1
                && width < 100_000
                && height < 100_000
                && arrangement.sound()
                && spanSeconds >= 10
                && spanSeconds <= 31 * 86_400
                && scalePercent >= MIN_SCALE
                && scalePercent <= MAX_SCALE
                && symbols.size() <= MOST_SYMBOLS
                && symbols.stream().allMatch(symbol -> symbol.matches("[A-Z0-9]{2,30}"));
    }

    /** The same at that size, not maximised. */
    SavedLayout sized(double newWidth, double newHeight) {
        return at(x, y, newWidth, newHeight, false);
    }

    private SavedLayout at(@Nullable Double left, @Nullable Double top, double w, double h, boolean large) {
        return new SavedLayout(
                version,
                left,
                top,
                w,
                h,
                large,
                arrangement,
                spanSeconds,
                scalePercent,
                symbols,
                ownVenue,
                timeframe,
                hintDismissed);
    }

    /** The same with those tabs, that venue first, and the hint put away or not; no symbols leave those of before. */
    SavedLayout remembering(List<String> open, @Nullable String venue, boolean noHint) {
        return new SavedLayout(
                version,
                x,
                y,
                width,
                height,
                maximised,
                arrangement,
                spanSeconds,
                scalePercent,
                open.isEmpty() ? symbols : open,
                venue,
                timeframe,
                noHint);
    }

    /** The same on that screen: wholly visible, no smaller than the least window where the screen has room for it. */
    SavedLayout within(Rectangle2D screen) {
        double w = Math.min(screen.getWidth(), Math.max(WorkspaceOptions.MIN_WIDTH, width));
        double h = Math.min(screen.getHeight(), Math.max(WorkspaceOptions.MIN_HEIGHT, height));
        double left = x != null ? x : screen.getMinX() + (screen.getWidth() - w) / 2;
        double top = y != null ? y : screen.getMinY() + (screen.getHeight() - h) / 2;
        return at(
                Math.max(screen.getMinX(), Math.min(left, screen.getMaxX() - w)),
                Math.max(screen.getMinY(), Math.min(top, screen.getMaxY() - h)),
                w,
                h,
                maximised);
    }
}
