package io.faultline.desk;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** Takes state in, value by value, and gives one SHA-256 for it: equal state, equal hash. */
final class StateDigest {
    private final MessageDigest sha256;
    private final ByteBuffer buffer = ByteBuffer.allocate(8);

    StateDigest() {
        try {
            sha256 = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    void add(long value) {
        buffer.clear();
        sha256.update(buffer.putLong(value).array());
    }

    void add(double value) {
        add(Double.doubleToLongBits(value));
    }

    void add(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        add(bytes.length);
        sha256.update(bytes);
    }

    /** Adds the value's own text form, or its absence. */
    void addOrAbsent(@Nullable Object value) {
        add(value == null ? "-" : value.toString());
    }

    String hex() {
        return HexFormat.of().formatHex(sha256.digest());
    }
}
