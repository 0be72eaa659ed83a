package io.faultline.venue.bitget;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.List;

/** What is asked of a socket, and how answers name it. */
final class Topics {
    private Topics() {}

    /** A topic of one contract, or of all where {@code symbol} is empty. */
    record Topic(String name, String symbol) {
        String subject() {
            return Topics.subject(name, symbol);
        }
    }

    /** Requests have no ids: an answer is known by its topic. */
    static String subject(String topic, String symbol) {
        return symbol.isEmpty() ? topic : topic + ":" + symbol;
    }

    /** @param operation {@code subscribe} or {@code unsubscribe} */
    static String request(String operation, List<Topic> topics) {
        JsonArray args = new JsonArray();
        for (Topic topic : topics) {
            JsonObject arg = new JsonObject();
            arg.addProperty("instType", "usdt-futures");
            arg.addProperty("topic", topic.name);
            if (!topic.symbol.isEmpty()) {
                arg.addProperty("symbol", topic.symbol);
            }
            args.add(arg);
        }
        JsonObject request = new JsonObject();
        request.addProperty("op", operation);
        request.add("args", args);
        return request.toString();
    }
}
