package io.faultline.feed;

import io.faultline.venue.RestVerdict;

/** The venue's words in a verdict. */
final class Verdicts {
    private Verdicts() {}

    static String words(RestVerdict verdict) {
        if (verdict instanceof RestVerdict.Limited limited) {
            return limited.words();
        }
        if (verdict instanceof RestVerdict.Blocked blocked) {
            return blocked.words();
        }
        if (verdict instanceof RestVerdict.Maintenance maintenance) {
            return maintenance.words();
        }
        if (verdict instanceof RestVerdict.Refused refused) {
            return refused.words();
        }
        return verdict instanceof RestVerdict.Failed failed ? failed.words() : "";
    }
}
