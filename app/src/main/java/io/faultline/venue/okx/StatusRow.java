package io.faultline.venue.okx;

import io.faultline.market.FeedStatus;
import io.faultline.market.MarketEvent;
import io.faultline.market.Venue;
import io.faultline.venue.Fields;
import io.faultline.venue.JsonCursor;
import io.faultline.venue.MalformedException;
import io.faultline.venue.VenueWords;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code status}: maintenance of the venue's systems, announced, under way, or over. */
final class StatusRow {
    private StatusRow() {}

    static void read(JsonCursor json, long receivedNanos, List<MarketEvent> events) throws MalformedException {
        String state = null;
        String title = null;
        String service = null;
        String environment = null;
        json.beginObject();
        while (json.nextField()) {
            switch (json.name()) {
                case "state" -> state = Fields.optionalText(json);
                case "title" -> title = Fields.optionalText(json);
                case "serviceType" -> service = Fields.optionalText(json);
                case "env" -> environment = Fields.optionalText(json);
                default -> json.skip();
            }
        }
        String phase = Fields.require(state, "state", json);
        boolean production = environment == null || environment.equals("1");
        if (production && concerns(service)) {
            String detail = VenueWords.bounded((title == null ? "maintenance" : title) + ": " + phase);
            events.add(new FeedStatus(Venue.OKX, receivedNanos, "status", effect(phase), detail, 0, 0));
        }
    }

    /** Sockets (0) and trading (5); the others, such as copy trading, do not touch the market's data. */
    private static boolean concerns(@Nullable String service) {
        return service == null || service.equals("0") || service.equals("5");
    }

    /** What is only planned, or over, leaves the venue up. */
    private static FeedStatus.State effect(String phase) {
        return switch (phase) {
            case "ongoing", "pre_open" -> FeedStatus.State.MAINTENANCE;
            default -> FeedStatus.State.UP;
        };
    }
}
