package dev.clutch.runtime;

import java.util.List;

/**
 * How Python itself is set up in the interpreters of a runtime. Answers to {@code PyConfig} (PEP 587); the names are its. Immutable.
 */
public final class PythonConfig {
    private final boolean isolated;
    private final boolean useEnvironment;
    private final boolean safePath;
    private final boolean siteImport;
    private final boolean userSiteDirectory;
    private final boolean writeBytecode;
    private final boolean bufferedStdio;
    private final boolean quiet;
    private final boolean inspect;
    private final boolean interactive;
    private final boolean devMode;
    private final int optimizationLevel;
    private final int verbose;
    private final int bytesWarning;
    private final int intMaxStrDigits;
    private final String executable;
    private final String home;
    private final List<String> argv;
    private final List<String> origArgv;
    private final List<String> warnOptions;
    private final List<String> xOptions;
    private final List<String> moduleSearchPaths;
    private final String pycachePrefix;
    private final String checkHashPycs;
    private final String stdioEncoding;
    private final String stdioErrors;

    private PythonConfig(Builder b) {
        isolated = b.isolated;
        useEnvironment = b.useEnvironment;
        safePath = b.safePath;
        siteImport = b.siteImport;
        userSiteDirectory = b.userSiteDirectory;
        writeBytecode = b.writeBytecode;
        bufferedStdio = b.bufferedStdio;
        quiet = b.quiet;
        inspect = b.inspect;
        interactive = b.interactive;
        devMode = b.devMode;
        optimizationLevel = b.optimizationLevel;
        verbose = b.verbose;
        bytesWarning = b.bytesWarning;
        intMaxStrDigits = b.intMaxStrDigits;
        executable = b.executable;
        home = b.home;
        argv = b.argv;
        origArgv = b.origArgv;
        warnOptions = b.warnOptions;
        xOptions = b.xOptions;
        moduleSearchPaths = b.moduleSearchPaths;
        pycachePrefix = b.pycachePrefix;
        checkHashPycs = b.checkHashPycs;
        stdioEncoding = b.stdioEncoding;
        stdioErrors = b.stdioErrors;
    }

    /** Returns the settings of a Python started without options. */
    public static PythonConfig defaults() {
        return new Builder().build();
    }

    /** Returns a builder that starts from the defaults. */
    public static Builder builder() {
        return new Builder();
    }

    /** Returns {@code isolated}: {@code -I}: neither the environment nor the user's site directory nor the script's folder counts. */
    public boolean isolated() {
        return isolated;
    }

    /** Returns {@code use_environment}: whether the {@code PYTHON...} variables count; not under {@code -E}. */
    public boolean useEnvironment() {
        return useEnvironment;
    }

    /** Returns {@code safe_path}: {@code -P}: the folder of the script is not put before the search path. */
    public boolean safePath() {
        return safePath;
    }

    /** Returns {@code site_import}: whether {@code site} is imported; not under {@code -S}. */
    public boolean siteImport() {
        return siteImport;
    }

    /** Returns {@code user_site_directory}: whether the user's site directory counts; not under {@code -s}. */
    public boolean userSiteDirectory() {
        return userSiteDirectory;
    }

    /** Returns {@code write_bytecode}: whether compiled modules are stored; not under {@code -B}. */
    public boolean writeBytecode() {
        return writeBytecode;
    }

    /** Returns {@code buffered_stdio}: whether the standard streams are buffered; not under {@code -u}. */
    public boolean bufferedStdio() {
        return bufferedStdio;
    }

    /** Returns {@code quiet}: {@code -q}: no greeting. */
    public boolean quiet() {
        return quiet;
    }

    /** Returns {@code inspect}: {@code -i}: go on interactively after the program. */
    public boolean inspect() {
        return inspect;
    }

    /** Returns {@code interactive}: whether standard input is treated as a terminal. */
    public boolean interactive() {
        return interactive;
    }

    /** Returns {@code dev_mode}: {@code -X dev}. */
    public boolean devMode() {
        return devMode;
    }

    /** Returns {@code optimization_level}: 0, 1 without assertions ({@code -O}), 2 without docstrings too ({@code -OO}). */
    public int optimizationLevel() {
        return optimizationLevel;
    }

    /** Returns {@code verbose}: how often {@code -v} was given. */
    public int verbose() {
        return verbose;
    }

    /** Returns {@code bytes_warning}: how often {@code -b} was given. */
    public int bytesWarning() {
        return bytesWarning;
    }

    /** Returns {@code int_max_str_digits}: the limit of digits in conversions between int and str, 0 for none. */
    public int intMaxStrDigits() {
        return intMaxStrDigits;
    }

    /** Returns {@code executable}: {@code sys.executable}, empty when it is not known. */
    public String executable() {
        return executable;
    }

    /** Returns {@code home}: {@code sys.prefix}, the folder of the installation; empty when there is none. */
    public String home() {
        return home;
    }

    /** Returns {@code argv}: {@code sys.argv}. */
    public List<String> argv() {
        return argv;
    }

    /** Returns {@code orig_argv}: {@code sys.orig_argv}. */
    public List<String> origArgv() {
        return origArgv;
    }

    /** Returns {@code warnoptions}: {@code sys.warnoptions}. */
    public List<String> warnOptions() {
        return warnOptions;
    }

    /** Returns {@code xoptions}: what came after each {@code -X}. */
    public List<String> xOptions() {
        return xOptions;
    }

