package io.faultline.feed;

import io.faultline.venue.RestVerdict;

/**
 * What came of a request.
 *
 * @param body empty where none came
 * @param sentNanos when it was sent, nanoseconds since 1970
 * @param receivedNanos when the whole body was there
 */
public record RestAnswer(RestVerdict verdict, String body, long sentNanos, long receivedNanos) {
    public boolean accepted() {
        return verdict instanceof RestVerdict.Accepted;
    }
}
