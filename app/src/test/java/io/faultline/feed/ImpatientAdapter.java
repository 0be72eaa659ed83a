package io.faultline.feed;

import io.faultline.market.Topic;
import io.faultline.market.Venue;
import io.faultline.venue.FrameDecoder;
import io.faultline.venue.RestVerdict;
import io.faultline.venue.VenueAdapter;
import io.faultline.venue.VenueLimits;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** A venue as it is, but for how long its topics may be silent and its sockets live. */
public record ImpatientAdapter(VenueAdapter venueAdapter, Map<Topic, Duration> silentAfter, Duration lifetime)
        implements VenueAdapter {

    @Override
    public Venue venue() {
        return venueAdapter.venue();
    }

    @Override
    public String canonical(String symbol) {
        return venueAdapter.canonical(symbol);
    }

    @Override
    public String spelled(String canonical) {
        return venueAdapter.spelled(canonical);
    }

    @Override
    public VenueLimits limits() {
        return venueAdapter.limits();
    }

    @Override
    public double usedShare(Map<String, String> headers) {
        return venueAdapter.usedShare(headers);
    }

    @Override
    public Optional<RestRequest> nextInstruments(String body) {
        return venueAdapter.nextInstruments(body);
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
                        plan.subscriptions(),
                        plan.topics().stream().map(this::impatient).toList(),
                        lifetime,
                        impatient(plan.keepAlive())))
                .toList();
    }

    private static KeepAlive impatient(KeepAlive keepAlive) {
        return keepAlive.ping().isEmpty()
                ? keepAlive
                : new KeepAlive(keepAlive.ping(), Duration.ofMillis(500), keepAlive.pong());
    }

    private TopicPlan impatient(TopicPlan plan) {
        return new TopicPlan(plan.symbol(), plan.topic(), silentAfter.getOrDefault(plan.topic(), plan.silentAfter()));
    }

    @Override
    public RestRequest instruments() {
        return venueAdapter.instruments();
    }

    @Override
    public BookRecovery recoverBook(String symbol, int attempt) {
        return venueAdapter.recoverBook(symbol, attempt);
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
