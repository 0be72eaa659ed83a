package io.faultline.journal;

import com.github.luben.zstd.Zstd;
import io.faultline.journal.BlockFormat.BlockHeader;
import io.faultline.market.Frame;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** Records of one block, until it is written. Streams are named within the block, so that it stands alone. */
final class BlockBuilder {
    private static final int FULL_RECORDS = 256;
    private static final int FULL_BYTES = 1 << 20;
    private static final int LEVEL = 3;

    private final Map<Stream, Integer> streams = new HashMap<>();
    private ByteBuffer records = ByteBuffer.allocate(1 << 16);
    private int count;
    private long firstNanos;
    private long lastNanos;

    private record Stream(String connection, String topic) {}

    /** Adds the frame, unless it is longer than a journal takes. */
    boolean add(Frame frame) {
        byte[] text = frame.text().getBytes(StandardCharsets.UTF_8);
        Stream stream = new Stream(frame.connection(), frame.topic());
        if ((long) text.length + size(stream) > BlockFormat.MAX_RECORD_BYTES) {
            return false;
        }
        Integer id = streams.get(stream);
        if (id == null) {
            id = streams.size();
            streams.put(stream, id);
            reserve(1 + size(stream));
            records.put((byte) BlockFormat.STREAM);
            putText(stream.connection.getBytes(StandardCharsets.UTF_8));
            putText(stream.topic.getBytes(StandardCharsets.UTF_8));
        }
        reserve(1 + 8 + 2 + 4 + text.length);
        records.put((byte) BlockFormat.tag(frame.kind())).putLong(frame.receivedNanos());
        records.putShort(id.shortValue());
        putText(text);
        count(frame.receivedNanos());
        return true;
    }

    void addLost(long nanos, long lostFrames) {
        reserve(1 + 8 + 8);
        records.put((byte) BlockFormat.LOST).putLong(nanos).putLong(lostFrames);
        count(nanos);
    }

    private static int size(Stream stream) {
        return 8 + 3 * (stream.connection.length() + stream.topic.length());
    }

    private void count(long nanos) {
        firstNanos = count == 0 ? nanos : Math.min(firstNanos, nanos);
        lastNanos = count == 0 ? nanos : Math.max(lastNanos, nanos);
        count++;
    }

    private void putText(byte[] text) {
        records.putInt(text.length).put(text);
    }

    private void reserve(int bytes) {
        if (records.remaining() < bytes) {
            int capacity = Math.max(2 * records.capacity(), records.position() + bytes);
            records = ByteBuffer.wrap(Arrays.copyOf(records.array(), capacity)).position(records.position());
        }
    }

    boolean full() {
        return count >= FULL_RECORDS || records.position() >= FULL_BYTES;
    }

    boolean empty() {
        return count == 0;
    }

    /** The block with its header, ready to be written; the next one begins. */
    ByteBuffer take() {
        byte[] unpacked = Arrays.copyOf(records.array(), records.position());
        byte[] packed = Zstd.compress(unpacked, LEVEL);
        BlockHeader header = BlockHeader.of(packed, firstNanos, lastNanos, count, unpacked.length);
        streams.clear();
        records = records.capacity() > 2 * FULL_BYTES ? ByteBuffer.allocate(1 << 16) : records.clear();
        count = 0;
        ByteBuffer block = ByteBuffer.allocate(BlockFormat.BLOCK_HEADER_BYTES + packed.length);
        return block.put(header.encoded()).put(packed).flip();
    }
}
