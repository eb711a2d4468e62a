package dev.clutch.extensions.builtin.collections;

import dev.clutch.extension.spi.ThreadState;
import org.jspecify.annotations.Nullable;

/**
 * The order of an OrderedDict: a list of nodes, each found by the position that its key has in the dict. Answers to {@code _odict_fast_nodes}.
 *
 * <p>Python code can change the dict behind the order ({@code dict.__setitem__(od, ...)}), so that a key may lack a node and a node's key may lack an entry.
 */
final class Links {
    /** One key of the order. */
    static final class Node {
        final Object key;

        @Nullable
        Node previous;

        @Nullable
        Node next;

        /** Where the dict has the key, as of {@link Links#moves}; -1 when it isn't there. */
        private int position;

        Node(Object key, int position) {
            this.key = key;
            this.position = position;
        }
    }

    @Nullable
    Node first;

    @Nullable
    Node last;

    /** Changes with every change of the order. */
    long state;

    private final Object dict;
    private @Nullable Node[] byPosition = new Node[8];
    private int moves;

    Links(ThreadState ts, Object dict) {
        this.dict = dict;
        this.moves = ts.dictMoves(dict);
    }

    /** The node of a key, or null; hashes and compares as the dict does. */
    @Nullable
    Node find(ThreadState ts, Object key) {
        int position = ts.dictFind(dict, key);
        if (position < 0) {
            return null;
        }
        return at(ts, position);
    }

    /** The node of the key that the dict has at a position, or null. */
    private @Nullable Node at(ThreadState ts, int position) {
        if (moves != ts.dictMoves(dict)) {
            follow(ts);
        }
        Node node = position < byPosition.length ? byPosition[position] : null;
        return node != null && node.key == ts.dictKeyAt(dict, position) ? node : null;
    }

    /** Adds a key, which the dict has, at the end unless it has a node. */
    void add(ThreadState ts, Object key) {
        int position = ts.dictFind(dict, key);
        if (position < 0 || at(ts, position) != null) {
            return;
        }
        // the dict keeps the key that was there first
        Node node = new Node(ts.dictKeyAt(dict, position), position);
        put(position, node);
        linkLast(node);
    }

    private void put(int position, @Nullable Node node) {
        if (position >= byPosition.length) {
            @Nullable Node[] larger = new Node[Math.max(position + 1, byPosition.length * 2)];
            System.arraycopy(byPosition, 0, larger, 0, byPosition.length);
            byPosition = larger;
        }
        byPosition[position] = node;
    }

    /** Follows the entries to their new positions: their order is the old one, since a dict only closes gaps. */
    private void follow(ThreadState ts) {
        @Nullable Node[] old = byPosition;
        byPosition = new Node[old.length];
        moves = ts.dictMoves(dict);
        int at = ts.dictNext(dict, 0);
        for (Node node : old) {
            if (node == null) {
                continue;
            }
            int p = at;
            while (p >= 0 && ts.dictKeyAt(dict, p) != node.key) {
                p = ts.dictNext(dict, p + 1);
            }
            if (p < 0) {
                // removed behind our back, perhaps put in again later
                p = ts.dictFind(dict, node.key);
            } else {
                at = ts.dictNext(dict, p + 1);
            }
            node.position = p;
            if (p >= 0) {
                put(p, node);
            }
        }
    }

    /** Takes a node out. */
    void remove(Node node) {
        if (node.position >= 0 && node.position < byPosition.length && byPosition[node.position] == node) {
            byPosition[node.position] = null;
        }
        unlink(node);
    }

    void clear(ThreadState ts) {
        first = null;
        last = null;
        byPosition = new Node[8];
        moves = ts.dictMoves(dict);
        state++;
    }

    void unlink(Node node) {
        Node before = node.previous;
        Node after = node.next;
        if (before == null) {
            first = after;
        } else {
            before.next = after;
        }
        if (after == null) {
            last = before;
        } else {
            after.previous = before;
        }
        node.previous = null;
        node.next = null;
        state++;
    }

    void linkLast(Node node) {
        node.previous = last;
        if (last == null) {
            first = node;
        } else {
            last.next = node;
        }
        last = node;
        state++;
    }

    void linkFirst(Node node) {
        node.next = first;
        if (first == null) {
            last = node;
        } else {
            first.previous = node;
        }
        first = node;
        state++;
    }
}
