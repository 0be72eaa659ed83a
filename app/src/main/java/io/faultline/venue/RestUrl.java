package io.faultline.venue;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** The path and the parameters of a URL, whole or without its host, as a journal holds it. Never throws. */
public record RestUrl(String path, Map<String, String> parameters) {
    /** Takes it apart, whatever it is. */
    public static RestUrl parse(String url) {
        int question = url.indexOf('?');
        String front = question < 0 ? url : url.substring(0, question);
        int scheme = front.indexOf("://");
        if (scheme >= 0) {
            int slash = front.indexOf('/', scheme + 3);
            front = slash < 0 ? "/" : front.substring(slash);
        }
        Map<String, String> parameters = new HashMap<>();
        if (question >= 0) {
            for (String pair : url.substring(question + 1).split("&", -1)) {
                int equals = pair.indexOf('=');
                if (equals > 0) {
                    parameters.put(pair.substring(0, equals), decode(pair.substring(equals + 1)));
                }
            }
        }
        return new RestUrl(front, parameters);
    }

    private static String decode(String encoded) {
        try {
            return URLDecoder.decode(encoded, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException badEscape) {
            return encoded;
        }
    }

    /** The path from that part of it on, such as {@code /api/}: a proxy may put something before it. */
    public String from(String root) {
        int start = path.indexOf(root);
        return start > 0 ? path.substring(start) : path;
    }

    /** The parameter's value, empty if there is none. */
    public String parameter(String name) {
        return parameters.getOrDefault(name, "");
    }
}
