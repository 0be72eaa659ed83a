package io.faultline.ui;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javafx.geometry.Rectangle2D;
import org.jspecify.annotations.Nullable;

/**
 * What the window remembers between starts. Pixels are the screen's.
 *
 * @param x left edge, null for the middle of the screen
 * @param y top edge, null for the middle of the screen
 * @param arrangement of the panels that a symbol has that was never open; the usual one in a file of before there was a map
 * @param spanSeconds how much time the heatmap shows
 * @param each what is remembered of a symbol's own, oldest first
 * @param symbols open in tabs, to be opened again
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
        List<String> symbols,
        Map<String, SymbolLayout> each) {
    static final int VERSION = 1;
    private static final int MOST_SYMBOLS = 50;
    static final SavedLayout USUAL =
            new SavedLayout(VERSION, null, null, 1600, 900, false, Arrangement.USUAL, 86_400, List.of(), Map.of());

    @SuppressWarnings("ConstantValue") // a file of an earlier version has neither symbols nor arrangement
    SavedLayout {
        symbols = symbols == null
                ? List.of()
                : symbols.stream().filter(Objects::nonNull).toList();
        each = each == null ? Map.of() : newest(each);
        arrangement = arrangement == null ? Arrangement.USUAL : arrangement;
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
                && each.values().stream().allMatch(SymbolLayout::sound)
                && symbols.size() <= MOST_SYMBOLS
                && symbols.stream().allMatch(symbol -> symbol.matches("[A-Z0-9]{2,30}"));
    }

    /** The same at that size, not maximised. */
    SavedLayout sized(double newWidth, double newHeight) {
        return at(x, y, newWidth, newHeight, false);
    }

    /** The same with the window where and as large as it is in the other. */
    SavedLayout placedAs(SavedLayout other) {
        return at(other.x, other.y, other.width, other.height, other.maximised);
    }

    private SavedLayout at(@Nullable Double left, @Nullable Double top, double w, double h, boolean large) {
        return new SavedLayout(version, left, top, w, h, large, arrangement, spanSeconds, symbols, each);
    }

    /** As many symbols as are kept, those of last time. */
    private static Map<String, SymbolLayout> newest(Map<String, SymbolLayout> all) {
        Map<String, SymbolLayout> kept = new LinkedHashMap<>();
        int skipped = Math.max(0, all.size() - MOST_SYMBOLS);
        for (Map.Entry<String, SymbolLayout> entry : all.entrySet()) {
            if (skipped-- <= 0 && entry.getValue() != null) {
                kept.put(entry.getKey(), entry.getValue());
            }
        }
        return Collections.unmodifiableMap(kept);
    }

    /** What is remembered of that symbol's own. */
    Optional<SymbolLayout> of(String symbol) {
        return Optional.ofNullable(each.get(symbol));
    }

    /** The same with those tabs, none leave those of before, and with what they look like now. */
    SavedLayout remembering(List<String> open, Map<String, SymbolLayout> looks) {
        Map<String, SymbolLayout> all = new LinkedHashMap<>(each);
        looks.forEach((symbol, look) -> {
            all.remove(symbol);
            all.put(symbol, look);
        });
        return new SavedLayout(
                version,
                x,
                y,
                width,
                height,
                maximised,
                arrangement,
                spanSeconds,
                open.isEmpty() ? symbols : open,
                all);
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
