package io.faultline.ui.export;

import com.google.gson.stream.JsonWriter;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes sheets as CSV (RFC 4180) or JSON. Times are UTC, numbers plain, and what is not known is empty or null. */
public final class SheetFile {
    private SheetFile() {}

    /** How a sheet is written. */
    public enum Format {
        CSV,
        JSON;

        /** What the file's name ends with. */
        public String extension() {
            return this == CSV ? ".csv" : ".json";
        }
    }

    /**
     * Writes the whole of it, or nothing.
     *
     * @throws IOException if it cannot be written; then there is no such file
     */
    public static void write(Sheet sheet, Origin origin, Format format, Path file) throws IOException {
        if (file.getParent() != null) {
            Files.createDirectories(file.getParent());
        }
        Path half = file.resolveSibling(file.getFileName() + ".part");
        try (BufferedWriter out = Files.newBufferedWriter(half, StandardCharsets.UTF_8)) {
            if (format == Format.CSV) {
                csv(sheet, origin, out);
            } else {
                json(sheet, origin, out);
            }
        } catch (IOException e) {
            Files.deleteIfExists(half);
            throw e;
        }
        try {
            Files.move(half, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(half, file, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** Symbol and source stand in every row, so that rows of several files can be put together. */
    static void csv(Sheet sheet, Origin origin, Writer out) throws IOException {
        for (String column : sheet.columns()) {
            out.append(quoted(column)).append(',');
        }
        out.append("symbol,source,taken_utc\r\n");
        String last =
                quoted(origin.symbol()) + "," + quoted(origin.source()) + "," + instant(origin.takenNanos()) + "\r\n";
        for (List<@Nullable Object> row : sheet.rows()) {
            for (Object cell : row) {
                String text = text(cell);
                out.append(text == null ? "" : quoted(text)).append(',');
            }
            out.append(last);
        }
    }

    static void json(Sheet sheet, Origin origin, Writer out) throws IOException {
        JsonWriter json = new JsonWriter(out);
        json.setIndent(" ");
        json.beginObject();
        json.name("what").value(sheet.name());
        json.name("symbol").value(origin.symbol());
        json.name("source").value(origin.source());
        json.name("taken_utc").value(instant(origin.takenNanos()).toString());
        json.name("program").value(origin.program());
        json.name("rows").beginArray();
        json.flush();
        for (List<@Nullable Object> row : sheet.rows()) {
            json.beginObject();
            json.setIndent("");
            for (int i = 0; i < row.size(); i++) {
                json.name(sheet.columns().get(i));
                value(json, row.get(i));
            }
            json.endObject();
            json.setIndent(" ");
        }
        json.endArray();
        json.endObject();
        json.flush();
        out.append('\n');
    }

    private static void value(JsonWriter json, @Nullable Object cell) throws IOException {
        if (cell instanceof Boolean truth) {
            json.value(truth);
        } else if (cell instanceof Number number && text(number) != null) {
            json.value(number instanceof Double figure ? BigDecimal.valueOf(figure) : number);
        } else {
            json.value(cell instanceof Number ? null : text(cell));
        }
    }

    /** Shortest digits that give the same number again; null where nothing is known. */
    private static @Nullable String text(@Nullable Object cell) {
        if (cell instanceof Double figure) {
            return Double.isFinite(figure) ? BigDecimal.valueOf(figure).toPlainString() : null;
        }
        if (cell instanceof BigDecimal exact) {
            return exact.toPlainString();
        }
        return cell == null ? null : cell.toString();
    }

    private static String quoted(String text) {
        boolean plain = text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
    }

    private static Instant instant(long nanos) {
        return Instant.ofEpochSecond(Math.floorDiv(nanos, 1_000_000_000L), Math.floorMod(nanos, 1_000_000_000L));
    }
}
