package io.faultline.book;

import java.util.Arrays;

/**
 * Sizes by key, in order: a trie of 64 children a node over leaves of 16 neighbouring keys, with a bitmap of what is
 * occupied in each, so that the next level is a count of zero bits away. A key costs the same few dependent reads
 * however many levels there are and wherever they lie; nothing is ever re-centred, and what is read again and again,
 * the levels near the best, lies together.
 *
 * <p>Nodes live in arrays and are named by their index; 0 names none. They are used again when they empty, so a book
 * that no longer spreads allocates nothing. Keys are not negative; "first" and "next" run from the best outwards.
 */
final class LevelTrie {
    /** What the searches answer when there is no level. */
    static final long NONE = -1;

    /** Bounds on memory against a sender without bounds: 70 MB a side. Real books need a hundredth of it. */
    static final int MAX_LEAVES = 1 << 18;

    static final int MAX_NODES = 1 << 17;

    private static final int LEAF_BITS = 4;
    private static final int LEAF_MASK = (1 << LEAF_BITS) - 1;
    private static final int NODE_BITS = 6;
    private static final int NODE_MASK = (1 << NODE_BITS) - 1;

    private final boolean descending;
    private final IndexPool leaves = new IndexPool();
    private final IndexPool nodes = new IndexPool();
    private int[] leafBits = new int[64];
    private long[] sizes = new long[leafBits.length << LEAF_BITS];
    private long[] nodeBits = new long[16];
    private int[] children = new int[nodeBits.length << NODE_BITS];
    private int root;
    private int rootShift;
    private int count;

    /** @param descending whether the first level is that of the highest key */
    LevelTrie(boolean descending) {
        this.descending = descending;
        clear();
    }

    void clear() {
        Arrays.fill(sizes, 0, leaves.issued() << LEAF_BITS, 0);
        Arrays.fill(leafBits, 0, leaves.issued(), 0);
        Arrays.fill(children, 0, nodes.issued() << NODE_BITS, 0);
        Arrays.fill(nodeBits, 0, nodes.issued(), 0);
        leaves.reset();
        nodes.reset();
        count = 0;
        root = newNode();
        rootShift = LEAF_BITS;
    }

    int count() {
        return count;
    }

    /** Whether that many more levels fit for certain, wherever they lie. */
    boolean hasRoomFor(int levels) {
        int path = (Long.SIZE - LEAF_BITS) / NODE_BITS;
        return leaves.used() + levels < MAX_LEAVES && nodes.used() + (long) levels * path < MAX_NODES;
    }

    /** Size at the key, 0 if there is no level. */
    long get(long key) {
        int leaf = leafOf(key);
        return sizes[(leaf << LEAF_BITS) | ((int) key & LEAF_MASK)]; // leaf 0 is empty for ever
    }

    /** Sets the size at the key, 0 to remove the level, and answers what it was. */
    long set(long key, long size) {
        int leaf = leafOf(key);
        if (leaf == 0) {
            if (size == 0) {
                return 0;
            }
            leaf = growLeaf(key);
        }
        int slot = (int) key & LEAF_MASK;
        int at = leaf << LEAF_BITS | slot;
        long before = sizes[at];
        sizes[at] = size;
        if ((before == 0) != (size == 0)) {
            flip(key, leaf, slot, size == 0);
        }
        return before;
    }

    private int leafOf(long key) {
        if (key >>> rootShift > NODE_MASK) {
            return 0;
        }
        int[] children = this.children;
        int node = root;
        for (int shift = rootShift; shift >= LEAF_BITS; shift -= NODE_BITS) {
            node = children[(node << NODE_BITS) | ((int) (key >>> shift) & NODE_MASK)]; // node 0 leads to 0
        }
        return node;
    }

    private void flip(long key, int leaf, int slot, boolean removed) {
        leafBits[leaf] ^= 1 << slot;
        if (!removed) {
            count++;
            return;
        }
        count--;
        if (leafBits[leaf] == 0) {
            leaves.give(leaf);
            prune(key);
        }
    }

    /** Takes the empty leaf of that key out, and the nodes that this empties, but for the root. */
    private void prune(long key) {
        for (int shift = LEAF_BITS; shift <= rootShift; shift += NODE_BITS) {
            int node = root;
            for (int above = rootShift; above > shift; above -= NODE_BITS) {
                node = children[(node << NODE_BITS) | ((int) (key >>> above) & NODE_MASK)];
            }
            int slot = (int) (key >>> shift) & NODE_MASK;
            children[(node << NODE_BITS) | slot] = 0;
            nodeBits[node] &= ~(1L << slot);
            if (nodeBits[node] != 0 || node == root) {
                return;
            }
            nodes.give(node);
        }
    }

    private int growLeaf(long key) {
        while (key >>> rootShift > NODE_MASK) {
            int above = newNode();
            if (nodeBits[root] != 0) {
                link(above, 0, root);
            } else {
                nodes.give(root);
            }
            root = above;
            rootShift += NODE_BITS;
        }
        int node = root;
        for (int shift = rootShift; shift >= LEAF_BITS; shift -= NODE_BITS) {
            int slot = (int) (key >>> shift) & NODE_MASK;
            int child = children[(node << NODE_BITS) | slot];
            if (child == 0) {
                child = shift == LEAF_BITS ? newLeaf() : newNode();
                link(node, slot, child);
            }
            node = child;
        }
        return node;
    }

