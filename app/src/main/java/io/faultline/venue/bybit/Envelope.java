package io.faultline.venue.bybit;

import io.faultline.venue.JsonCursor;
import io.faultline.venue.MalformedException;

/** What stands around the {@code data} of a frame, in any order. Used again for each frame. */
final class Envelope {
    /** Whether the data replaces what was said before or changes it. */
    enum Type {
        SNAPSHOT,
        DELTA,
        /** Not said, or something else. */
        NONE
    }

    private long receivedNanos;
    private Type type = Type.NONE;
    private long gatewayMillis;
    private long engineMillis;

    void begin(long newReceivedNanos) {
        receivedNanos = newReceivedNanos;
        type = Type.NONE;
        gatewayMillis = 0;
        engineMillis = 0;
    }

    /** The cursor stands at the value of {@code type}. */
    void readType(JsonCursor json) throws MalformedException {
        json.readText();
        if (json.textIs("snapshot")) {
            type = Type.SNAPSHOT;
        } else if (json.textIs("delta")) {
            type = Type.DELTA;
        }
    }

    /** The cursor stands at the value of {@code ts}. */
    void readGatewayMillis(JsonCursor json) throws MalformedException {
        gatewayMillis = json.readId();
    }

    /** The cursor stands at the value of {@code cts}. */
    void readEngineMillis(JsonCursor json) throws MalformedException {
        engineMillis = json.readId();
    }

    long receivedNanos() {
        return receivedNanos;
    }

    Type type() {
        return type;
    }

    /** The matching engine's time where it is told, else the gateway's. */
    long exchangeMillis() {
        return engineMillis > 0 ? engineMillis : gatewayMillis;
    }
}
