package dev.clutch.extensions.builtin.sre;

import dev.clutch.extension.spi.PyType;
import dev.clutch.extension.spi.Singleton;
import dev.clutch.extension.spi.Str;
import dev.clutch.extension.spi.ThreadState;

/** What a text and flags compile to, without anything of an interpreter. Immutable, so interpreters share it. */
final class KnownPattern {
    private final PatternObject.Kind kind;
    private final int flags;
    private final Program program;
    /** The names of groups, in the order of {@code groupindex}. */
    private final String[] names;
    /** The numbers of these groups. */
    private final int[] numbers;

    private KnownPattern(PatternObject.Kind kind, int flags, Program program, String[] names, int[] numbers) {
        this.kind = kind;
        this.flags = flags;
        this.program = program;
        this.names = names;
        this.numbers = numbers;
    }

    /** Reads flags, number of groups, names with numbers and code words, with tabs between them. */
    static KnownPattern read(PatternObject.Kind kind, String line) {
        String[] parts = line.split("\t", -1);
        String[] words = parts[3].split(" ", -1);
        int[] code = new int[words.length];
        for (int i = 0; i < code.length; i++) {
            code[i] = Integer.parseUnsignedInt(words[i]);
        }
        String[] groups = parts[2].isEmpty() ? new String[0] : parts[2].split(" ", -1);
        String[] names = new String[groups.length / 2];
        int[] numbers = new int[names.length];
        for (int i = 0; i < names.length; i++) {
            names[i] = groups[2 * i].intern();
            numbers[i] = Integer.parseInt(groups[2 * i + 1]);
        }
        Program program = Program.of(code, Integer.parseInt(parts[1]));
        return new KnownPattern(kind, Integer.parseInt(parts[0]), program, names, numbers);
    }

    /** Makes the pattern of an interpreter. */
    PatternObject make(ThreadState ts, PyType type, SreModule module, Object pattern) {
        Object groupindex = ts.newDict();
        Object[] indexgroup = new Object[program.groups() + 1];
        for (int i = 0; i < indexgroup.length; i++) {
            indexgroup[i] = Singleton.NONE;
        }
        for (int i = 0; i < names.length; i++) {
            ts.dictSet(groupindex, Str.of(names[i]), (long) numbers[i]);
            indexgroup[numbers[i]] = Str.of(names[i]);
        }
        return new PatternObject(type, module, pattern, kind, flags, program, groupindex, ts.newTuple(indexgroup));
    }
}
