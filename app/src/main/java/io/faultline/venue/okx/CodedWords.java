package io.faultline.venue.okx;

import io.faultline.venue.VenueWords;
import org.jspecify.annotations.Nullable;

/** The venue's own words and its code for them, fit to be shown. */
final class CodedWords {
    private CodedWords() {}

    /** With its code, where it gave one. */
    static String of(@Nullable String words, @Nullable String code) {
        String text = VenueWords.bounded(words == null ? "" : words);
        return code == null ? text : (text + " (code " + VenueWords.bounded(code) + ")").strip();
    }
}
