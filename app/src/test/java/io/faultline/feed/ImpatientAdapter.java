package io.faultline.feed;

import io.faultline.market.Topic;
import io.faultline.market.Venue;
import io.faultline.venue.FrameDecoder;
import io.faultline.venue.RestVerdict;
import io.faultline.venue.VenueAdapter;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/**
 * A venue as it is, but for how long its topics may be silent and its sockets live.
 *
 * @param bookSilence of the book; other watched topics may be silent for a minute
 */
record ImpatientAdapter(VenueAdapter venueAdapter, Duration bookSilence, Duration lifetime) implements VenueAdapter {
    @Override
    public Venue venue() {
        return venueAdapter.venue();
    }

    @Override
    public FrameDecoder newDecoder() {
        return venueAdapter.newDecoder();
    }

    @Override
    public List<SocketPlan> sockets(List<String> symbols) {
        return venueAdapter.sockets(symbols).stream()
                .map(plan -> new SocketPlan(
                        plan.name(),
                        plan.uri(),
                        plan.subscribe(),
                        plan.topics().stream().map(this::impatient).toList(),
                        lifetime))
                .toList();
    }

    private TopicPlan impatient(TopicPlan plan) {
        boolean isBook = plan.topic() == Topic.BOOK;
        return isBook ? new TopicPlan(plan.symbol(), plan.topic(), bookSilence) : plan;
    }

    @Override
    public RestRequest instruments() {
        return venueAdapter.instruments();
    }

    @Override
    public RestRequest bookSnapshot(String symbol) {
        return venueAdapter.bookSnapshot(symbol);
    }

    @Override
    public List<RestPoll> polls(String symbol) {
        return venueAdapter.polls(symbol);
    }

    @Override
    public RestRequest serverTime() {
        return venueAdapter.serverTime();
    }

    @Override
    public OptionalLong serverMillis(String body) {
        return venueAdapter.serverMillis(body);
    }

    @Override
    public RestVerdict judge(int status, Map<String, String> headers, String body) {
        return venueAdapter.judge(status, headers, body);
    }
}
