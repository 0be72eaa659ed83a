package io.faultline.practice;

import io.faultline.market.Decimals;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Writes JSON into bytes that are used again; decimals are written as strings, as all venues do. One thread at a time. */
final class Json {
    private byte[] bytes = new byte[1024];
    private int length;
    private boolean first = true;

    /** Starts anew. */
    Json reset() {
        length = 0;
        first = true;
        return this;
    }

    Json object() {
        separate();
        put('{');
        first = true;
        return this;
    }

    Json object(String name) {
        name(name).put('{');
        first = true;
        return this;
    }

    Json end() {
        put('}');
        first = false;
        return this;
    }

    Json array() {
        separate();
        put('[');
        first = true;
        return this;
    }

    Json array(String name) {
        name(name).put('[');
        first = true;
        return this;
    }

    Json endArray() {
        put(']');
        first = false;
        return this;
    }

    Json text(String name, String value) {
        return name(name).quoted(value);
    }

    /** A number in quotes. */
    Json text(String name, long value) {
        name(name).put('"');
        digits(value);
        put('"');
        return this;
    }

    Json number(String name, long value) {
        name(name).digits(value);
        return this;
    }

    Json flag(String name, boolean value) {
        return name(name).raw(value ? "true" : "false");
    }

    Json nothing(String name) {
        return name(name).raw("null");
    }

    /** A value that is JSON already. */
    Json verbatim(String name, String json) {
        return name(name).raw(json);
    }

    /** A decimal in quotes with so many decimals, no more than {@code scale}; the rest is cut off. */
    Json decimal(String name, long scaled, int scale, int decimals) {
        return name(name).decimalValue(scaled, scale, decimals);
    }

    Json value(String value) {
        separate();
        return quoted(value);
    }

    Json value(long value) {
        separate();
        digits(value);
        return this;
    }

    /** A decimal in quotes as an element of an array. */
    Json value(long scaled, int scale, int decimals) {
        separate();
        return decimalValue(scaled, scale, decimals);
    }

    private Json decimalValue(long scaled, int scale, int decimals) {
        put('"');
        decimal(scaled, scale, decimals);
        put('"');
        return this;
    }

    private void decimal(long scaled, int scale, int decimals) {
        long value = scaled / Decimals.power(scale - decimals);
        if (value < 0) {
            put('-');
            value = -value;
        }
        long power = Decimals.power(decimals);
        digits(value / power);
        if (decimals > 0) {
            put('.');
            long fraction = value % power;
            for (long unit = power / 10; unit > 0; unit /= 10) {
                put((char) ('0' + fraction / unit % 10));
            }
        }
    }

    private void digits(long value) {
        if (value < 0) {
            put('-');
            digits(-value);
            return;
        }
        long unit = 1;
        while (value / unit >= 10) {
            unit *= 10;
        }
        for (; unit > 0; unit /= 10) {
            put((char) ('0' + value / unit % 10));
        }
    }

    private Json name(String name) {
        separate();
        quoted(name).put(':');
        return this;
    }

    private void separate() {
        if (!first) {
            put(',');
        }
        first = false;
    }

    private Json quoted(String text) {
        put('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                put('\\');
                put(c);
            } else if (c < ' ') {
                raw(String.format("\\u%04x", (int) c));
            } else if (c < 128) {
                put(c);
            } else {
                raw(String.valueOf(c)); // surrogates do not occur in symbols
            }
        }
        put('"');
        return this;
    }

    private Json raw(String text) {
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            put((char) (b & 0xff));
        }
        return this;
    }

    private void put(char c) {
        if (length == bytes.length) {
            bytes = Arrays.copyOf(bytes, length * 2);
        }
        bytes[length++] = (byte) c;
    }

    /** What has been written, as a text frame. */
    byte[] frame() {
        return WebSocketWire.frame(WebSocketWire.TEXT, bytes, length);
    }

    @Override
    public String toString() {
        return new String(bytes, 0, length, StandardCharsets.UTF_8);
    }
}
