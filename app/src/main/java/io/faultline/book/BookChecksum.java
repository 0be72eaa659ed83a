package io.faultline.book;

import io.faultline.market.Decimals;
import io.faultline.market.Side;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/**
 * OKX's checksum of a book: CRC-32 over its best 25 levels, {@code bidPrice:bidSize:askPrice:askSize:…} from the best on;
 * where one side has no more levels, the other goes on alone. Numbers are written as the venue writes them: plain and
 * without trailing zeros. Used again for each change.
 */
final class BookChecksum {
    private static final int LEVELS = 25;

    private final long[] bidPrices = new long[LEVELS];
    private final long[] bidSizes = new long[LEVELS];
    private final long[] askPrices = new long[LEVELS];
    private final long[] askSizes = new long[LEVELS];
    private final StringBuilder text = new StringBuilder(1_024);
    private final CRC32 crc = new CRC32();

    /** Its value as a signed number, as venues send it. */
    int of(OrderBook book) {
        int bids = book.copyLevels(Side.BID, 0, LEVELS, bidPrices, bidSizes);
        int asks = book.copyLevels(Side.ASK, Long.MAX_VALUE, LEVELS, askPrices, askSizes);
        text.setLength(0);
        for (int i = 0; i < Math.max(bids, asks); i++) {
            if (i < bids) {
                append(book, bidPrices[i], bidSizes[i]);
            }
            if (i < asks) {
                append(book, askPrices[i], askSizes[i]);
            }
        }
        crc.reset();
        crc.update(text.toString().getBytes(StandardCharsets.US_ASCII));
        return (int) crc.getValue();
    }

    private void append(OrderBook book, long price, long size) {
        if (text.length() > 0) {
            text.append(':');
        }
        Decimals.appendCanonical(text, price, book.priceScale());
        text.append(':');
        Decimals.appendCanonical(text, size, book.sizeScale());
    }
}
