package io.faultline.liquidation;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;

/** A {@link KeptVenue} as bytes, for a file or a journal: a version, a checksum, and all of it compressed. */
public final class KeptCodec {
    private static final int MAGIC = 0x464c4b31; // "FLK1": another layout is another name
    private static final int MOST_BARS = 100_000;
    private static final int MOST_STATE = 1 << 20;
    private static final int HEAD = 2 * Integer.BYTES;

    private KeptCodec() {}

    public static byte[] encode(KeptVenue kept) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream(1 << 18);
        Deflater fast = new Deflater(Deflater.BEST_SPEED);
        try (DataOutputStream out = new DataOutputStream(new DeflaterOutputStream(packed, fast, 1 << 13))) {
            write(kept, out);
        } catch (IOException e) {
            throw new UncheckedIOException("nothing is written but memory", e);
        } finally {
            fast.end();
        }
        byte[] body = packed.toByteArray();
        return ByteBuffer.allocate(HEAD + body.length)
                .putInt(MAGIC)
                .putInt(checksum(body))
                .put(body)
                .array();
    }

    private static void write(KeptVenue kept, DataOutputStream out) throws IOException {
        byte[] state = SnapshotCodec.encode(kept.snapshot());
        out.writeInt(state.length);
        out.write(state);
        out.writeLong(kept.liveSinceMillis());
        ParameterCodec.write(kept.parameters(), out);
        out.writeInt(kept.flags().size());
        for (GridFlag flag : GridFlag.values()) {
            if (kept.flags().contains(flag)) {
                out.writeUTF(flag.name());
            }
        }
        out.writeInt(kept.bars().size());
        for (GridBar bar : kept.bars()) {
            out.writeLong(bar.startMillis());
            for (double figure : figures(bar)) {
                out.writeDouble(figure);
            }
        }
    }

    private static double[] figures(GridBar bar) {
        return new double[] {
            bar.seconds(),
            bar.open(),
            bar.high(),
            bar.low(),
            bar.close(),
            bar.markLow(),
            bar.markHigh(),
            bar.markClose(),
            bar.buyUsd(),
            bar.sellUsd(),
            bar.openInterest(),
            bar.forcedLongUsd(),
            bar.forcedShortUsd()
        };
    }

    /** Empty if the bytes are of another version, damaged, or hold what no grid has. */
    public static Optional<KeptVenue> decode(byte[] bytes) {
        if (bytes.length < HEAD) {
            return Optional.empty();
        }
        ByteBuffer head = ByteBuffer.wrap(bytes);
        byte[] body = Arrays.copyOfRange(bytes, HEAD, bytes.length);
        if (head.getInt() != MAGIC || head.getInt() != checksum(body)) {
            return Optional.empty();
        }
        InputStream unpacked = new InflaterInputStream(new ByteArrayInputStream(body));
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(unpacked, 1 << 16))) {
            return read(in);
        } catch (IOException | IllegalArgumentException impossible) {
            return Optional.empty();
        }
    }

    private static Optional<KeptVenue> read(DataInputStream in) throws IOException {
        int length = in.readInt();
        if (length < 0 || length > MOST_STATE) {
            return Optional.empty();
        }
        byte[] state = in.readNBytes(length);
        Optional<GridSnapshot> snapshot = SnapshotCodec.decode(state);
        long liveSince = in.readLong();
        ModelParameters parameters = ParameterCodec.read(in);
        Set<GridFlag> flags = EnumSet.noneOf(GridFlag.class);
        for (int left = in.readInt(); left > 0; left--) {
            flags.add(GridFlag.valueOf(in.readUTF()));
        }
        int count = in.readInt();
        if (count < 0 || count > MOST_BARS) {
            return Optional.empty();
        }
        List<GridBar> bars = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            bars.add(bar(in));
        }
        boolean fine =
                BarSeries.of(bars).bars().size() >= count && bars.stream().allMatch(GridBar::isPossible);
        return fine ? snapshot.map(each -> new KeptVenue(each, bars, flags, parameters, liveSince)) : Optional.empty();
    }

    private static GridBar bar(DataInputStream in) throws IOException {
        long start = in.readLong();
        double[] f = new double[13];
        for (int i = 0; i < f.length; i++) {
            f[i] = in.readDouble();
        }
        return new GridBar(start, f[0], f[1], f[2], f[3], f[4], f[5], f[6], f[7], f[8], f[9], f[10], f[11], f[12]);
    }

    private static int checksum(byte[] bytes) {
        CRC32 crc = new CRC32();
        crc.update(bytes);
        return (int) crc.getValue();
    }
}
