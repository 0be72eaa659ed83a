package io.faultline.journal;

import io.faultline.market.Frame;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32C;

/** Bytes of the block form, as app/docs/journal.md draws them. All numbers are big-endian. */
final class BlockFormat {
    /** Ends a block file's name. */
    static final String SUFFIX = ".journal";

    static final int VERSION = 1;
    static final int BLOCK_HEADER_BYTES = 32;
    /** No block is longer, packed or unpacked: room for one frame of the greatest length beside small ones. */
    static final int MAX_BLOCK_BYTES = 64 << 20;

    static final int MAX_RECORD_BYTES = 32 << 20;

    static final int STREAM = 0;
    static final int LOST = 6;

    /** As PNG's: the first byte is no text, and a transfer that rewrites line ends breaks the rest. */
    private static final byte[] MAGIC = {(byte) 0x89, 'F', 'L', 'J', '\r', '\n', 0x1a, '\n'};

    private static final Frame.Kind[] KINDS = {
        Frame.Kind.WS, Frame.Kind.REST, Frame.Kind.WS_OUT, Frame.Kind.WS_OPEN, Frame.Kind.WS_CLOSE
    };

    private BlockFormat() {}

    /** Whether the file begins so, as far as it goes. */
    static boolean hasMagic(byte[] head) {
        int known = Math.min(head.length, MAGIC.length);
        return known > 0 && Arrays.equals(head, 0, known, MAGIC, 0, known);
    }

    static int tag(Frame.Kind kind) {
        return 1 + Arrays.asList(KINDS).indexOf(kind);
    }

    static boolean isFrame(int tag) {
        return tag >= 1 && tag <= KINDS.length;
    }

    static Frame.Kind kind(int tag) {
        return KINDS[tag - 1];
    }

    /** The start of a file: whose frames it holds, and the receive time of the first. */
    record FileHeader(String venue, long startNanos) {
        ByteBuffer encoded() {
            byte[] name = venue.getBytes(StandardCharsets.UTF_8);
            ByteBuffer bytes = ByteBuffer.allocate(MAGIC.length + 2 + 8 + 2 + name.length + 4);
            bytes.put(MAGIC).putShort((short) VERSION).putLong(startNanos);
            bytes.putShort((short) name.length).put(name);
            return bytes.putInt(crc(bytes.array(), bytes.position())).flip();
        }

        int size() {
            return encoded().limit();
        }

        /**
         * @throws EOFException when the file ends within its header
         * @throws JournalException when it is no header of a known version
         */
        static FileHeader read(InputStream in, String file) throws IOException {
            byte[] fixed = exactly(in, MAGIC.length + 12);
            ByteBuffer head = ByteBuffer.wrap(fixed).position(MAGIC.length);
            int version = head.getShort() & 0xffff;
            if (!hasMagic(fixed)) {
                throw new JournalException(file + ": not a journal: its first bytes are damaged");
            }
            if (version != VERSION) {
                throw new JournalException(file + ": written in version " + version
                        + " of the journal format; this program reads version " + VERSION);
            }
            long start = head.getLong();
            int length = head.getShort() & 0xffff;
            byte[] rest = exactly(in, length + 4);
            FileHeader header = new FileHeader(new String(rest, 0, length, StandardCharsets.UTF_8), start);
            if (ByteBuffer.wrap(rest).getInt(length) != header.encoded().getInt(header.size() - 4)) {
                throw new JournalException(file + ": the journal's file header is damaged (offset 0)");
            }
            return header;
        }
    }

    /**
     * The start of a block. A header without records ({@code length} 0) closes the file.
     *
     * @param length bytes that follow, packed
     * @param crc CRC-32C of this header but for the field itself, and of those bytes
     */
    record BlockHeader(int length, int crc, long firstNanos, long lastNanos, int count, int unpacked) {
        static BlockHeader of(byte[] packed, long first, long last, int count, int unpacked) {
            int length = packed.length;
            int crc = new BlockHeader(length, 0, first, last, count, unpacked).checksum(packed);
            return new BlockHeader(length, crc, first, last, count, unpacked);
        }

        ByteBuffer encoded() {
            ByteBuffer bytes = ByteBuffer.allocate(BLOCK_HEADER_BYTES);
            bytes.putInt(length).putInt(crc).putLong(firstNanos).putLong(lastNanos);
            return bytes.putInt(count).putInt(unpacked).flip();
        }

        static BlockHeader decode(ByteBuffer bytes) {
            return new BlockHeader(
                    bytes.getInt(), bytes.getInt(), bytes.getLong(), bytes.getLong(), bytes.getInt(), bytes.getInt());
        }

        boolean closesFile() {
            return length == 0;
        }

        /** Whether a block can be like this. */
        boolean plausible() {
            return length >= 0 && length <= MAX_BLOCK_BYTES && unpacked >= 0 && unpacked <= MAX_BLOCK_BYTES;
        }

        boolean fits(byte[] packed) {
            return crc == checksum(packed);
        }

        private int checksum(byte[] packed) {
            byte[] head = encoded().array();
            CRC32C sum = new CRC32C();
            sum.update(head, 0, 4);
            sum.update(head, 8, BLOCK_HEADER_BYTES - 8);
            sum.update(packed, 0, length);
            return (int) sum.getValue();
        }
    }

    static byte[] exactly(InputStream in, int length) throws IOException {
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new EOFException();
        }
        return bytes;
    }

    static String text(ByteBuffer bytes) {
        int length = bytes.getInt();
        if (length < 0 || length > bytes.remaining()) {
            throw new BufferUnderflowException();
        }
        byte[] text = new byte[length];
        bytes.get(text);
        return new String(text, StandardCharsets.UTF_8);
    }

    private static int crc(byte[] bytes, int length) {
        CRC32C sum = new CRC32C();
        sum.update(bytes, 0, length);
        return (int) sum.getValue();
    }
}
