package io.faultline.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.faultline.history.Written.Outcome;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class RecordStoreTest {
    private static final long SECOND = 1_000_000_000L;

    private final Path folder;
    private final Path file;
    private final AtomicLong clock = new AtomicLong(1_700_000_000L * SECOND);
    private final List<RecordStore> stores = new ArrayList<>();

    RecordStoreTest(@TempDir Path folder) {
        this.folder = folder;
        file = folder.resolve("faultline.db");
    }

    @AfterEach
    void close() {
        stores.forEach(RecordStore::close);
    }

    private RecordStore open() {
        return kept(new RecordStore(folder, clock::get));
    }

    private RecordStore kept(RecordStore store) {
        stores.add(store);
        store.opened().join();
        return store;
    }

    private static Written write(RecordStore store, RecordChange... changes) {
        return store.write(List.of(changes)).join();
    }

    private static List<String> texts(RecordStore store, String kind) {
        return store.list(kind).join().records().stream().map(KeptRecord::text).toList();
    }

    @Test
    void listsByKindWhatWasPutAndNotDeleted() {
        RecordStore store = open();
        write(store, RecordChange.put("note", "b", "two"), RecordChange.put("note", "a", "one"));
        write(store, RecordChange.put("plan", "a", "other"), RecordChange.put("note", "c", "three"));
        write(store, RecordChange.delete("note", "c"), RecordChange.put("note", "a", "uno"));
        assertThat(texts(store, "note")).containsExactly("uno", "two");
        assertThat(texts(store, "plan")).containsExactly("other");
        assertThat(texts(store, "level")).isEmpty();
        assertThat(store.status().problem()).isEmpty();
        assertThat(store.status().bytes()).isPositive();
    }

    @Test
    void isAsItWasWhenOpenedAgain() {
        RecordStore store = open();
        write(store, RecordChange.put("note", "ä – 漢字", "„text“\n\u0000 and more"));
        List<KeptRecord> before = store.list("note").join().records();
        store.close();
        RecordStore again = open();
        assertThat(again.list("note").join().records()).isEqualTo(before).hasSize(1);
        assertThat(again.status().notice()).isEmpty();
    }

    @Test
    void givesEveryWriteAHigherRevision() {
        RecordStore store = open();
        long first = write(store, RecordChange.put("a", "1", "x")).revision();
        long second = write(store, RecordChange.delete("a", "1")).revision();
        store.close();
        RecordStore again = open();
        long third = write(again, RecordChange.put("a", "1", "x")).revision();
        assertThat(List.of(first, second, third)).isSorted().doesNotHaveDuplicates();
        assertThat(again.list("a").join().records().get(0).revision()).isEqualTo(third);
    }

    @Test
    void refusesAChangeOfWhatIsNoLongerThereAndAllThatCameWithIt() {
        RecordStore store = open();
        long old = write(store, RecordChange.put("note", "a", "one")).revision();
        long current = write(store, RecordChange.put("note", "a", "two", old)).revision();
        Written late =
                write(store, RecordChange.put("note", "b", "beside"), RecordChange.put("note", "a", "three", old));
        assertThat(late.outcome()).isEqualTo(Outcome.CONFLICT);
        assertThat(late.problem()).contains("note a");
        assertThat(write(store, RecordChange.delete("note", "a", old)).outcome())
                .isEqualTo(Outcome.CONFLICT);
        assertThat(write(store, RecordChange.put("note", "a", "four", RecordChange.NEW))
                        .outcome())
                .isEqualTo(Outcome.CONFLICT);
        assertThat(texts(store, "note")).containsExactly("two");
        assertThat(write(store, RecordChange.delete("note", "a", current)).onDisk())
                .isTrue();
        assertThat(write(store, RecordChange.put("note", "a", "five", RecordChange.NEW))
                        .onDisk())
                .isTrue();
    }

    @Test
    void holdsWhatTheDiskDoesNotTakeAndWritesItWhenThereIsRoom() {
        RecordStore store = kept(new RecordStore(folder, clock::get, 40 * 4096));
        List<RecordChange> many = IntStream.range(0, 40)
                .mapToObj(i -> RecordChange.put("big", "" + i, "x".repeat(3_000)))
                .toList();
        assertThat(store.write(many.subList(0, 25)).join().onDisk()).isTrue();

        Written full = store.write(many.subList(25, 40)).join();
        assertThat(full.outcome()).isEqualTo(Outcome.HELD);
        assertThat(full.problem()).contains("nothing is being kept on disk", "full");
        assertThat(store.status().held()).isEqualTo(15);
        assertThat(texts(store, "big")).as("nothing in memory is lost").hasSize(40);

        List<RecordChange> room = IntStream.range(0, 20)
                .mapToObj(i -> RecordChange.delete("big", "" + i))
                .toList();
        assertThat(store.write(room).join().outcome()).isEqualTo(Outcome.HELD);
        clock.addAndGet(SECOND);
        await().until(() -> store.status().held() == 0);
        assertThat(store.status().problem()).isEmpty();
        store.close();
        assertThat(texts(open(), "big")).hasSize(20);
    }

    @Test
    void knowsARecordByTheRevisionThatItHadWhenItsChangeWasHeld() throws Exception {
        Path inTheWay = folder.resolve("home");
        Files.createFile(inTheWay);
        RecordStore store = kept(new RecordStore(inTheWay, clock::get));
        assertThat(write(store, RecordChange.put("note", "a", "one", RecordChange.NEW))
                        .outcome())
                .isEqualTo(Outcome.HELD);
        long known = store.list("note").join().records().get(0).revision();
        Files.delete(inTheWay);
        clock.addAndGet(SECOND);
        await().until(() -> store.status().held() == 0);
        assertThat(write(store, RecordChange.put("note", "a", "two", known)).onDisk())
                .isTrue();
        assertThat(texts(store, "note")).containsExactly("two");
    }

    @Test
    void worksInMemoryAndSaysSoWhileItsFolderCannotBeMade() throws Exception {
        Path inTheWay = folder.resolve("home");
        Files.createFile(inTheWay);
        RecordStore store = kept(new RecordStore(inTheWay, clock::get));
        assertThat(store.status().problem()).contains("nothing is being kept on disk", "cannot be opened");
        assertThat(store.status().owner()).as("nobody else has it").isTrue();
        assertThat(write(store, RecordChange.put("note", "a", "one")).outcome()).isEqualTo(Outcome.HELD);
        assertThat(texts(store, "note")).containsExactly("one");

        Files.delete(inTheWay);
        clock.addAndGet(SECOND);
        await().until(() -> store.status().problem().isEmpty());
        store.close();
        RecordStore again = kept(new RecordStore(inTheWay, clock::get));
        assertThat(texts(again, "note")).containsExactly("one");
    }

    @Test
    void readsAFileThatItCannotOpenWhereItIsAndWritesToItWhenItCan() throws Exception {
        fill();
        Path inTheWay = Files.createDirectory(folder.resolve("faultline.db-shm"));
        RecordStore store = open();
        assertThat(store.status().problem()).contains("nothing is being kept on disk");
        assertThat(store.list("note").join().problem()).isEmpty();
        assertThat(texts(store, "note")).containsExactly("one");
        write(store, RecordChange.put("note", "b", "two"));
        assertThat(texts(store, "note")).containsExactly("one", "two");

        Files.delete(inTheWay);
        clock.addAndGet(SECOND);
        await().until(() -> store.status().held() == 0);
        assertThat(write(store, RecordChange.put("note", "c", "three")).onDisk())
                .isTrue();
        store.close();
        assertThat(texts(open(), "note")).containsExactly("one", "two", "three");
    }

    @Test
    void neverWritesOverWhatItHasNotSeen() throws Exception {
        fill();
        Path inTheWay = Files.createDirectory(folder.resolve("faultline.db-shm"));
        RecordStore store = open();
        write(store, RecordChange.put("note", "a", "mine"));
        Files.delete(inTheWay);
        try (Connection other = Contents.RECORDS.connect(file, false);
                Statement statement = other.createStatement()) {
            statement.execute("UPDATE record SET text = 'theirs', revision = 9");
            statement.execute("UPDATE sequence SET revision = 9");
        }
        clock.addAndGet(SECOND);
        assertThat(write(store, RecordChange.put("note", "b", "mine too")).outcome())
                .isEqualTo(Outcome.HELD);
        store.close();
        assertThat(texts(open(), "note")).containsExactly("theirs");
    }

    @Test
    void letsASecondStoreChangeOnlyWhatItHasRead() {
        RecordStore first = open();
        write(first, RecordChange.put("alarm", "1", "first's"), RecordChange.put("note", "a", "one"));
        RecordStore second = open();
        assertThat(List.of(first.owner(), second.owner())).containsExactly(true, false);

        Written refused = write(second, RecordChange.put("alarm", "1", "second's"));
        assertThat(refused.outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(refused.problem()).contains("another Faultline");
        KeptRecord read = second.list("note").join().records().get(0);
        assertThat(write(second, RecordChange.put("note", "a", "two", read.revision()))
                        .onDisk())
                .isTrue();
        assertThat(write(first, RecordChange.put("note", "a", "lost?", read.revision()))
                        .outcome())
                .isEqualTo(Outcome.CONFLICT);
        assertThat(texts(first, "note")).containsExactly("two");
        assertThat(texts(first, "alarm")).containsExactly("first's");
    }

    @Test
    void isOwnedInAFolderThatItHasMadeToo() {
        Path made = folder.resolve("not/there/yet");
        RecordStore first = kept(new RecordStore(made, clock::get));
        RecordStore second = kept(new RecordStore(made, clock::get));
        assertThat(List.of(first.owner(), second.owner())).containsExactly(true, false);
    }

    @Test
    void canBeClaimedWhenTheOwnerHasGone() {
        RecordStore first = open();
        RecordStore second = open();
        assertThat(second.claim().join()).isFalse();
        first.close();
        assertThat(second.claim().join()).isTrue();
        assertThat(write(second, RecordChange.put("alarm", "1", "mine now")).onDisk())
                .isTrue();
        assertThat(open().owner()).isFalse();
    }

    @Test
    void goesOnWhenTheClockGoesBack() throws Exception {
        Path inTheWay = folder.resolve("home");
        Files.createFile(inTheWay);
        RecordStore store = kept(new RecordStore(inTheWay, clock::get));
        write(store, RecordChange.put("note", "a", "one"));
        clock.addAndGet(-3_600 * SECOND);
        Files.delete(inTheWay);
        await().until(() -> store.status().held() == 0);
        assertThat(write(store, RecordChange.put("note", "b", "two")).onDisk()).isTrue();
    }

    @Test
    void answersEverythingThatIsAskedWhileItCloses() {
        RecordStore store = open();
        List<Written> answers = new ArrayList<>();
        Thread closing = new Thread(store::close);
        for (int i = 0; i < 400; i++) {
            if (i == 200) {
                closing.start();
            }
            answers.add(write(store, RecordChange.put("n", "" + i, "x")));
        }
        long written = answers.stream().filter(Written::onDisk).count();
        assertThat(written).isBetween(200L, 399L);
        assertThat(answers.get(answers.size() - 1).problem()).contains("closed");
        assertThat(store.list("n").join().problem()).isNotEmpty();
        assertThat(store.claim().join()).isFalse();
        assertThat(texts(open(), "n")).hasSize((int) written);
    }

    @Test
    void refusesWhatCannotBeARecord() {
        assertThatThrownBy(() -> RecordChange.put("", "a", "x")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> RecordChange.delete("note", " ")).isInstanceOf(IllegalArgumentException.class);
        RecordStore store = open();
        Written tooLong = write(store, RecordChange.put("note", "a", "x".repeat((8 << 20) + 1)));
        assertThat(tooLong.outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(tooLong.problem()).contains("too long");
    }

    private void fill() {
        RecordStore store = open();
        write(store, RecordChange.put("note", "a", "one"));
        store.close();
    }
}
