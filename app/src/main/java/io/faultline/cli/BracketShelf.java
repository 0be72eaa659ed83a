package io.faultline.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.faultline.market.RiskTiers;
import io.faultline.venue.RiskTierTables;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The margin tables in files of the home folder, where the user puts newer ones than come with the program. Thread-safe. */
final class BracketShelf {
    private static final Logger LOG = LoggerFactory.getLogger(BracketShelf.class);
    private static final long MOST_BYTES = 8 << 20;
    private static final String ENDING = ".json";

    /** Before the number of a further file of one name: after a point, so that it counts as the later one. */
    private static final String AGAIN = "_again";

    private final @Nullable Path folder;
    private final List<Consumer<List<RiskTiers>>> users = new CopyOnWriteArrayList<>();
    private boolean looked;
    private List<RiskTiers> tables = List.of();
    private List<String> words = List.of();

    /** @param folder need not exist; null where nothing is imported */
    BracketShelf(@Nullable Path folder) {
        this.folder = folder;
    }

    /** @param user is given the tables of each file that is imported from now on, until it {@link #leave leaves} */
    void enter(Consumer<List<RiskTiers>> user) {
        users.add(user);
    }

    void leave(Consumer<List<RiskTiers>> user) {
        users.remove(user);
    }

    /** Of two tables of one contract and day the later one counts. */
    synchronized List<RiskTiers> tables() {
        if (!looked) {
            looked = true;
            look();
        }
        return tables;
    }

    /** What the files hold, and what is wrong with them, a sentence each; empty if there are none. */
    synchronized List<String> words() {
        tables();
        return words;
    }

    private void look() {
        List<RiskTiers> all = new ArrayList<>();
        List<String> said = new ArrayList<>();
        for (Path file : files()) {
            RiskTierTables read = read(file);
            all.addAll(read.tables());
            said.addAll(words(file, read));
        }
        tables = List.copyOf(all);
        words = List.copyOf(said);
        said.forEach(line -> LOG.info("{}", line));
    }

    /** By name: of two tables of one contract and day the one in the later file counts. */
    private List<Path> files() {
        if (folder == null || !Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(file -> file.getFileName().toString().endsWith(ENDING))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            LOG.warn("the brackets in {} cannot be read: {}", folder, e.getMessage());
            return List.of();
        }
    }

    private static RiskTierTables read(Path file) {
        try {
            if (Files.size(file) > MOST_BYTES) {
                return new RiskTierTables(List.of(), List.of("larger than " + (MOST_BYTES >> 20) + " MB"));
            }
            return RiskTierTables.read(new String(Files.readAllBytes(file), UTF_8), RiskTiers.Source.IMPORTED);
        } catch (IOException e) {
            return new RiskTierTables(
                    List.of(), List.of("cannot be read: " + e.getClass().getSimpleName() + " " + e.getMessage()));
        }
    }

    private static List<String> words(Path file, RiskTierTables read) {
        List<String> said = new ArrayList<>();
        for (RiskTiers table : read.tables()) {
            said.add(file.getFileName() + ": brackets of "
                    + table.instrument().venue().title() + " "
                    + table.instrument().symbol() + " as of " + table.asOf()
                    + ", " + table.tiers().size() + " rows" + (table.complete() ? "" : "; not whole, and not used"));
        }
        read.faults().forEach(fault -> said.add(file.getFileName() + ": " + fault));
        return said;
    }

    /**
     * Takes a file of the user's over into the home folder, if there is a table in it, and prices by it from now on.
     *
     * @return what it holds, and what is wrong with it, a sentence each
     */
    List<String> take(Path file) {
        RiskTierTables read = read(file);
        List<String> said = new ArrayList<>(words(file, read));
        if (read.tables().isEmpty()) {
            said.add(file.getFileName() + ": nothing was imported");
            return said;
        }
        try {
            String kept = keep(file, read.tables());
            String name = file.getFileName().toString();
            if (!kept.equals(name) && !kept.equals(name + ENDING)) {
                said.add(file.getFileName() + ": kept as " + kept
                        + ", for an earlier file of that name holds other tables");
            }
        } catch (IOException e) {
            said.add(file.getFileName() + ": not kept for the next start: " + e.getMessage());
            return said;
        }
        synchronized (this) {
            looked = true;
            look();
        }
        users.forEach(user -> user.accept(read.tables()));
        return said;
    }

    /** @return the name under which it is there: never that of a file with tables that would be lost */
    private String keep(Path file, List<RiskTiers> tables) throws IOException {
        if (folder == null) {
            throw new IOException("there is no home folder");
        }
        Files.createDirectories(folder);
        String name = file.getFileName().toString();
        String base = name.endsWith(ENDING) ? name.substring(0, name.length() - ENDING.length()) : name;
        Path kept = folder.resolve(base + ENDING);
        for (int again = 2; !mayBecome(kept, file, tables); again++) {
            kept = folder.resolve("%s%s%02d%s".formatted(base, AGAIN, again, ENDING));
        }
        if (!Files.exists(kept) || !Files.isSameFile(kept, file)) {
            Path fresh = folder.resolve(name + ".new");
            Files.copy(file, fresh, StandardCopyOption.REPLACE_EXISTING);
            Files.move(fresh, kept, StandardCopyOption.REPLACE_EXISTING);
        }
        return kept.getFileName().toString();
    }

    private static boolean mayBecome(Path kept, Path file, List<RiskTiers> tables) throws IOException {
        return !Files.exists(kept)
                || Files.isSameFile(kept, file)
                || read(kept).tables().stream()
                        .allMatch(old -> tables.stream().anyMatch(table -> replaces(table, old)));
    }

    private static boolean replaces(RiskTiers table, RiskTiers old) {
        return table.instrument().equals(old.instrument()) && table.asOf().equals(old.asOf());
    }
}
