package io.faultline.venue;

/** A venue's own words, fit to be shown. */
public final class VenueWords {
    private static final int MOST_WORDS = 300;

    private VenueWords() {}

    /** At most 300 characters, on one line. */
    public static String bounded(String words) {
        String start = words.length() > MOST_WORDS ? words.substring(0, MOST_WORDS) : words;
        StringBuilder line = new StringBuilder(start.length());
        start.chars().forEach(c -> line.append(Character.isISOControl(c) ? ' ' : (char) c));
        return line.toString().strip();
    }
}
