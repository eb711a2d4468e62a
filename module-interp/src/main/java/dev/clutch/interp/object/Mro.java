package dev.clutch.interp.object;

import dev.clutch.interp.PyThreadState;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The C3 linearisation. Answers to {@code mro_implementation} and {@code pmerge}. */
final class Mro {
    private Mro() {}

    static TypeObject[] compute(PyThreadState ts, TypeObject type) {
        TypeObject[] bases = type.bases;
        if (bases.length == 1) {
            TypeObject[] result = new TypeObject[bases[0].mro.length + 1];
            result[0] = type;
            System.arraycopy(bases[0].mro, 0, result, 1, bases[0].mro.length);
            return result;
        }
        for (int i = 0; i < bases.length; i++) {
            for (int j = i + 1; j < bases.length; j++) {
                if (bases[i] == bases[j]) {
                    throw Errors.typeError(ts, "duplicate base class " + bases[i].name());
                }
            }
        }
        int n = bases.length;
        TypeObject[][] lists = new TypeObject[n + 1][];
        for (int i = 0; i < n; i++) {
            lists[i] = bases[i].mro;
        }
        lists[n] = bases;
        int[] heads = new int[n + 1];
        List<TypeObject> result = new ArrayList<>();
        result.add(type);
        while (true) {
            boolean empty = true;
            TypeObject next = null;
            for (int i = 0; i <= n && next == null; i++) {
                if (heads[i] < lists[i].length) {
                    empty = false;
                    TypeObject candidate = lists[i][heads[i]];
                    if (!inTail(candidate, lists, heads)) {
                        next = candidate;
                    }
                }
            }
            if (empty) {
                return result.toArray(new TypeObject[0]);
            }
            if (next == null) {
                throw Errors.typeError(ts, conflict(lists, heads));
            }
            result.add(next);
            for (int i = 0; i <= n; i++) {
                if (heads[i] < lists[i].length && lists[i][heads[i]] == next) {
                    heads[i]++;
                }
            }
        }
    }

    private static boolean inTail(TypeObject candidate, TypeObject[][] lists, int[] heads) {
        for (int i = 0; i < lists.length; i++) {
            for (int j = heads[i] + 1; j < lists[i].length; j++) {
                if (lists[i][j] == candidate) {
                    return true;
                }
            }
        }
        return false;
    }

    private static String conflict(TypeObject[][] lists, int[] heads) {
        List<@Nullable TypeObject> seen = new ArrayList<>();
        StringBuilder b = new StringBuilder("Cannot create a consistent method resolution\norder (MRO) for bases ");
        for (int i = 0; i < lists.length; i++) {
            if (heads[i] < lists[i].length && !seen.contains(lists[i][heads[i]])) {
                seen.add(lists[i][heads[i]]);
                b.append(seen.size() == 1 ? "" : ", ").append(lists[i][heads[i]].name());
            }
        }
        return b.toString();
    }
}
