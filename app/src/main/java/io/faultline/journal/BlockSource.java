package io.faultline.journal;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdException;
import io.faultline.journal.BlockFormat.BlockHeader;
import io.faultline.journal.BlockFormat.FileHeader;
import io.faultline.market.Frame;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/**
 * Frames of a block file. A block is given whole or not at all; at the first bad one the file is left, since what lies
 * behind a wrong length cannot be told from records.
 */
final class BlockSource implements FrameSource {
    private final Path file;
    private final InputStream in;
    private final Damage damage;
    private final Queue<Frame> frames = new ArrayDeque<>();
    private String venue = "";
    private long offset;
    private long whole;
    private boolean done;

    BlockSource(Path file, InputStream in, Damage damage) {
        this.file = file;
        this.in = new BufferedInputStream(in, 1 << 16);
        this.damage = damage;
    }

    @Override
    public @Nullable Frame next() throws IOException {
        while (frames.isEmpty() && !done) {
            try {
                readOn();
            } catch (EOFException e) {
                cut(offset == 0 ? "the file header stops in the middle" : "the block stops in the middle");
            }
        }
        return frames.poll();
    }

    private void readOn() throws IOException {
        if (offset == 0) {
            FileHeader header = FileHeader.read(in, file.toString());
            venue = header.venue();
            offset = header.size();
            return;
        }
        byte[] head = in.readNBytes(BlockFormat.BLOCK_HEADER_BYTES);
        if (head.length == 0) {
            cut("the recorder stopped without closing the file");
            return;
        }
        if (head.length < BlockFormat.BLOCK_HEADER_BYTES) {
            throw new EOFException();
        }
        BlockHeader header = BlockHeader.decode(ByteBuffer.wrap(head));
        if (!header.plausible()) {
            cut("the block's header is damaged");
            return;
        }
        byte[] packed = BlockFormat.exactly(in, header.length());
        if (!header.fits(packed)) {
            cut("the block's checksum does not match");
        } else if (header.closesFile()) {
            done = true;
            if (in.read() >= 0) {
                cut("data follow the end of the journal");
            }
        } else {
            take(header, packed);
            offset += BlockFormat.BLOCK_HEADER_BYTES + header.length();
        }
    }

    private void take(BlockHeader header, byte[] packed) {
        byte[] records = new byte[header.unpacked()];
        try {
            if (Zstd.decompress(records, packed) == records.length && unpack(ByteBuffer.wrap(records))) {
                return;
            }
        } catch (ZstdException | BufferUnderflowException e) {
            // Said below: the checksum fits, so it is no damage but a file made wrong.
        }
        cut("the block's records are malformed");
    }

    private boolean unpack(ByteBuffer records) {
        record Stream(String connection, String topic) {}
        List<Stream> streams = new ArrayList<>();
        List<Frame> block = new ArrayList<>();
        while (records.hasRemaining()) {
            int tag = records.get();
            if (tag == BlockFormat.STREAM) {
                streams.add(new Stream(BlockFormat.text(records), BlockFormat.text(records)));
            } else if (BlockFormat.isFrame(tag)) {
                long nanos = records.getLong();
                int id = records.getShort() & 0xffff;
                if (id >= streams.size()) {
                    return false;
                }
                Stream stream = streams.get(id);
                String text = BlockFormat.text(records);
                block.add(new Frame(nanos, venue, BlockFormat.kind(tag), stream.connection, stream.topic, text));
            } else if (tag == BlockFormat.LOST) {
                long nanos = records.getLong();
                damage.lost(file, records.getLong(), venue, nanos);
            } else {
                return false;
            }
        }
        frames.addAll(block);
        whole += block.size();
        return true;
    }

    private void cut(String why) {
        done = true;
        damage.truncated(file, why + ", at byte " + offset + ", after " + whole + " whole frames");
    }

    @Override
    public void close() {
        try {
            in.close();
        } catch (IOException e) {
            done = true;
        }
    }
}
