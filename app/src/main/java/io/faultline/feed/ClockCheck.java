package io.faultline.feed;

import io.faultline.market.VenueClock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;

/** Compares the venue's clock with ours now and then: medians over a few requests. */
final class ClockCheck {
    private static final double NANOS_PER_MILLI = 1e6;

    private final FeedContext context;
    private final RestClient rest;
    private final List<double[]> samples = new ArrayList<>();

    ClockCheck(FeedContext context, RestClient rest) {
        this.context = context;
        this.rest = rest;
    }

    /** Starts a round of samples; on the loop's thread. */
    void start() {
        samples.clear();
        sample(context.policy().clocks().samples());
    }

    private void sample(int left) {
        rest.get(context.adapter().serverTime(), answer -> context.loop().now(() -> sampled(answer, left - 1)));
    }

    private void sampled(RestAnswer answer, int left) {
        FeedPolicy.Clocks policy = context.policy().clocks();
        OptionalLong serverMillis =
                answer.accepted() ? context.adapter().serverMillis(answer.body()) : OptionalLong.empty();
        if (serverMillis.isPresent()) {
            double roundTrip = (answer.receivedNanos() - answer.sentNanos()) / NANOS_PER_MILLI;
            double offset = serverMillis.getAsLong() + roundTrip / 2 - answer.receivedNanos() / NANOS_PER_MILLI;
            samples.add(new double[] {offset, roundTrip});
        }
        if (left > 0) {
            context.loop().after(policy.apart().toNanos(), () -> sample(left));
            return;
        }
        if (!samples.isEmpty()) {
            context.door()
                    .event(new VenueClock(context.adapter().venue(), answer.receivedNanos(), median(0), median(1)));
        }
        context.loop().after(policy.every().toNanos(), this::start);
    }

    private long median(int column) {
        double[] values = samples.stream().mapToDouble(sample -> sample[column]).toArray();
        Arrays.sort(values);
        return Math.round(values[values.length / 2]);
    }
}
