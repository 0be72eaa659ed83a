package io.faultline.feed;

import io.faultline.venue.RestVerdict;
import io.faultline.venue.VenueAdapter.RestPoll;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Asks for one thing, once or again and again, never twice at a time; failures are retried with growing waits. */
final class Poll {
    private final RestPoll plan;
    private final FeedContext context;
    private final RestClient rest;
    private final BackOff backOff;
    private Loop.@Nullable Timer next;

    Poll(RestPoll plan, FeedContext context, RestClient rest) {
        this.plan = plan;
        this.context = context;
        this.rest = rest;
        backOff = new BackOff(context.policy().waits(), context.random());
    }

    /** On the loop's thread. */
    void start(long delayNanos) {
        next = context.loop().after(delayNanos, this::ask);
    }

    /** Does not wait out a back-off. On the loop's thread. */
    void retryNow() {
        if (next != null && backOff.failures() > 0 && next.cancel()) {
            ask();
        }
    }

    private void ask() {
        next = null;
        rest.get(plan.request(), this::answered);
    }

    private void answered(RestAnswer answer) {
        context.loop().now(() -> goOn(answer.verdict()));
        if (answer.accepted()) {
            context.door()
                    .body(
                            plan.request().uri().toString(),
                            answer.body(),
                            context.ports().sink());
        }
    }

    private void goOn(RestVerdict verdict) {
        long every = plan.every().toNanos();
        if (verdict instanceof RestVerdict.Accepted || verdict instanceof RestVerdict.Refused) {
            backOff.reset();
            if (every > 0) {
                start(every);
            }
        } else {
            start(Math.max(
                    backOff.failed(), Math.min(every, Duration.ofSeconds(1).toNanos())));
        }
    }
}
