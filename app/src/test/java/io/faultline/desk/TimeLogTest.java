package io.faultline.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TimeLogTest {
    @Test
    void keepsTheNewestEntriesUnderNumbersThatNeverChange() {
        TimeLog<String> log = new TimeLog<>(3, 0);
        for (String entry : new String[] {"a", "b", "c", "d"}) {
            log.append(entry);
        }

        assertThat(log.begin()).isEqualTo(1);
        assertThat(log.end()).isEqualTo(4);
        assertThat(log.get(0)).isNull();
        assertThat(log.get(1)).isEqualTo("b");
        assertThat(log.get(3)).isEqualTo("d");
        assertThat(log.get(4)).isNull();
        assertThat(log.newest()).isEqualTo("d");
    }

    @Test
    void givesNothingBeforeTheFirstEntry() {
        TimeLog<String> log = new TimeLog<>(3, 0);

        assertThat(log.newest()).isNull();
        assertThat(log.get(0)).isNull();
        assertThat(log.get(-1)).isNull();
    }

    @Test
    void neverGivesAReaderAnotherEntryThanItAskedForWhileTheWriterOvertakes() throws InterruptedException {
        TimeLog<Long> log = new TimeLog<>(4, 0);
        List<String> wrong = new ArrayList<>();
        Thread writer = new Thread(() -> {
            for (long i = 0; i < 300_000; i++) {
                log.append(i);
            }
        });
        writer.start();
        while (log.end() < 300_000) {
            long number = log.begin();
            Long entry = log.get(number);
            if (entry != null && entry != number) {
                wrong.add("asked for " + number + ", got " + entry);
            }
        }
        writer.join();

        assertThat(wrong).isEmpty();
    }
}
