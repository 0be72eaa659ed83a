package io.faultline.journal;

import io.faultline.market.Frame;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * One file that has been looked at: it is a journal, of a form that its first bytes tell, whatever its name.
 *
 * @param firstNanos receive time of its first frame; 0 if it has none or does not know it
 */
record JournalFile(Path path, Form form, long bytes, long firstNanos) {
    enum Form {
        GZIP_LINES,
        PLAIN_LINES,
        BLOCKS,
        /** Nothing, or the first bytes of a packed file: what a recorder killed at once leaves. */
        STUB
    }

    /**
     * The journals that these files and folders stand for. A folder stands for the files in it whose names end as a
     * journal's do, by name; what else lies there is none of our business.
     *
     * @throws JournalException naming the file and what is wrong with it
     */
    static List<JournalFile> find(List<Path> filesAndFolders) throws JournalException {
        if (filesAndFolders.isEmpty()) {
            throw new JournalException("no journal named");
        }
        List<JournalFile> found = new ArrayList<>();
        for (Path path : filesAndFolders) {
            if (Files.isDirectory(path)) {
                found.addAll(inFolder(path));
            } else {
                JournalFile file = probe(path);
                if (file.bytes == 0) {
                    throw new JournalException(path + ": the file is empty");
                }
                found.add(file);
            }
        }
        return found;
    }

    private static List<JournalFile> inFolder(Path folder) throws JournalException {
        List<Path> names;
        try (Stream<Path> entries = Files.list(folder)) {
            names = entries.filter(JournalFile::isNamedAsJournal).sorted().toList();
        } catch (IOException e) {
            throw new JournalException(folder + ": cannot list the folder: " + words(e), e);
        }
        List<JournalFile> found = new ArrayList<>();
        for (Path name : names) {
            found.add(probe(name));
        }
        if (found.stream().allMatch(file -> file.bytes == 0)) {
            throw new JournalException(folder + ": the folder holds no journal (*.journal, *.jsonl.gz or *.jsonl)");
        }
        return found;
    }

    private static boolean isNamedAsJournal(Path path) {
        String name = path.getFileName().toString();
        boolean named = name.endsWith(BlockFormat.SUFFIX) || name.endsWith(".jsonl.gz") || name.endsWith(".jsonl");
        return named && Files.isRegularFile(path);
    }

    private static JournalFile probe(Path path) throws JournalException {
        try {
            JournalFile file = new JournalFile(path, formOf(path), Files.size(path), 0);
            Damage damage = new Damage();
            try (FrameSource source = file.open(damage)) {
                Frame first = source.next();
                if (first == null
                        && file.form != Form.BLOCKS
                        && damage.lostFrames() == 0
                        && (!damage.truncatedTail() || damage.badLines() > 0)) {
                    String why = damage.notes().isEmpty()
                            ? ""
                            : ": " + damage.notes().get(0);
                    throw new JournalException(path + ": the file holds no frame" + why);
                }
                return first == null ? file : new JournalFile(path, file.form, file.bytes, first.receivedNanos());
            }
        } catch (JournalException e) {
            throw e;
        } catch (IOException e) {
            throw new JournalException(path + ": " + words(e), e);
        }
    }

    private static Form formOf(Path path) throws IOException {
        if (Files.exists(path) && !Files.isRegularFile(path)) {
            throw new JournalException(path + ": not a file");
        }
        byte[] head;
        try (InputStream in = Files.newInputStream(path)) {
            head = in.readNBytes(64);
        }
        if (head.length < 2 && (head.length == 0 || head[0] == 0x1f)) {
            return Form.STUB;
        }
        if (head[0] == 0x1f && head[1] == (byte) 0x8b) {
            return Form.GZIP_LINES;
        }
        if (BlockFormat.hasMagic(head)) {
            return Form.BLOCKS;
        }
        for (byte b : head) {
            if (b == '{') {
                return Form.PLAIN_LINES;
            }
            if (b != ' ' && b != '\t' && b != '\r' && b != '\n') {
                break;
            }
        }
        throw new JournalException(path + ": not a journal (neither blocks nor JSON lines, packed or plain)");
    }

    /** Opens the file at its first frame; what is wrong with it goes to {@code damage} as it is met. */
    FrameSource open(Damage damage) throws IOException {
        InputStream in = Files.newInputStream(path);
        return switch (form) {
            case PLAIN_LINES -> new JsonLinesSource(path, in, damage);
            case GZIP_LINES, STUB -> new JsonLinesSource(path, new Gunzip(in), damage);
            case BLOCKS -> new BlockSource(path, in, damage);
        };
    }

    static String words(IOException e) {
        if (e instanceof AccessDeniedException denied) {
            return "no permission for " + denied.getFile();
        }
        return e instanceof NoSuchFileException ? "no such file" : String.valueOf(e.getMessage());
    }
}
