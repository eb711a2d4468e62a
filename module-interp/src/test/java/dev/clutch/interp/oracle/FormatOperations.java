package dev.clutch.interp.oracle;

import dev.clutch.extension.spi.Str;
import dev.clutch.extension.spi.StrBuilder;
import dev.clutch.interp.number.HugeMath;
import dev.clutch.interp.oracle.OracleMain.Operation;
import dev.clutch.interp.text.FieldName;
import dev.clutch.interp.text.FormatTemplate;
import dev.clutch.interp.text.Formatter;
import dev.clutch.interp.text.NumberLocale;
import dev.clutch.interp.text.PercentTemplate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

final class FormatOperations {
    private FormatOperations() {}

    static void register(Map<String, Operation> ops) {
        ops.put("format_str", a -> Formatter.formatStr(a.at(0), a.at(1), "str"));
        ops.put(
                "format_int",
                a -> Formatter.formatInt(HugeMath.UNWATCHED, a.at(0), a.at(1), "int", NumberLocale.plain(), 4300));
        ops.put("format_float", a -> Formatter.formatFloat(a.real(0), a.at(1), "float", NumberLocale.plain()));
        ops.put(
                "format_complex",
                a -> Formatter.formatComplex(a.real(0), a.real(1), a.at(2), "complex", NumberLocale.plain()));
        ops.put("parser", a -> segments(a.at(0)));
        ops.put("split_field", a -> accesses(a.at(0)));
        ops.put("percent", FormatOperations::percent);
    }

    private static List<Object> segments(Object template) {
        List<Object> all = new ArrayList<>();
        FormatTemplate parser = new FormatTemplate(template);
        for (FormatTemplate.Segment s = parser.next(); s != null; s = parser.next()) {
            boolean none = s.fieldName() == null;
            all.add(Arrays.asList(
                    s.literal(),
                    s.fieldName(),
                    none ? null : s.spec(),
                    s.conversion() == 0 ? null : Str.ofCodePoint(s.conversion())));
        }
        return all;
    }

    private static List<Object> accesses(Object name) {
        FieldName field = new FieldName(name);
        List<Object> all = new ArrayList<>();
        all.add(field.index() >= 0 ? (Object) field.index() : field.first());
        for (FieldName.Access access = field.next(); access != null; access = field.next()) {
            all.add(Arrays.asList(access.attribute(), access.index() >= 0 ? (Object) access.index() : access.key()));
        }
        return all;
    }

    /** Formats with a tuple of ints, floats and str, whose items are checked by the generator of the cases. */
    private static @Nullable Object percent(Arguments a) {
        StrBuilder out = new StrBuilder();
        PercentTemplate template = new PercentTemplate(a.at(0));
        int[] next = {1};
        PercentTemplate.Arguments source = new PercentTemplate.Arguments() {
            @Override
            public void keyStarts() {
                throw new UnsupportedOperationException();
            }

            @Override
            public void key(Object key) {
                throw new UnsupportedOperationException();
            }

            @Override
            public long width() {
                return (Long) a.at(next[0]++);
            }

            @Override
            public int precision() {
                return a.integer(next[0]++);
            }
        };
        for (PercentTemplate.Segment s = template.next(source); s != null; s = template.next(source)) {
            out.append(s.literal());
            var d = s.directive();
            if (d == null) {
                continue;
            }
            switch (d.conversion()) {
                case 'd', 'i', 'u', 'o', 'x', 'X' -> out.append(d.formatInt(HugeMath.UNWATCHED, a.at(next[0]++), 4300));
                case 'e', 'E', 'f', 'F', 'g', 'G' -> out.append(d.formatFloat(a.real(next[0]++)));
                case 's', 'c' -> out.append(d.formatText(a.at(next[0]++)));
                default -> throw d.unsupported();
            }
        }
        return out.build();
    }
}
