package dev.clutch.extensions.builtin.locale;

import dev.clutch.extension.spi.PyObject;
import dev.clutch.extension.spi.ThreadState;
import org.jspecify.annotations.Nullable;

/** The items of {@code nl_langinfo} with glibc's numbers and the texts of the C locale. */
final class LanguageInfo {
    static final int CODESET = 14;

    private static final int TIME = 0x20000;

    /** From {@code ABDAY_1} on, numbered without gaps. */
    private static final String[] TIMES = {
        "ABDAY_1 Sun",
        "ABDAY_2 Mon",
        "ABDAY_3 Tue",
        "ABDAY_4 Wed",
        "ABDAY_5 Thu",
        "ABDAY_6 Fri",
        "ABDAY_7 Sat",
        "DAY_1 Sunday",
        "DAY_2 Monday",
        "DAY_3 Tuesday",
        "DAY_4 Wednesday",
        "DAY_5 Thursday",
        "DAY_6 Friday",
        "DAY_7 Saturday",
        "ABMON_1 Jan",
        "ABMON_2 Feb",
        "ABMON_3 Mar",
        "ABMON_4 Apr",
        "ABMON_5 May",
        "ABMON_6 Jun",
        "ABMON_7 Jul",
        "ABMON_8 Aug",
        "ABMON_9 Sep",
        "ABMON_10 Oct",
        "ABMON_11 Nov",
        "ABMON_12 Dec",
        "MON_1 January",
        "MON_2 February",
        "MON_3 March",
        "MON_4 April",
        "MON_5 May",
        "MON_6 June",
        "MON_7 July",
        "MON_8 August",
        "MON_9 September",
        "MON_10 October",
        "MON_11 November",
        "MON_12 December",
        "AM_STR AM",
        "PM_STR PM",
        "D_T_FMT %a %b %e %H:%M:%S %Y",
        "D_FMT %m/%d/%y",
        "T_FMT %H:%M:%S",
        "T_FMT_AMPM %I:%M:%S %p",
        "ERA ",
        " ",
        "ERA_D_FMT ",
        "ALT_DIGITS ",
        "ERA_D_T_FMT ",
        "ERA_T_FMT "
    };

    private static final String[] OTHERS = {
        "14 CODESET ",
        "262159 CRNCYSTR -",
        "327681 NOEXPR ^[nN]",
        "327680 YESEXPR ^[yY]",
        "65536 RADIXCHAR .",
        "65537 THOUSEP ",
        "131180 _DATE_FMT %a %b %e %H:%M:%S %Z %Y"
    };

    private LanguageInfo() {}

    static void export(ThreadState ts, PyObject module) {
        for (int i = 0; i < TIMES.length; i++) {
            String name = TIMES[i].substring(0, TIMES[i].indexOf(' '));
            if (!name.isEmpty()) {
                ts.setAttr(module, name.intern(), (long) TIME + i);
            }
        }
        for (String row : OTHERS) {
            int first = row.indexOf(' ');
            String name = row.substring(first + 1, row.indexOf(' ', first + 1));
            ts.setAttr(module, name.intern(), Long.parseLong(row.substring(0, first)));
        }
    }

    /** The text of an item, null for an unknown one. */
    static @Nullable String text(int key) {
        int i = key - TIME;
        if (i >= 0 && i < TIMES.length && !TIMES[i].isBlank()) {
            return TIMES[i].substring(TIMES[i].indexOf(' ') + 1);
        }
        String number = key + " ";
        for (String row : OTHERS) {
            if (row.startsWith(number)) {
                return row.substring(row.indexOf(' ', number.length()) + 1);
            }
        }
        return null;
    }
}
