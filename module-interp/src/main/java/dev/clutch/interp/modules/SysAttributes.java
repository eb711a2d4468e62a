package dev.clutch.interp.modules;

import dev.clutch.extension.spi.Singleton;
import dev.clutch.extension.spi.Str;
import dev.clutch.interp.PyThreadState;
import dev.clutch.interp.PythonOptions;
import dev.clutch.interp.generated.ExtensionIndex;
import dev.clutch.interp.object.LibraryRoot;
import dev.clutch.interp.object.PyDict;
import dev.clutch.interp.object.PyList;
import dev.clutch.interp.object.PyNamespace;
import dev.clutch.interp.object.PyStructSequence;
import dev.clutch.interp.object.PyTuple;
import dev.clutch.interp.object.TypeObject;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** The attributes of {@code sys} that are no functions. Answers to {@code _PySys_InitCore} and {@code _PySys_UpdateConfig}. */
final class SysAttributes {
    private static final long HEX_VERSION = 0x030C08F0L;
    private static final String VERSION = "3.12.8";
    private static final String CACHE_TAG = "clutch-312";
    private static final String COPYRIGHT =
            "Copyright (c) 2026 the Clutch authors. The standard library is Copyright (c) 2001-2024 Python Software Foundation.";

    private final PyThreadState ts;
    private final PyDict d;
    private final PythonOptions options;

    SysAttributes(PyThreadState ts, PyDict d) {
        this.ts = ts;
        this.d = d;
        this.options = ts.interp.options();
    }

    void fill() {
        version();
        platform();
        paths();
        arguments();
        numbers();
        d.put("flags", flags());
    }

    private void version() {
        PyTuple info = sequence(
                "sys.version_info",
                new String[] {"major", "minor", "micro", "releaselevel", "serial"},
                3L,
                12L,
                8L,
                "final",
                0L);
        d.put("version_info", info);
        d.put("version", VERSION + " (clutch) [Java " + System.getProperty("java.version") + "]");
        d.put("hexversion", HEX_VERSION);
        d.put("api_version", 1013L);
        d.put("copyright", COPYRIGHT);
        d.put("_git", new PyTuple("Clutch", "", ""));
        PyDict implementation = new PyDict();
        implementation.put("name", "clutch");
        implementation.put("cache_tag", CACHE_TAG);
        implementation.put("version", info);
        implementation.put("hexversion", HEX_VERSION);
        implementation.put("supports_isolated_interpreters", true);
        d.put("implementation", new PyNamespace(implementation));
    }

    private void platform() {
        d.put("platform", platformName());
        d.put("byteorder", "little");
        d.put("abiflags", "");
        d.put("_framework", "");
        d.put("maxsize", Long.MAX_VALUE);
        d.put("maxunicode", 0x10FFFFL);
        d.put("float_repr_style", "short");
        d.put("stdlib_module_names", LibraryNames.all(ts));
        List<String> bundled = ts.interp.extensions().bundledNames();
        String[] core = ExtensionIndex.moduleNames();
        String[] names = new String[core.length + bundled.size()];
        for (int i = 0; i < names.length; i++) {
            names[i] = i < core.length ? core[i] : bundled.get(i - core.length);
        }
        Arrays.sort(names);
        d.put("builtin_module_names", new PyTuple(Arrays.copyOf(names, names.length, Object[].class)));
    }

    private static String platformName() {
        String os = System.getProperty("os.name", "");
        return os.startsWith("Mac") ? "darwin" : os.startsWith("Windows") ? "win32" : "linux";
    }

    private void paths() {
        Object prefix = Str.of(options.prefix);
        d.put("prefix", prefix);
        d.put("exec_prefix", prefix);
        d.put("base_prefix", prefix);
        d.put("base_exec_prefix", prefix);
        d.put("platlibdir", "lib");
        Object executable = Str.of(options.executable);
        d.put("executable", executable);
        d.put("_base_executable", executable);
        d.put("_home", Singleton.NONE);
        d.put("_stdlib_dir", Str.of(LibraryRoot.path()));
        d.put("pycache_prefix", Singleton.NONE);
        d.put("modules", ts.interp.modules());
        PyList path = new PyList();
        if (options.firstPath != null) {
            path.append(Str.of(options.firstPath));
        }
        for (String entry : options.searchPath) {
            path.append(Str.of(entry));
        }
        path.append(Str.of(LibraryRoot.path()));
        d.put("path", path);
        d.put("meta_path", new PyList());
        d.put("path_hooks", new PyList());
        d.put("path_importer_cache", new PyDict());
    }

