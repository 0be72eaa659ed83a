package io.faultline.market;

import java.util.Arrays;
import java.util.concurrent.ArrayBlockingQueue;
import org.jspecify.annotations.Nullable;

/**
 * Changes to some levels of a book: at each price the new absolute size, 0 to remove the level.
 *
 * <p>Reused, because thousands of these pass each second: whoever holds one owns it, may pass it on once, and calls
 * {@link #release()} when done; after that it belongs to its {@link Pool} and is written again. One thread at a time;
 * the hand-over must publish it safely (a queue does).
 */
public final class BookDelta implements MarketEvent.OfInstrument {
    /** Sequence number where the venue sends none: such a change follows on whatever such a one came before. */
    public static final long UNNUMBERED = Long.MIN_VALUE;

    private static final InstrumentId UNSET = new InstrumentId(Venue.BINANCE, "?");

    private final @Nullable Pool pool;
    private InstrumentId instrument = UNSET;
    private String connection = "";
    private long receivedNanos;
    private long exchangeMillis;
    private long firstId;
    private long lastId;
    private long previousId;
    private int priceScale;
    private int sizeScale;
    private int bidCount;
    private int count;
    private boolean checked;
    private int checksum;
    private long[] prices = new long[64];
    private long[] sizes = new long[64];
    private boolean released;

    BookDelta(@Nullable Pool pool) {
        this.pool = pool;
    }

    /** A delta that belongs to no pool. */
    public static BookDelta unpooled() {
        return new BookDelta(null);
    }

    /**
     * Starts it anew, with no levels.
     *
     * @param firstId first sequence number that it covers
     * @param lastId last sequence number that it covers
     * @param previousId {@code lastId} of the delta before it in the venue's chain
     */
    public void begin(
            InstrumentId instrument,
            long receivedNanos,
            long exchangeMillis,
            long firstId,
            long lastId,
            long previousId,
            int priceScale,
            int sizeScale) {
        this.instrument = instrument;
        this.connection = "";
        this.receivedNanos = receivedNanos;
        this.exchangeMillis = exchangeMillis;
        this.firstId = firstId;
        this.lastId = lastId;
        this.previousId = previousId;
        this.priceScale = priceScale;
        this.sizeScale = sizeScale;
        this.bidCount = 0;
        this.count = 0;
        this.checked = false;
    }

    /** Says which socket brought it: changes that came on two of them are no chain. */
    public void cameOn(String socket) {
        connection = socket;
    }

    /** Says what the venue's checksum of the book is once this has been applied. */
    public void expectChecksum(int expected) {
        checked = true;
        checksum = expected;
    }

    /** Appends a bid; all bids come before the first ask. */
    public void addBid(long price, long size) {
        if (bidCount != count) {
            throw new IllegalStateException("a bid after an ask");
        }
        append(price, size);
        bidCount++;
    }

    /** Appends an ask. */
    public void addAsk(long price, long size) {
        append(price, size);
    }

    private void append(long price, long size) {
        if (count == prices.length) {
            prices = Arrays.copyOf(prices, count * 2);
            sizes = Arrays.copyOf(sizes, count * 2);
        }
        prices[count] = price;
        sizes[count] = size;
        count++;
    }

    @Override
    public InstrumentId instrument() {
        return instrument;
    }

    @Override
    public long receivedNanos() {
        return receivedNanos;
    }

    /** The socket that brought it; empty where nobody said, and then it is the only one. */
    public String connection() {
        return connection;
    }

    public long exchangeMillis() {
        return exchangeMillis;
    }

    public long firstId() {
        return firstId;
    }

    public long lastId() {
        return lastId;
    }

    public long previousId() {
        return previousId;
    }

    public int priceScale() {
        return priceScale;
    }

    public int sizeScale() {
        return sizeScale;
    }

    /** How many levels are bids: indices 0 to {@code bidCount() - 1}; the rest are asks. */
    public int bidCount() {
        return bidCount;
    }

    /** Levels of both sides together. */
    public int count() {
        return count;
    }

    /** Whether the venue sent a checksum along. */
    public boolean hasChecksum() {
        return checked;
    }

    /** The venue's checksum of the book with this change; of no meaning unless {@link #hasChecksum}. */
    public int checksum() {
        return checksum;
    }

    public long price(int index) {
        return prices[index];
    }

    public long size(int index) {
        return sizes[index];
    }

    /** Gives it back; the caller must not touch it again. */
    public void release() {
        if (released) {
            throw new IllegalStateException("released twice: " + instrument + " " + lastId);
        }
        if (pool != null) {
            released = true;
            pool.give(this);
        }
    }

    /** Deltas to be used again. Thread-safe; a released delta that finds the pool full is left to the collector. */
    public static final class Pool {
        private final ArrayBlockingQueue<BookDelta> free;

        public Pool(int capacity) {
            free = new ArrayBlockingQueue<>(capacity);
        }

        /** A delta that the caller owns until it releases it. */
        public BookDelta take() {
            BookDelta delta = free.poll();
            if (delta == null) {
                return new BookDelta(this);
            }
            delta.released = false;
            return delta;
        }

        @SuppressWarnings("CheckReturnValue") // a full pool lets the collector have it
        private void give(BookDelta delta) {
            free.offer(delta);
        }
    }
}
