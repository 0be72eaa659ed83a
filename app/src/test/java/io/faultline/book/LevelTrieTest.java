package io.faultline.book;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LevelTrieTest {
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void holdsKeysOfAnyLengthInOrder(boolean descending) {
        for (int bits = 1; bits < Long.SIZE; bits++) {
            Random random = new Random(bits);
            LevelTrie trie = new LevelTrie(descending);
            NavigableMap<Long, Long> map = new TreeMap<>(descending ? Comparator.reverseOrder() : null);
            for (int i = 0; i < 300; i++) {
                long key = random.nextLong() >>> (Long.SIZE - bits);
                long size = random.nextInt(3);
                Long before = size == 0 ? map.remove(key) : map.put(key, size);
                assertThat(trie.set(key, size)).isEqualTo(before == null ? 0 : before);
                assertThat(keys(trie))
                        .as("keys of %d bits after %d changes", bits, i)
                        .containsExactlyElementsOf(map.keySet());
                assertThat(trie.count()).isEqualTo(map.size());
                assertThat(trie.last()).isEqualTo(map.isEmpty() ? LevelTrie.NONE : (long) map.lastKey());
                long from = random.nextLong() >>> (Long.SIZE - bits);
                Long found = map.ceilingKey(from);
                assertThat(trie.seek(from)).isEqualTo(found == null ? LevelTrie.NONE : (long) found);
            }
        }
    }

    private static List<Long> keys(LevelTrie trie) {
        List<Long> keys = new ArrayList<>();
        for (long key = trie.first(); key != LevelTrie.NONE; key = trie.after(key)) {
            keys.add(key);
        }
        return keys;
    }
}