    private void arguments() {
        d.put("argv", list(options.argv));
        d.put("orig_argv", list(options.origArgv));
        d.put("warnoptions", list(options.warnOptions));
        PyDict x = new PyDict();
        for (Map.Entry<String, Object> e : options.xOptions.entrySet()) {
            Object value = e.getValue();
            x.put(ts, Str.of(e.getKey()), value instanceof String s ? Str.of(s) : value);
        }
        d.put("_xoptions", x);
        d.put("dont_write_bytecode", options.dontWriteBytecode);
    }

    private static PyList list(List<String> texts) {
        PyList list = new PyList();
        for (String text : texts) {
            list.append(Str.of(text));
        }
        return list;
    }

    private void numbers() {
        d.put(
                "float_info",
                sequence(
                        "sys.float_info",
                        new String[] {
                            "max",
                            "max_exp",
                            "max_10_exp",
                            "min",
                            "min_exp",
                            "min_10_exp",
                            "dig",
                            "mant_dig",
                            "epsilon",
                            "radix",
                            "rounds"
                        },
                        Double.MAX_VALUE,
                        1024L,
                        308L,
                        Double.MIN_NORMAL,
                        -1021L,
                        -307L,
                        15L,
                        53L,
                        Math.ulp(1.0),
                        2L,
                        1L));
        d.put(
                "int_info",
                sequence(
                        "sys.int_info",
                        new String[] {
                            "bits_per_digit", "sizeof_digit", "default_max_str_digits", "str_digits_check_threshold"
                        },
                        30L,
                        4L,
                        4300L,
                        640L));
        d.put(
                "hash_info",
                sequence(
                        "sys.hash_info",
                        new String[] {
                            "width", "modulus", "inf", "nan", "imag", "algorithm", "hash_bits", "seed_bits", "cutoff"
                        },
                        64L,
                        (1L << 61) - 1,
                        314159L,
                        0L,
                        1000003L,
                        "java",
                        32L,
                        0L,
                        0L));
        d.put(
                "thread_info",
                sequence(
                        "sys.thread_info",
                        new String[] {"name", "lock", "version"},
                        "pthread",
                        Singleton.NONE,
                        "Java " + System.getProperty("java.version")));
    }

    private PyTuple flags() {
        return sequence(
                "sys.flags",
                new String[] {
                    "debug",
                    "inspect",
                    "interactive",
                    "optimize",
                    "dont_write_bytecode",
                    "no_user_site",
                    "no_site",
                    "ignore_environment",
                    "verbose",
                    "bytes_warning",
                    "quiet",
                    "hash_randomization",
                    "isolated",
                    "dev_mode",
                    "utf8_mode",
                    "warn_default_encoding",
                    "safe_path",
                    "int_max_str_digits"
                },
                (long) options.debug,
                (long) options.inspect,
                (long) options.interactive,
                (long) options.optimize,
                number(options.dontWriteBytecode),
                number(options.noUserSite),
                number(options.noSite),
                number(options.ignoreEnvironment),
                (long) options.verbose,
                (long) options.bytesWarning,
                number(options.quiet),
                0L,
                number(options.isolated),
                options.devMode,
                number(options.utf8Mode),
                number(options.warnDefaultEncoding),
                options.safePath,
                (long) options.maxStrDigits);
    }

    private static Object number(boolean b) {
        return b ? 1L : 0L;
    }

    private PyTuple sequence(String name, String[] fields, Object... values) {
        TypeObject type = PyStructSequence.newClosedType(ts, name, "", fields, fields.length);
        return PyStructSequence.make(type, values);
    }
}
