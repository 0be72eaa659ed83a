package io.faultline.cli;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.faultline.market.InstrumentId;
import io.faultline.market.KeptGrid;
import io.faultline.market.Venue;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.CRC32;

/**
 * The liquidation grids of one symbol as they are kept for the next start: a file of lines, the first of which names the
 * version, the time and a checksum of the others; each of those is a venue, its name of the contract, and the state. It is
 * written anew each time, beside the old one, and then takes its place.
 */
final class GridFile {
    private static final String FORMAT = "faultline-grids-1";
    private static final Duration OLDEST = Duration.ofDays(30);
    private static final long NANOS_PER_MILLI = 1_000_000;

    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final Path folder;
    private final String symbol;

    /** @param symbol canonical */
    GridFile(Path folder, String symbol) {
        this.folder = folder;
        this.symbol = symbol;
    }

    /**
     * What was kept.
     *
     * @param grids none if there is nothing to go on from
     * @param words what was wrong; empty if nothing was
     */
    record Kept(List<KeptGrid> grids, String words) {
        static final Kept NOTHING = new Kept(List.of(), "");

        Kept {
            grids = List.copyOf(grids);
        }
    }

    /**
     * Deletes all that is kept in a folder: of a market whose past is not the one of the market to come.
     *
     * @throws IOException if it cannot be deleted
     */
    static void forget(Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            try (Stream<Path> files = Files.list(folder)) {
                for (Path file : files.toList()) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }

    private Path path() {
        return folder.resolve(symbol + ".grids");
    }

    /** Replaces the file, all of it or nothing. */
    void write(List<KeptGrid> grids, long nowMillis) throws IOException {
        StringBuilder lines = new StringBuilder();
        for (KeptGrid grid : grids) {
            lines.append(grid.venue().id())
                    .append(' ')
                    .append(grid.instrument().symbol())
                    .append(' ')
                    .append(grid.state())
                    .append('\n');
        }
        byte[] body = lines.toString().getBytes(US_ASCII);
        String head = FORMAT + " " + nowMillis + " " + checksum(body) + "\n";
        Files.createDirectories(folder);
        Path fresh = folder.resolve(symbol + ".grids.new");
        try (FileChannel file = FileChannel.open(
                        fresh,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.WRITE,
                        StandardOpenOption.TRUNCATE_EXISTING);
                OutputStream out = Channels.newOutputStream(file)) {
            out.write(head.getBytes(US_ASCII));
            out.write(body);
            file.force(true);
        }
        try {
            Files.move(fresh, path(), StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(fresh, path(), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static long checksum(byte[] body) {
        CRC32 crc = new CRC32();
        crc.update(body);
        return crc.getValue();
    }

    /** Reads the file; one that is damaged, or of another version, is put aside under a name of its own. */
    Kept read(long nowMillis) {
        if (!Files.exists(path())) {
            return Kept.NOTHING;
        }
        try {
            byte[] bytes = Files.readAllBytes(path());
            Optional<Kept> kept = parse(new String(bytes, US_ASCII), nowMillis);
            return kept.isPresent() ? kept.get() : putAside(nowMillis);
        } catch (IOException e) {
            return new Kept(List.of(), "the grids of the last session cannot be read: " + e.getMessage());
        }
    }

    private Optional<Kept> parse(String text, long nowMillis) {
        int end = text.indexOf('\n');
        String[] head = end < 0 ? new String[0] : text.substring(0, end).split(" ", -1);
        if (head.length != 3 || !head[0].equals(FORMAT)) {
            return Optional.empty();
        }
        try {
            long savedMillis = Long.parseLong(head[1]);
            String body = text.substring(end + 1);
            if (Long.parseLong(head[2]) != checksum(body.getBytes(US_ASCII))) {
                return Optional.empty();
            }
            long age = nowMillis - savedMillis;
            if (age < 0 || age > OLDEST.toMillis()) {
                String words = "the grids of the last session are of " + Instant.ofEpochMilli(savedMillis)
                        + ", and so not used";
                return Optional.of(new Kept(List.of(), words));
            }
            return Optional.of(new Kept(grids(body, savedMillis), ""));
        } catch (NumberFormatException damaged) {
            return Optional.empty();
        }
    }

    private static List<KeptGrid> grids(String body, long savedMillis) {
        List<KeptGrid> grids = new ArrayList<>();
        for (String line : body.lines().toList()) {
            String[] parts = line.split(" ", -1);
            Optional<Venue> venue = parts.length == 3 ? Venue.ofId(parts[0]) : Optional.empty();
            venue.ifPresent(of -> grids.add(
                    new KeptGrid(new InstrumentId(of, parts[1]), savedMillis * NANOS_PER_MILLI, true, parts[2])));
        }
        return grids;
    }

    private Kept putAside(long nowMillis) throws IOException {
        Path aside = folder.resolve(symbol + "-damaged-" + STAMP.format(Instant.ofEpochMilli(nowMillis)) + ".grids");
        Files.move(path(), aside, StandardCopyOption.REPLACE_EXISTING);
        return new Kept(
                List.of(),
                "the grids of the last session are damaged or of another version; kept as " + aside.getFileName());
    }
}
