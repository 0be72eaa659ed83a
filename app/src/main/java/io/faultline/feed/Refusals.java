package io.faultline.feed;

import io.faultline.venue.RestVerdict;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds out what a refused opening handshake means. The socket library tells only the HTTP status; the venue's own words
 * and how long to wait are asked of its REST side.
 */
final class Refusals {
    /** As Java-WebSocket 1.6 words it. */
    private static final Pattern STATUS = Pattern.compile("Invalid status code received: (\\d{3})");

    private final FeedContext context;
    private final RestClient rest;

    Refusals(FeedContext context, RestClient rest) {
        this.context = context;
        this.rest = rest;
    }

    boolean isRefusal(String closeReason) {
        return STATUS.matcher(closeReason).find();
    }

    /** @param then on the loop's thread */
    void ask(String closeReason, Consumer<RestVerdict> then) {
        Matcher matcher = STATUS.matcher(closeReason);
        int status = matcher.find() ? Integer.parseInt(matcher.group(1)) : 0;
        RestVerdict own = context.adapter().judge(status, Map.of(), "");
        rest.probe(
                context.adapter().serverTime(),
                answer -> context.loop().now(() -> then.accept(moreTelling(answer.verdict(), own, status))));
    }

    private static RestVerdict moreTelling(RestVerdict ofRest, RestVerdict ofSocket, int status) {
        if (ofRest instanceof RestVerdict.Blocked
                || ofRest instanceof RestVerdict.Limited
                || ofRest instanceof RestVerdict.Maintenance) {
            return ofRest;
        }
        return ofSocket instanceof RestVerdict.Accepted
                ? new RestVerdict.Failed("the opening handshake was refused with HTTP " + status)
                : ofSocket;
    }
}
