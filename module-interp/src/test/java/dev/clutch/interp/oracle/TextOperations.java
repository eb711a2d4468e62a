package dev.clutch.interp.oracle;

import dev.clutch.extension.spi.Str;
import dev.clutch.interp.oracle.OracleMain.Operation;
import dev.clutch.interp.text.StrCase;
import dev.clutch.interp.text.StrPad;
import dev.clutch.interp.text.StrRepr;
import dev.clutch.interp.text.StrSearch;
import dev.clutch.interp.text.StrSplit;
import dev.clutch.interp.text.StrTest;
import dev.clutch.interp.text.StrTranslate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

final class TextOperations {
    private TextOperations() {}

    static void register(Map<String, Operation> ops) {
        ops.put("lower", a -> StrCase.lower(a.at(0)));
        ops.put("upper", a -> StrCase.upper(a.at(0)));
        ops.put("title", a -> StrCase.title(a.at(0)));
        ops.put("capitalize", a -> StrCase.capitalize(a.at(0)));
        ops.put("swapcase", a -> StrCase.swapcase(a.at(0)));
        ops.put("casefold", a -> StrCase.casefold(a.at(0)));
        ops.put("isalpha", a -> StrTest.isalpha(a.at(0)));
        ops.put("isalnum", a -> StrTest.isalnum(a.at(0)));
        ops.put("isdecimal", a -> StrTest.isdecimal(a.at(0)));
        ops.put("isdigit", a -> StrTest.isdigit(a.at(0)));
        ops.put("isnumeric", a -> StrTest.isnumeric(a.at(0)));
        ops.put("isspace", a -> StrTest.isspace(a.at(0)));
        ops.put("isprintable", a -> StrTest.isprintable(a.at(0)));
        ops.put("isidentifier", a -> StrTest.isidentifier(a.at(0)));
        ops.put("islower", a -> StrTest.islower(a.at(0)));
        ops.put("isupper", a -> StrTest.isupper(a.at(0)));
        ops.put("istitle", a -> StrTest.istitle(a.at(0)));
        ops.put("isascii", a -> Str.isAscii(a.at(0)));
        ops.put("repr", a -> StrRepr.repr(a.at(0)));
        ops.put("ascii", a -> StrRepr.ascii(a.at(0)));
        ops.put("find", a -> StrSearch.find(a.at(0), a.at(1), a.integer(2), a.integer(3)));
        ops.put("rfind", a -> StrSearch.rfind(a.at(0), a.at(1), a.integer(2), a.integer(3)));
        ops.put("count", a -> StrSearch.count(a.at(0), a.at(1), a.integer(2), a.integer(3)));
        ops.put("startswith", a -> StrSearch.startsWith(a.at(0), a.at(1), a.integer(2), a.integer(3)));
        ops.put("endswith", a -> StrSearch.endsWith(a.at(0), a.at(1), a.integer(2), a.integer(3)));
        ops.put("replace", a -> StrSearch.replace(a.at(0), a.at(1), a.at(2), a.integer(3)));
        ops.put("split", a -> StrSplit.split(a.at(0), a.nullable(1), a.integer(2)));
        ops.put("rsplit", a -> StrSplit.rsplit(a.at(0), a.nullable(1), a.integer(2)));
        ops.put("splitlines", a -> StrSplit.splitlines(a.at(0), a.bool(1)));
        ops.put("partition", a -> StrSplit.partition(a.at(0), a.at(1)));
        ops.put("rpartition", a -> StrSplit.rpartition(a.at(0), a.at(1)));
        ops.put("strip", a -> StrSplit.strip(a.at(0), a.nullable(1)));
        ops.put("lstrip", a -> StrSplit.lstrip(a.at(0), a.nullable(1)));
        ops.put("rstrip", a -> StrSplit.rstrip(a.at(0), a.nullable(1)));
        ops.put("join", a -> StrSplit.join(a.at(0), tail(a)));
        ops.put("ljust", a -> StrPad.ljust(a.at(0), a.integer(1), Str.at(a.at(2), 0)));
        ops.put("rjust", a -> StrPad.rjust(a.at(0), a.integer(1), Str.at(a.at(2), 0)));
        ops.put("center", a -> StrPad.center(a.at(0), a.integer(1), Str.at(a.at(2), 0)));
        ops.put("zfill", a -> StrPad.zfill(a.at(0), a.integer(1)));
        ops.put("expandtabs", a -> StrPad.expandtabs(a.at(0), a.integer(1)));
        ops.put("translate", a -> StrTranslate.translate(a.at(0), c -> c == 'a' ? "" : c == 'b' ? a.at(1) : null));
        ops.put("concat", a -> Str.concat(a.at(0), a.at(1)));
        ops.put("repeat", a -> Str.repeat(a.at(0), a.integer(1)));
        ops.put("slice", a -> Str.slice(a.at(0), a.integer(1), a.integer(2), a.integer(3)));
        ops.put("str_compare", a -> Integer.signum(Str.compare(a.at(0), a.at(1))));
        ops.put("str_equal", a -> Str.equals(a.at(0), a.at(1)));
    }

    private static List<Object> tail(Arguments arguments) {
        List<Object> items = new ArrayList<>();
        for (Object item : Arrays.asList(arguments.values()).subList(1, arguments.values().length)) {
            items.add(item);
        }
        return items;
    }
}
