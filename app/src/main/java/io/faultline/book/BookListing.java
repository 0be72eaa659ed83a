package io.faultline.book;

import io.faultline.market.Decimals;
import io.faultline.market.Side;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The canonical listing of a book: a line {@code price size} for each level, bids from the highest down, then asks from
 * the lowest up, plain decimals without trailing zeros. Two books are equal when their listings are.
 */
public final class BookListing {
    private BookListing() {}

    /** SHA-256 of the whole listing, lower-case hex. */
    public static String sha256(OrderBook book) {
        MessageDigest digest = newDigest();
        StringBuilder lines = new StringBuilder(8_192);
        for (Side side : Side.values()) {
            book.forEach(side, (price, size) -> {
                appendLevel(lines, book, price, size);
                if (lines.length() > 8_000) {
                    drain(lines, digest);
                }
            });
        }
        drain(lines, digest);
        return HexFormat.of().formatHex(digest.digest());
    }

    static void appendLevel(StringBuilder lines, OrderBook book, long price, long size) {
        Decimals.appendCanonical(lines, price, book.priceScale());
        lines.append(' ');
        Decimals.appendCanonical(lines, size, book.sizeScale());
        lines.append('\n');
    }

    static void drain(StringBuilder lines, MessageDigest digest) {
        digest.update(lines.toString().getBytes(StandardCharsets.US_ASCII));
        lines.setLength(0);
    }

    static MessageDigest newDigest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java platform has SHA-256", e);
        }
    }
}
