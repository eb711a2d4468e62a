package dev.clutch.interp.object.weak;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Holds what is watched for its end through one or two collections. Most coroutines, tasks and files have ended by then, and nothing was made for them that the collector has to look at, which costs
 * more than all else about them. What is left, or is too much, is handed on.
 *
 * <p>Used under the interpreter's lock.
 *
 * @param <T> what is watched
 */
public final class Nursery<T extends Nursery.Member> {
    private static final int FIRST = 16;
    private static final int MOST = 1024;

    /** Knows its place, so that it leaves without a search. */
    public interface Member {
        /** Returns what {@link #setPlace} was called with last. */
        int place();

        /** Called by the nursery, with -1 for none. */
        void setPlace(int place);
    }

    private final Consumer<T> next;
    private final ArrayList<@Nullable T> members = new ArrayList<>(FIRST);
    /** Those before were there at the last collection. */
    private int older;

    /** Takes what is called with each member that is handed on. */
    public Nursery(Consumer<T> next) {
        this.next = next;
    }

    /** Adds a member. */
    public void add(T member) {
        if (members.size() >= MOST) {
            handOn(MOST / 2);
        }
        member.setPlace(members.size());
        members.add(member);
    }

    /** Takes a member out, which is there. */
    public void remove(T member) {
        int last = members.size() - 1;
        int place = member.place();
        member.setPlace(-1);
        if (place < last) {
            members.set(place, null);
            return;
        }
        do {
            members.removeLast();
        } while (!members.isEmpty() && members.getLast() == null);
        older = Math.min(older, members.size());
    }

    /** There was a collection: hands on those that were there at the one before. */
    public void age() {
        handOn(older);
        older = members.size();
    }

    /** Hands all on: there will be a collection that is to find them. */
    public void handOn() {
        handOn(members.size());
    }

    private void handOn(int count) {
        List<@Nullable T> all = new ArrayList<>(members);
        members.clear();
        older = 0;
        for (int i = 0; i < all.size(); i++) {
            T m = all.get(i);
            if (m != null && i < count) {
                m.setPlace(-1);
                next.accept(m);
            } else if (m != null) {
                m.setPlace(members.size());
                members.add(m);
            }
        }
    }

    /** Returns the members as they are now, oldest first. */
    public List<T> members() {
        List<T> all = new ArrayList<>(members.size());
        for (T m : members) {
            if (m != null) {
                all.add(m);
            }
        }
        return all;
    }

    /** Forgets all. */
    public void clear() {
        for (T m : members()) {
            m.setPlace(-1);
        }
        members.clear();
        older = 0;
    }
}
