package io.faultline.practice.crowd;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TriggerQueueTest {
    private final TriggerQueue queue = new TriggerQueue();

    @Test
    void alwaysHasTheLowestKeyFirstWhateverIsPutInMovedOrTakenOut() {
        Random random = new Random(5);
        Map<Integer, Double> keys = new HashMap<>();
        for (int i = 0; i < 50_000; i++) {
            int number = random.nextInt(3_000);
            if (random.nextInt(4) == 0) {
                queue.remove(number);
                keys.remove(number);
            } else {
                double key = random.nextGaussian();
                queue.set(number, key);
                keys.put(number, key);
            }
            if (i % 50 == 0 && !keys.isEmpty()) {
                double lowest = Collections.min(keys.values());
                assertThat(queue.firstKey()).isEqualTo(lowest);
                assertThat(keys.get(queue.first())).isEqualTo(lowest);
            }
        }
    }

    @Test
    void takesOutWhatWaitsForNothing() {
        queue.set(4, 1);
        queue.set(4, Double.NaN);
        queue.set(5, Double.POSITIVE_INFINITY);
        queue.remove(99);
        assertThat(queue.firstKey()).isEqualTo(Double.POSITIVE_INFINITY);
    }
}
