package dev.clutch.interp.compiler;

import dev.clutch.extension.spi.Singleton;
import dev.clutch.interp.object.ConstantDecoder;
import dev.clutch.interp.object.NamedTupleNew;
import dev.clutch.interp.object.PyCode;
import dev.clutch.interp.parser.Tok;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Knows the text that {@code collections.namedtuple} evaluates, and gives its code object without compiling: a named tuple costs microseconds instead of milliseconds, and the library
 * makes dozens of them when it is imported. Any other text is left to the compiler.
 */
public final class NamedTupleLambda {
    private static final String START = "lambda _cls, ";
    private static final String MIDDLE = ": _tuple_new(_cls, (";
    private static final String END = "))";
    /** Where an ordinary compilation puts more parameters than this, it doesn't matter how long it takes. */
    private static final int MOST_FIELDS = 200;

    private static final long FINGERPRINT = 0x6e616d65647475L;

    private NamedTupleLambda() {}

    /** Returns the code of the function that the text evaluates to, or null when it is another text. */
    public static @Nullable PyCode code(String text) {
        if (!text.startsWith(START)) {
            return null;
        }
        int middle = text.indexOf(MIDDLE);
        if (middle < 0) {
            return null;
        }
        String list = text.substring(START.length(), middle);
        List<String> fields = fields(list);
        int second = middle + MIDDLE.length();
        if (fields == null
                || text.length() != second + list.length() + END.length()
                || !text.startsWith(list, second)
                || !text.endsWith(END)) {
            return null;
        }
        return make(fields, second - "(_cls, (".length() - "_tuple_new".length(), text.length());
    }

    /** Splits {@code a, b} or {@code a,}; null for what namedtuple doesn't write. */
    private static @Nullable List<String> fields(String list) {
        List<String> fields = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        seen.add("_cls");
        int at = 0;
        while (at < list.length()) {
            int end = at;
            while (end < list.length() && isNamePart(list.charAt(end), end == at)) {
                end++;
            }
            String name = list.substring(at, end);
            if (name.isEmpty() || name.startsWith("__") || Tok.isKeyword(name) || !seen.add(name)) {
                return null;
            }
            fields.add(name.intern());
            if (end == list.length()) {
                return fields.size() > 1 && fields.size() <= MOST_FIELDS ? fields : null;
            }
            if (fields.size() == 1 && list.startsWith(",", end) && end + 1 == list.length()) {
                return fields;
            }
            if (!list.startsWith(", ", end)) {
                return null;
            }
            at = end + 2;
        }
        return null;
    }

    private static boolean isNamePart(char c, boolean first) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_' || !first && c >= '0' && c <= '9';
    }

    private static PyCode make(List<String> fields, int body, int end) {
        List<String> names = new ArrayList<>(fields);
        names.addFirst("_cls");
        ConstantEncoder out = new ConstantEncoder();
        out.text("<lambda>");
        out.text("<lambda>");
        out.text("<string>");
        out.number(PyCode.CO_OPTIMIZED | PyCode.CO_NEWLOCALS);
        out.number(names.size());
        out.number(0);
        out.number(0);
        out.number(1);
        out.names(names);
        out.names(List.of());
        out.names(List.of());
        out.number(1);
        out.number(0);
        out.fingerprint(FINGERPRINT + fields.size());
        ConstantEncoder details = new ConstantEncoder();
        details.names(List.of("_tuple_new"));
        details.number(1);
        details.value(Singleton.NONE);
        details.positions(new int[] {1, 1, 0, 0, 1, 1, body, end});
        out.packed(details);
        ConstantDecoder in = new ConstantDecoder();
        for (String chunk : out.chunks()) {
            in.add(chunk);
        }
        return in.code(new NamedTupleNew(fields.size()));
    }
}