    private void link(int node, int slot, int child) {
        children[(node << NODE_BITS) | slot] = child;
        nodeBits[node] |= 1L << slot;
    }

    private int newLeaf() {
        int leaf = leaves.take();
        if (leaf == leafBits.length) {
            leafBits = Arrays.copyOf(leafBits, leaf * 2);
            sizes = Arrays.copyOf(sizes, leafBits.length << LEAF_BITS);
        }
        return leaf;
    }

    private int newNode() {
        int node = nodes.take();
        if (node == nodeBits.length) {
            nodeBits = Arrays.copyOf(nodeBits, node * 2);
            children = Arrays.copyOf(children, nodeBits.length << NODE_BITS);
        }
        return node;
    }

    /** Key of the first level, or {@link #NONE}. */
    long first() {
        return seek(descending ? Long.MAX_VALUE : 0);
    }

    /** Key of the last level, or {@link #NONE}. */
    long last() {
        if (count == 0) {
            return NONE;
        }
        long key = 0;
        int node = root;
        for (int shift = rootShift; shift >= LEAF_BITS; shift -= NODE_BITS) {
            int slot = furthest(nodeBits[node]);
            key |= (long) slot << shift;
            node = children[(node << NODE_BITS) | slot];
        }
        return key | furthest(leafBits[node]);
    }

    /** Key of the level after that one, or {@link #NONE}. */
    long after(long key) {
        return seek(descending ? key - 1 : key + 1);
    }

    /** The nearest key that has a level, from {@code key} (inclusive) outwards, or {@link #NONE}. */
    long seek(long from) {
        long key = from;
        if (descending && key > 0 && key >>> rootShift > NODE_MASK) {
            key = (1L << (rootShift + NODE_BITS)) - 1; // the greatest below the root; past 2^63 the test above is false
        }
        while (key >= 0 && key >>> rootShift <= NODE_MASK) {
            int node = root;
            int shift = rootShift;
            while (true) {
                int slot = slot(key, shift);
                long ahead = ahead(bits(node, shift), slot);
                if (ahead == 0) {
                    break;
                }
                int nearest = nearest(ahead);
                if (nearest != slot) {
                    key = nearestKey(key, shift, nearest);
                }
                if (shift == 0) {
                    return key;
                }
                node = children[(node << NODE_BITS) | nearest];
                shift = shift == LEAF_BITS ? 0 : shift - NODE_BITS;
            }
            if (shift == rootShift) {
                return NONE;
            }
            key = past(key, shift + bitsOfSlot(shift));
        }
        return NONE;
    }

    /**
     * Copies levels in order, from {@code from} (inclusive) outwards, to {@code limit} (inclusive), at most {@code max}.
     *
     * @return how many
     */
    int copy(long from, long limit, int max, long[] keysOut, long[] sizesOut) {
        int copied = 0;
        long key = seek(from);
        while (key != NONE && copied < max) {
            int leaf = leafOf(key);
            long ahead = ahead(leafBits[leaf], slot(key, 0));
            while (ahead != 0 && copied < max) {
                int nearest = nearest(ahead);
                ahead ^= 1L << nearest;
                key = key >>> LEAF_BITS << LEAF_BITS | nearest;
                if (descending ? key < limit : key > limit) {
                    return copied;
                }
                keysOut[copied] = key;
                sizesOut[copied] = sizes[leaf << LEAF_BITS | nearest];
                copied++;
            }
            long next = past(key, LEAF_BITS);
            key = next < 0 ? NONE : seek(next);
        }
        return copied;
    }

    /** The largest size. */
    long largestSize() {
        long largest = 0;
        for (int i = 0; i < leaves.issued() << LEAF_BITS; i++) {
            largest = Math.max(largest, sizes[i]);
        }
        return largest;
    }

    /** Multiplies every size; the caller has made sure that they fit. */
    void multiplySizes(long factor) {
        for (int i = 0; i < leaves.issued() << LEAF_BITS; i++) {
            sizes[i] *= factor;
        }
    }

    private int nearest(long bits) {
        return descending ? Long.SIZE - 1 - Long.numberOfLeadingZeros(bits) : Long.numberOfTrailingZeros(bits);
    }

    private int furthest(long bits) {
        return descending ? Long.numberOfTrailingZeros(bits) : Long.SIZE - 1 - Long.numberOfLeadingZeros(bits);
    }

    /** What of a bitmap lies at the slot or beyond. */
    private long ahead(long bits, int slot) {
        return bits & (descending ? -1L >>> (Long.SIZE - 1 - slot) : -1L << slot);
    }

    private long bits(int node, int shift) {
        return shift == 0 ? leafBits[node] : nodeBits[node];
    }

    private static int slot(long key, int shift) {
        return (int) (key >>> shift) & (shift == 0 ? LEAF_MASK : NODE_MASK);
    }

    private static int bitsOfSlot(int shift) {
        return shift == 0 ? LEAF_BITS : NODE_BITS;
    }

    /** The first key, in this order, of that slot of the node that {@code key} leads to. */
    private long nearestKey(long key, int shift, int slot) {
        int span = shift + bitsOfSlot(shift);
        long low = (span < Long.SIZE ? key >>> span << span : 0) | (long) slot << shift;
        return descending ? low | (1L << shift) - 1 : low;
    }

    /** The key just outside the block of 2^span keys that holds {@code key}. */
    private long past(long key, int span) {
        long block = key >>> span;
        return descending ? (block << span) - 1 : (block + 1) << span;
    }
}
