package io.faultline.practice;

import java.util.Map;

/**
 * An HTTP answer.
 *
 * @param status HTTP
 */
record Answer(int status, Map<String, String> headers, String body) {
    static Answer ok(String body) {
        return new Answer(200, Map.of(), body);
    }

    static Answer ok(Json body) {
        return ok(body.toString());
    }

    static Answer of(int status, String body) {
        return new Answer(status, Map.of(), body);
    }
}
