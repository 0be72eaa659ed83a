package io.faultline.venue.binance;

import io.faultline.market.Topic;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/**
 * The streams of one contract that the live feed takes, and the path that carries each. The table is fixed because the
 * venue acknowledges a stream on the wrong path too, and then never sends it.
 */
enum Stream {
    DEPTH(Path.PUBLIC, "depth@100ms", Duration.ofSeconds(5), Topic.BOOK),
    AGG_TRADE(Path.MARKET, "aggTrade", Duration.ofSeconds(60), Topic.TRADES),
    MARK_PRICE(Path.MARKET, "markPrice@1s", Duration.ofSeconds(5), Topic.MARK),
    FORCE_ORDER(Path.MARKET, "forceOrder", Duration.ZERO, Topic.LIQUIDATIONS);

    /** Paths since 2026-04-23; the older single path is dead. */
    enum Path {
        PUBLIC("public"),
        MARKET("market");

        private final String id;

        Path(String id) {
            this.id = id;
        }

        String id() {
            return id;
        }
    }

    private final Path path;
    private final String suffix;
    private final Duration silentAfter;
    private final Topic topic;

    Stream(Path path, String suffix, Duration silentAfter, Topic topic) {
        this.path = path;
        this.suffix = suffix;
        this.silentAfter = silentAfter;
        this.topic = topic;
    }

    Path path() {
        return path;
    }

    String of(String symbol) {
        return symbol.toLowerCase(Locale.ROOT) + '@' + suffix;
    }

    /** What arrives on it: the mark price brings the funding rate along. */
    List<Topic> topics() {
        return this == MARK_PRICE ? List.of(topic, Topic.FUNDING) : List.of(topic);
    }

    Duration silentAfter() {
        return silentAfter;
    }
}
