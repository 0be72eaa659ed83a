package io.faultline.venue;

import org.jspecify.annotations.Nullable;

/** A venue's own words, fit to be shown. */
public final class VenueWords {
    private static final int MOST_WORDS = 300;

    private VenueWords() {}

    /** With its code, where it gave one. */
    public static String coded(@Nullable String words, @Nullable String code) {
        String text = bounded(words == null ? "" : words);
        return code == null ? text : (text + " (code " + bounded(code) + ")").strip();
    }

    /** At most 300 characters, on one line. */
    public static String bounded(String words) {
        String start = words.length() > MOST_WORDS ? words.substring(0, MOST_WORDS) : words;
        StringBuilder line = new StringBuilder(start.length());
        start.chars().forEach(c -> line.append(Character.isISOControl(c) ? ' ' : (char) c));
        return line.toString().strip();
    }
}
