package io.faultline.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class LineFileTest {
    private final Path folder;
    private final Path file;

    LineFileTest(@TempDir Path folder) {
        this.folder = folder;
        file = folder.resolve("deep/alarms.jsonl");
    }

    @Test
    void canBeFollowedLineByLine() {
        try (LineFile lines = new LineFile(file, 1 << 20, 2)) {
            lines.append("one");
            await().until(() -> LineFile.tail(file).lines().equals(List.of("one")));
            lines.append("two – zwei");
            await().until(() -> LineFile.tail(file).lines().equals(List.of("one", "two – zwei")));
            assertThat(lines.problem()).isEmpty();
        }
    }

    @Test
    void goesOnWhereItWasAndEndsALineThatWasCutOff() throws Exception {
        Files.createDirectories(file.getParent());
        Files.writeString(file, "whole\nhal");
        assertThat(LineFile.tail(file).lines()).containsExactly("whole");
        try (LineFile lines = new LineFile(file, 1 << 20, 2)) {
            lines.append("next");
        }
        assertThat(Files.readAllLines(file)).containsExactly("whole", "hal", "next");
    }

    @Test
    void neverGrowsBeyondItsSizeAndKeepsTheNewestLines() throws Exception {
        try (LineFile lines = new LineFile(file, 100, 2)) {
            for (int i = 10; i < 60; i++) {
                lines.append("line " + i);
            }
        }
        List<String> all = new ArrayList<>();
        for (String name : List.of("alarms.jsonl.2", "alarms.jsonl.1", "alarms.jsonl")) {
            Path part = file.resolveSibling(name);
            assertThat(Files.size(part)).isLessThanOrEqualTo(100);
            all.addAll(Files.readAllLines(part));
        }
        assertThat(all).hasSizeBetween(24, 36).last().isEqualTo("line 59");
        for (int i = 0; i < all.size(); i++) {
            assertThat(all.get(i)).isEqualTo("line " + (60 - all.size() + i));
        }
        assertThat(file.resolveSibling("alarms.jsonl.3")).doesNotExist();
        assertThat(LineFile.tail(file).whole()).isFalse();
    }

    @Test
    void waitsForTheDiskAndLosesNoLine() throws Exception {
        Files.createFile(folder.resolve("deep"));
        try (LineFile lines = new LineFile(file, 1 << 20, 2)) {
            lines.append("one");
            lines.append("two");
            await().until(() -> lines.problem().contains("is not being written"));
            Files.delete(folder.resolve("deep"));
            await().until(() -> LineFile.tail(file).lines().equals(List.of("one", "two")));
            assertThat(lines.problem()).isEmpty();
        }
    }

    @Test
    void saysHowManyLinesWereLostAtTheEnd() throws Exception {
        Files.createFile(folder.resolve("deep"));
        LineFile lines = new LineFile(file, 1 << 20, 2);
        lines.append("one");
        lines.append("two");
        lines.close();
        lines.append("three");
        assertThat(lines.problem())
                .contains("is not being written", "deep is a file, not a folder")
                .endsWith("3 lines were lost");
    }

    @Test
    void beginsAnewWhenItsFileIsTakenAway() throws Exception {
        try (LineFile lines = new LineFile(file, 1 << 20, 2)) {
            lines.append("one");
            await().until(() -> !LineFile.tail(file).lines().isEmpty());
            Files.move(file, folder.resolve("taken"));
            lines.append("two");
            await().until(() -> LineFile.tail(file).lines().equals(List.of("two")));
        }
        assertThat(Files.readAllLines(folder.resolve("taken"))).containsExactly("one");
    }

    @Test
    void readsOnlyTheEndOfALongFile() throws Exception {
        Files.createDirectories(file.getParent());
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 40_000; i++) {
            text.append("line ").append(i).append('\n');
        }
        Files.write(file, text.toString().getBytes(StandardCharsets.UTF_8));
        LineFile.Tail tail = LineFile.tail(file);
        assertThat(tail.whole()).isFalse();
        assertThat(tail.lines()).hasSizeBetween(10_000, 30_000).last().isEqualTo("line 39999");
        assertThat(tail.lines()).allMatch(line -> line.matches("line \\d+"));
        assertThat(LineFile.tail(folder.resolve("nothing"))).isEqualTo(new LineFile.Tail(List.of(), true));
    }
}
