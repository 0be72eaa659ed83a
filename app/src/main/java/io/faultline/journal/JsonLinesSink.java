package io.faultline.journal;

import com.google.gson.stream.JsonWriter;
import io.faultline.market.Frame;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.zip.GZIPOutputStream;

/** One gzip file of JSON lines, with every venue. */
final class JsonLinesSink implements FrameSink {
    private final FileChannel file;
    private final GZIPOutputStream gzip;
    private long bytes;

    JsonLinesSink(FileChannel file) throws IOException {
        this.file = file;
        OutputStream buffered = new BufferedOutputStream(counted(Channels.newOutputStream(file)), 1 << 16);
        this.gzip = new GZIPOutputStream(buffered, 1 << 13, true);
    }

    private OutputStream counted(OutputStream out) {
        return new OutputStream() {
            @Override
            public void write(byte[] data, int offset, int length) throws IOException {
                out.write(data, offset, length);
                bytes += length;
            }

            @Override
            public void write(int octet) throws IOException {
                out.write(octet);
                bytes++;
            }
        };
    }

    @Override
    public boolean write(Frame frame) throws IOException {
        String place = frame.kind() == Frame.Kind.WS ? "topic" : "url";
        return writeLine(
                frame.receivedNanos(),
                frame.venue(),
                frame.kind().id(),
                frame.connection(),
                place,
                frame.topic(),
                frame.text());
    }

    @Override
    public void lost(String venue, long nanos, long frames) throws IOException {
        writeLine(nanos, venue, JsonLine.LOST, "", "topic", "", String.format(Locale.ROOT, "%d", frames));
    }

    private boolean writeLine(
            long nanos, String venue, String dir, String connection, String place, String topic, String raw)
            throws IOException {
        StringWriter text = new StringWriter(raw.length() + raw.length() / 4 + 200);
        try (JsonWriter json = new JsonWriter(text)) {
            json.beginObject()
                    .name("t")
                    .value(nanos)
                    .name("venue")
                    .value(venue)
                    .name("dir")
                    .value(dir);
            if (!connection.isEmpty()) {
                json.name("conn").value(connection);
            }
            if (!topic.isEmpty()) {
                json.name(place).value(topic);
            }
            json.name("raw").value(raw).endObject();
        }
        byte[] line = text.append('\n').toString().getBytes(StandardCharsets.UTF_8);
        if (line.length > JsonLinesSource.MAX_LINE_BYTES) {
            return false;
        }
        gzip.write(line);
        return true;
    }

    @Override
    public void flush() throws IOException {
        gzip.flush();
    }

    @Override
    public void sync() throws IOException {
        file.force(false);
    }

    @Override
    public long bytes() {
        return bytes;
    }

    @Override
    public void close() throws IOException {
        try (FileChannel closing = file) {
            gzip.close();
            closing.force(false);
        }
    }
}
