package io.faultline.ui.alarms;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class DesktopNoticeTest {
    private static final String NASTY = "\"; do shell script \"rm -rf /\" <b>&";

    @Test
    void handsWordsToMacOsAsArgumentsOfAFixedScript() {
        List<String> command = DesktopNotice.command("Mac OS X", "", "title", NASTY);

        assertThat(command).startsWith("osascript").endsWith("title", NASTY);
        assertThat(command.subList(0, command.size() - 2)).noneMatch(part -> part.contains("rm -rf"));
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void handsWordsToNotifySendAfterItsOptionsAndNotAsMarkup(@TempDir Path folder) throws IOException {
        Path program = Files.createFile(folder.resolve("notify-send"));
        assertThat(program.toFile().setExecutable(true)).isTrue();

        List<String> command = DesktopNotice.command("Linux", "/nowhere:" + folder, "--title", "a < b & c");

        assertThat(command).startsWith(program.toString()).endsWith("--", "--title", "a &lt; b &amp; c");
    }

    @Test
    void doesNothingWhereTheSystemHasNoNotifications() {
        assertThat(DesktopNotice.command("Linux", "/nowhere", "title", "words")).isEmpty();
        assertThat(DesktopNotice.command("Linux", null, "title", "words")).isEmpty();
    }
}
