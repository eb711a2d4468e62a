package dev.clutch.extensions.builtin.string;

import dev.clutch.extension.spi.Expose;
import dev.clutch.extension.spi.ExtensionModule;
import dev.clutch.extension.spi.MultipleInterpreters;
import dev.clutch.extension.spi.PyObject;
import dev.clutch.extension.spi.Str;
import dev.clutch.extension.spi.ThreadState;

/** {@code _string}: what {@code string.Formatter} needs of the parser of format strings. */
@ExtensionModule(
        name = "_string",
        doc = "Helpers of string.",
        types = {FormatterIterator.class, FieldNameIterator.class},
        multipleInterpreters = MultipleInterpreters.PER_INTERPRETER_GIL_SUPPORTED)
public final class StringModule {
    private static Object text(ThreadState ts, Object o) {
        if (!ts.isStr(o)) {
            throw ts.typeError("expected str, got " + ts.typeOf(o).displayName());
        }
        return ts.strValue(o);
    }

    @Expose(signature = "(format, /)", doc = "An iterator of the literal texts and fields of a format string.")
    static Object formatter_parser(ThreadState ts, PyObject module, Object format) {
        return new FormatterIterator(ts.moduleType(module, "formatteriterator"), text(ts, format));
    }

    @Expose(signature = "(name, /)", doc = "The first part of a field name, and an iterator of the others.")
    static Object formatter_field_name_split(ThreadState ts, PyObject module, Object name) {
        Object s = text(ts, name);
        int n = Str.length(s);
        int end = 0;
        while (end < n && Str.at(s, end) != '[' && Str.at(s, end) != '.') {
            end++;
        }
        return ts.newTuple(
                FieldNameIterator.integerOrText(ts, s, 0, end),
                new FieldNameIterator(ts.moduleType(module, "fieldnameiterator"), s, end));
    }
}
