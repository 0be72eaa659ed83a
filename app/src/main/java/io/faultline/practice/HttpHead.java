package io.faultline.practice;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The head of a request.
 *
 * @param path without the query
 * @param query empty if there is none
 * @param headers names in lower case
 */
record HttpHead(String path, String query, Map<String, String> headers) {
    private static final int MAX_BYTES = 16_384;

    /** Reads one; null at the end of the stream. */
    static @Nullable HttpHead read(InputStream in) throws IOException {
        StringBuilder text = new StringBuilder();
        while (text.indexOf("\r\n\r\n") < 0) {
            int next = in.read();
            if (next < 0) {
                if (text.isEmpty()) {
                    return null;
                }
                throw new EOFException("in the head of a request");
            }
            text.append((char) next);
            if (text.length() > MAX_BYTES) {
                throw new IOException("the head of a request is too long");
            }
        }
        String[] lines = text.toString().split("\r\n", -1);
        String target = lines[0].split(" ", -1)[1];
        int mark = target.indexOf('?');
        Map<String, String> headers = new HashMap<>();
        for (int i = 1; i < lines.length; i++) {
            int colon = lines[i].indexOf(':');
            if (colon > 0) {
                headers.put(
                        lines[i].substring(0, colon).toLowerCase(Locale.ROOT),
                        lines[i].substring(colon + 1).trim());
            }
        }
        return new HttpHead(
                mark < 0 ? target : target.substring(0, mark), mark < 0 ? "" : target.substring(mark + 1), headers);
    }

    boolean upgrades() {
        return "websocket".equalsIgnoreCase(headers.get("upgrade"));
    }

    /** A parameter of the query; empty if it is not there. */
    String parameter(String name) {
        for (String pair : query.split("&", -1)) {
            if (pair.startsWith(name + "=")) {
                return pair.substring(name.length() + 1);
            }
        }
        return "";
    }

    /** A whole answer with a body. */
    static byte[] answer(int status, Map<String, String> headers, String body) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        StringBuilder head = new StringBuilder("HTTP/1.1 " + status + " Status\r\nContent-Type: application/json\r\n"
                + "Content-Length: " + bytes.length + "\r\n");
        headers.forEach(
                (name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
        byte[] start = head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1);
        byte[] whole = new byte[start.length + bytes.length];
        System.arraycopy(start, 0, whole, 0, start.length);
        System.arraycopy(bytes, 0, whole, start.length, bytes.length);
        return whole;
    }
}
