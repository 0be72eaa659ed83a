package io.faultline.journal;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import java.util.zip.ZipException;

/**
 * Unpacks gzip (RFC 1952), one member after another. Unlike the JDK's stream it gives every byte that can be unpacked
 * before it reports a break, and never takes data that follows the last member for its end.
 */
final class Gunzip extends InputStream {
    private static final int FLAG_HEADER_CRC = 2;
    private static final int FLAG_EXTRA = 4;
    private static final int FLAG_NAME = 8;
    private static final int FLAG_COMMENT = 16;

    private final InputStream in;
    private final Inflater inflater = new Inflater(true);
    private final CRC32 crc = new CRC32();
    private final byte[] packed = new byte[1 << 16];
    private int position;
    private int limit;
    private boolean inMember;
    private boolean damaged;
    private long members;

    Gunzip(InputStream in) {
        this.in = in;
    }

    /**
     * @throws EOFException where the packed data breaks off
     * @throws ZipException where they are damaged
     */
    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        while (true) {
            if (damaged) {
                throw new ZipException("invalid data");
            }
            if (!inMember && !enterMember()) {
                return -1;
            }
            int n = inflate(target, offset, length);
            if (n > 0 || length == 0) {
                return n;
            }
            if (inflater.finished()) {
                leaveMember();
            } else if (!damaged) {
                if (!fill()) {
                    throw new EOFException();
                }
                inflater.setInput(packed, position, limit - position);
            }
        }
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    private int inflate(byte[] target, int offset, int length) {
        long before = inflater.getBytesWritten();
        try {
            inflater.inflate(target, offset, length);
        } catch (DataFormatException e) {
            damaged = true;
        }
        int n = (int) (inflater.getBytesWritten() - before);
        crc.update(target, offset, n);
        return n;
    }

    /** Reads a member's header, unless the data ends here, after the last one. */
    private boolean enterMember() throws IOException {
        if (position == limit && !fill() && members > 0) {
            return false;
        }
        if (octet() != 0x1f || octet() != 0x8b || octet() != 8) {
            throw new ZipException("other data where a gzip member should begin");
        }
        int flags = octet();
        skip(6);
        if ((flags & FLAG_EXTRA) != 0) {
            skip(octet() | octet() << 8);
        }
        if ((flags & FLAG_NAME) != 0) {
            skipText();
        }
        if ((flags & FLAG_COMMENT) != 0) {
            skipText();
        }
        if ((flags & FLAG_HEADER_CRC) != 0) {
            skip(2);
        }
        inflater.reset();
        inflater.setInput(packed, position, limit - position);
        crc.reset();
        inMember = true;
        return true;
    }

    private void leaveMember() throws IOException {
        position = limit - inflater.getRemaining();
        boolean intact = littleEndian() == crc.getValue();
        intact &= littleEndian() == (inflater.getBytesWritten() & 0xffff_ffffL);
        if (!intact) {
            damaged = true;
            throw new ZipException("its checksum does not match: something before is not what was written");
        }
        inMember = false;
        members++;
    }

    private long littleEndian() throws IOException {
        long value = 0;
        for (int shift = 0; shift < 32; shift += 8) {
            value |= (long) octet() << shift;
        }
        return value;
    }

    private void skip(int octets) throws IOException {
        for (int i = 0; i < octets; i++) {
            octet();
        }
    }

    private void skipText() throws IOException {
        int octet;
        do {
            octet = octet();
        } while (octet != 0);
    }

    private int octet() throws IOException {
        if (position == limit && !fill()) {
            throw new EOFException();
        }
        return packed[position++] & 0xff;
    }

    private boolean fill() throws IOException {
        position = 0;
        limit = Math.max(0, in.read(packed, 0, packed.length));
        return limit > 0;
    }

    @Override
    public void close() throws IOException {
        inflater.end();
        in.close();
    }
}
