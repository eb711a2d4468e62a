package dev.clutch.interp;

import dev.clutch.runtime.InterpreterConfig;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The options of the command line as all interpreters of a runtime see them; immutable. Answers to the part of {@code PyConfig} that {@code sys} shows. Given to a runtime through
 * {@link dev.clutch.runtime.RuntimeConfig.Builder#languageOptions}.
 */
public final class PythonOptions {
    /** {@code -d}. */
    public final int debug;
    /** {@code -i}. */
    public final int inspect;
    /** {@code -i}, {@code interactive}. */
    public final int interactive;
    /** {@code -O}, counted. */
    public final int optimize;
    /** {@code -B}. */
    public final boolean dontWriteBytecode;
    /** {@code -s}. */
    public final boolean noUserSite;
    /** {@code -S}. */
    public final boolean noSite;
    /** {@code -E}. */
    public final boolean ignoreEnvironment;
    /** {@code -v}, counted. */
    public final int verbose;
    /** {@code -b}, counted. */
    public final int bytesWarning;
    /** {@code -q}. */
    public final boolean quiet;
    /** {@code -I}. */
    public final boolean isolated;
    /** {@code -X dev}. */
    public final boolean devMode;
    /** {@code -X utf8}. */
    public final boolean utf8Mode;
    /** {@code -X warn_default_encoding}. */
    public final boolean warnDefaultEncoding;
    /** {@code -P}. */
    public final boolean safePath;
    /** {@code -u}: the standard streams keep nothing back. */
    public final boolean unbuffered;
    /** {@code -X int_max_str_digits}. */
    public final int maxStrDigits;
    /** {@code -W}, in order. */
    public final List<String> warnOptions;
    /** {@code -X}; true for one without a value. */
    public final Map<String, Object> xOptions;
    /** {@code sys.argv}. */
    public final List<String> argv;
    /** {@code sys.orig_argv}. */
    public final List<String> origArgv;
    /** {@code sys.executable}; empty when no launcher said who it is. */
    public final String executable;
    /** {@code sys.prefix}. */
    public final String prefix;
    /** What {@code PYTHONPATH} puts before the standard library on {@code sys.path}. */
    public final List<String> searchPath;
    /** What stands first on {@code sys.path}, null for nothing. */
    public final @Nullable String firstPath;

    private PythonOptions(Builder b) {
        debug = b.debug;
        inspect = b.inspect;
        interactive = b.interactive;
        optimize = b.optimize;
        dontWriteBytecode = b.dontWriteBytecode;
        noUserSite = b.noUserSite || b.isolated;
        noSite = b.noSite;
        ignoreEnvironment = b.ignoreEnvironment || b.isolated;
        verbose = b.verbose;
        bytesWarning = b.bytesWarning;
        quiet = b.quiet;
        isolated = b.isolated;
        devMode = b.devMode;
        utf8Mode = b.utf8Mode;
        warnDefaultEncoding = b.warnDefaultEncoding;
        safePath = b.safePath || b.isolated;
        unbuffered = b.unbuffered;
        maxStrDigits = b.maxStrDigits;
        warnOptions = List.copyOf(b.warnOptions);
        xOptions = Collections.unmodifiableMap(new LinkedHashMap<>(b.xOptions));
        argv = List.copyOf(b.argv);
        origArgv = List.copyOf(b.origArgv);
        executable = b.executable;
        prefix = prefixOf(b.executable);
        searchPath = List.copyOf(b.searchPath);
        firstPath = safePath ? null : b.firstPath;
    }

    /** The folder above the launcher's; empty when there is no launcher. */
    private static String prefixOf(String executable) {
        int slash = executable.lastIndexOf('/');
        int above = slash <= 0 ? -1 : executable.lastIndexOf('/', slash - 1);
        return above < 0 ? "" : above == 0 ? "/" : executable.substring(0, above);
    }

    /** Returns these as an interpreter's configuration changes them; the same object when it changes nothing. */
    PythonOptions with(InterpreterConfig config) {
        List<String> givenArgv = config.argv();
        List<String> paths = config.moduleSearchPaths();
        List<String> warnings = config.warnoptions();
        Boolean writes = config.writeBytecode();
        if (givenArgv == null
                && paths == null
                && warnings == null
                && writes == null
                && config.optimizationLevel() < 0
                && config.intMaxStrDigits() < 0) {
            return this;
        }
        Builder b = toBuilder();
        b.argv = givenArgv == null ? argv : givenArgv;
        b.searchPath = paths == null ? searchPath : paths;
        b.warnOptions = warnings == null ? warnOptions : warnings;
        b.dontWriteBytecode = writes == null ? dontWriteBytecode : !writes;
        b.optimize = config.optimizationLevel() < 0 ? optimize : config.optimizationLevel();
        b.maxStrDigits = config.intMaxStrDigits() < 0 ? maxStrDigits : config.intMaxStrDigits();
        return b.build();
    }

    private Builder toBuilder() {
        Builder b = new Builder();
        b.debug = debug;
        b.inspect = inspect;
        b.interactive = interactive;
        b.optimize = optimize;
        b.dontWriteBytecode = dontWriteBytecode;
        b.noUserSite = noUserSite;
        b.noSite = noSite;
        b.ignoreEnvironment = ignoreEnvironment;
        b.verbose = verbose;
        b.bytesWarning = bytesWarning;
        b.quiet = quiet;
        b.isolated = isolated;
        b.devMode = devMode;
        b.utf8Mode = utf8Mode;
        b.warnDefaultEncoding = warnDefaultEncoding;
        b.safePath = safePath;
        b.unbuffered = unbuffered;
        b.maxStrDigits = maxStrDigits;
        b.warnOptions = warnOptions;
        b.xOptions = xOptions;
        b.argv = argv;
        b.origArgv = origArgv;
        b.executable = executable;
        b.searchPath = searchPath;
        b.firstPath = firstPath;
        return b;
    }

    /** Returns the options of an embedded runtime. */
    public static PythonOptions defaults() {
        return new Builder().build();
    }

    /** Collects options; its fields are those of {@link PythonOptions}. */
    public static final class Builder {
        /** {@code -d}. */
        public int debug;
        /** {@code -i}. */
        public int inspect;
        /** {@code -i}. */
        public int interactive;
        /** {@code -O}. */
        public int optimize;
        /** {@code -B}. */
        public boolean dontWriteBytecode;
        /** {@code -s}. */
        public boolean noUserSite;
        /** {@code -S}. */
        public boolean noSite;
        /** {@code -E}. */
        public boolean ignoreEnvironment;
        /** {@code -v}. */
        public int verbose;
        /** {@code -b}. */
        public int bytesWarning;
        /** {@code -q}. */
        public boolean quiet;
        /** {@code -I}. */
        public boolean isolated;
        /** {@code -X dev}. */
        public boolean devMode;
        /** {@code -X utf8}. */
        public boolean utf8Mode;
        /** {@code -X warn_default_encoding}. */
        public boolean warnDefaultEncoding;
        /** {@code -P}. */
        public boolean safePath;
        /** {@code -u}. */
        public boolean unbuffered;
        /** {@code -X int_max_str_digits}. */
        public int maxStrDigits = 4300;
        /** {@code -W}. */
        public List<String> warnOptions = new ArrayList<>();
        /** {@code -X}. */
        public Map<String, Object> xOptions = new LinkedHashMap<>();
        /** {@code sys.argv}. */
        public List<String> argv = List.of("");
        /** {@code sys.orig_argv}. */
        public List<String> origArgv = List.of();
        /** {@code sys.executable}. */
        public String executable = "";
        /** {@code PYTHONPATH}. */
        public List<String> searchPath = List.of();
        /** What stands first on {@code sys.path}. */
        public @Nullable String firstPath;

        /** Begins with the defaults. */
        public Builder() {}

        /** Makes the options. */
        public PythonOptions build() {
            return new PythonOptions(this);
        }
    }
}