    /** Returns {@code module_search_paths}: what comes before the standard library on {@code sys.path}. */
    public List<String> moduleSearchPaths() {
        return moduleSearchPaths;
    }

    /** Returns {@code pycache_prefix}: {@code sys.pycache_prefix}, empty for none. */
    public String pycachePrefix() {
        return pycachePrefix;
    }

    /** Returns {@code check_hash_pycs_mode}: {@code default}, {@code always} or {@code never}. */
    public String checkHashPycs() {
        return checkHashPycs;
    }

    /** Returns {@code stdio_encoding}: the encoding of the standard streams. */
    public String stdioEncoding() {
        return stdioEncoding;
    }

    /** Returns {@code stdio_errors}: the error handler of standard input and output, empty for the usual one. */
    public String stdioErrors() {
        return stdioErrors;
    }

    /** Collects settings. Not shared between threads. */
    public static final class Builder {
        private boolean isolated = false;
        private boolean useEnvironment = true;
        private boolean safePath = false;
        private boolean siteImport = true;
        private boolean userSiteDirectory = true;
        private boolean writeBytecode = true;
        private boolean bufferedStdio = true;
        private boolean quiet = false;
        private boolean inspect = false;
        private boolean interactive = false;
        private boolean devMode = false;
        private int optimizationLevel = 0;
        private int verbose = 0;
        private int bytesWarning = 0;
        private int intMaxStrDigits = 4300;
        private String executable = "";
        private String home = "";
        private List<String> argv = List.of();
        private List<String> origArgv = List.of();
        private List<String> warnOptions = List.of();
        private List<String> xOptions = List.of();
        private List<String> moduleSearchPaths = List.of();
        private String pycachePrefix = "";
        private String checkHashPycs = "default";
        private String stdioEncoding = "utf-8";
        private String stdioErrors = "";

        private Builder() {}

        /** Sets {@code isolated}. */
        public Builder isolated(boolean value) {
            isolated = value;
            return this;
        }

        /** Sets {@code use_environment}. */
        public Builder useEnvironment(boolean value) {
            useEnvironment = value;
            return this;
        }

        /** Sets {@code safe_path}. */
        public Builder safePath(boolean value) {
            safePath = value;
            return this;
        }

        /** Sets {@code site_import}. */
        public Builder siteImport(boolean value) {
            siteImport = value;
            return this;
        }

        /** Sets {@code user_site_directory}. */
        public Builder userSiteDirectory(boolean value) {
            userSiteDirectory = value;
            return this;
        }

        /** Sets {@code write_bytecode}. */
        public Builder writeBytecode(boolean value) {
            writeBytecode = value;
            return this;
        }

        /** Sets {@code buffered_stdio}. */
        public Builder bufferedStdio(boolean value) {
            bufferedStdio = value;
            return this;
        }

        /** Sets {@code quiet}. */
        public Builder quiet(boolean value) {
            quiet = value;
            return this;
        }

        /** Sets {@code inspect}. */
        public Builder inspect(boolean value) {
            inspect = value;
            return this;
        }

        /** Sets {@code interactive}. */
        public Builder interactive(boolean value) {
            interactive = value;
            return this;
        }

        /** Sets {@code dev_mode}. */
        public Builder devMode(boolean value) {
            devMode = value;
            return this;
        }

        /** Sets {@code optimization_level}. */
        public Builder optimizationLevel(int value) {
            optimizationLevel = value;
            return this;
        }

        /** Sets {@code verbose}. */
        public Builder verbose(int value) {
            verbose = value;
            return this;
        }

        /** Sets {@code bytes_warning}. */
        public Builder bytesWarning(int value) {
            bytesWarning = value;
            return this;
        }

        /** Sets {@code int_max_str_digits}. */
        public Builder intMaxStrDigits(int value) {
            intMaxStrDigits = value;
            return this;
        }

        /** Sets {@code executable}. */
        public Builder executable(String value) {
            executable = value;
            return this;
        }

        /** Sets {@code home}. */
        public Builder home(String value) {
            home = value;
            return this;
        }

        /** Sets {@code argv}. */
        public Builder argv(List<String> value) {
            argv = List.copyOf(value);
            return this;
        }

        /** Sets {@code orig_argv}. */
        public Builder origArgv(List<String> value) {
            origArgv = List.copyOf(value);
            return this;
        }

        /** Sets {@code warnoptions}. */
        public Builder warnOptions(List<String> value) {
            warnOptions = List.copyOf(value);
            return this;
        }

        /** Sets {@code xoptions}. */
        public Builder xOptions(List<String> value) {
            xOptions = List.copyOf(value);
            return this;
        }

        /** Sets {@code module_search_paths}. */
        public Builder moduleSearchPaths(List<String> value) {
            moduleSearchPaths = List.copyOf(value);
            return this;
        }

        /** Sets {@code pycache_prefix}. */
        public Builder pycachePrefix(String value) {
            pycachePrefix = value;
            return this;
        }

        /** Sets {@code check_hash_pycs_mode}. */
        public Builder checkHashPycs(String value) {
            checkHashPycs = value;
            return this;
        }

        /** Sets {@code stdio_encoding}. */
        public Builder stdioEncoding(String value) {
            stdioEncoding = value;
            return this;
        }

        /** Sets {@code stdio_errors}. */
        public Builder stdioErrors(String value) {
            stdioErrors = value;
            return this;
        }

        /** Makes the settings. */
        public PythonConfig build() {
            return new PythonConfig(this);
        }
    }
}
