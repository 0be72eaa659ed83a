package io.faultline.liquidation;

import io.faultline.market.PositionSide;
import io.faultline.market.Venue;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.zip.CRC32;

/**
 * A {@link GridSnapshot} as bytes, to be kept for a restart: a version, the figures, the cells of each row from its first
 * to its last that is not empty, and a checksum over all of it.
 */
public final class SnapshotCodec {
    private static final int MAGIC = 0x464c4731; // "FLG1": another layout is another name
    private static final int LONGEST_ID = 64;

    private SnapshotCodec() {}

    public static byte[] encode(GridSnapshot snapshot) {
        ByteBuffer out = ByteBuffer.allocate(1024 + MassCells.ROWS * (8 + 4 * Bins.COUNT));
        byte[] id = snapshot.venue().id().getBytes(StandardCharsets.US_ASCII);
        out.putInt(MAGIC)
                .putInt(id.length)
                .put(id)
                .putLong(snapshot.exchangeMillis())
                .putInt(snapshot.base());
        out.putDouble(snapshot.mark()).putDouble(snapshot.openInterest()).putDouble(snapshot.carryUsd());
        for (PositionSide side : PositionSide.values()) {
            for (double figure : snapshot.calibration(side).figures()) {
                out.putDouble(figure);
            }
        }
        for (int row = 0; row < MassCells.ROWS; row++) {
            putRow(out, snapshot.row(row));
        }
        out.putInt(checksum(out.array(), out.position()));
        byte[] bytes = new byte[out.position()];
        out.flip();
        out.get(bytes);
        return bytes;
    }

    private static void putRow(ByteBuffer out, float[] row) {
        int from = 0;
        int until = row.length;
        while (from < until && row[from] == 0) {
            from++;
        }
        while (until > from && row[until - 1] == 0) {
            until--;
        }
        out.putInt(from).putInt(until);
        for (int i = from; i < until; i++) {
            out.putFloat(row[i]);
        }
    }

    /** Empty if the bytes are of another version, damaged, or hold what no grid has. */
    public static Optional<GridSnapshot> decode(byte[] bytes) {
        int end = bytes.length - Integer.BYTES;
        if (end < Integer.BYTES || ByteBuffer.wrap(bytes).getInt(end) != checksum(bytes, end)) {
            return Optional.empty();
        }
        ByteBuffer in = ByteBuffer.wrap(bytes, 0, end);
        return in.getInt() == MAGIC ? read(in) : Optional.empty();
    }

    private static Optional<GridSnapshot> read(ByteBuffer in) {
        int length = in.getInt();
        if (length < 0 || length > LONGEST_ID) {
            return Optional.empty();
        }
        byte[] id = new byte[length];
        in.get(id);
        Optional<Venue> venue = Venue.ofId(new String(id, StandardCharsets.US_ASCII));
        long millis = in.getLong();
        int base = in.getInt();
        double[] figures = {in.getDouble(), in.getDouble(), in.getDouble()};
        Calibration longs = calibration(in);
        Calibration shorts = calibration(in);
        float[][] rows = new float[MassCells.ROWS][Bins.COUNT];
        for (float[] row : rows) {
            int from = in.getInt();
            int until = in.getInt();
            for (int i = from; i < until; i++) {
                row[i] = in.getFloat();
            }
        }
        return Possible.price(figures[0])
                ? venue.map(each -> new GridSnapshot(each, millis, base, figures, rows, longs, shorts))
                : Optional.empty();
    }

    private static Calibration calibration(ByteBuffer in) {
        double[] figures = new double[Calibration.FIGURES];
        for (int i = 0; i < figures.length; i++) {
            figures[i] = in.getDouble();
        }
        return Calibration.restored(figures);
    }

    private static int checksum(byte[] bytes, int length) {
        CRC32 crc = new CRC32();
        crc.update(bytes, 0, length);
        return (int) crc.getValue();
    }
}
