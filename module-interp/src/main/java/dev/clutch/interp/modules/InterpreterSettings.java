package dev.clutch.interp.modules;

import dev.clutch.interp.PyThreadState;
import dev.clutch.interp.object.Errors;
import dev.clutch.interp.object.PyDict;
import dev.clutch.interp.object.PyNamespace;
import dev.clutch.interp.object.PyStr;
import dev.clutch.interp.op.Text;
import dev.clutch.interp.op.Truth;
import dev.clutch.runtime.InterpreterConfig;
import org.jspecify.annotations.Nullable;

/** Configurations of interpreters as Python code sees them. Answers to {@code interpconfig.c}. */
final class InterpreterSettings {
    private InterpreterSettings() {}

    /** {@code config_from_object}. */
    static InterpreterConfig of(PyThreadState ts, Object config) {
        if (config == dev.clutch.extension.spi.Singleton.NONE) {
            return InterpreterConfig.isolated();
        }
        if (PyStr.isStr(config)) {
            return named(ts, Text.java(config));
        }
        Object dict = config instanceof PyNamespace ? ts.findAttr(config, "__dict__") : null;
        if (dict instanceof PyDict d) {
            return fromDict(ts, d);
        }
        throw Errors.typeError(ts, "bad config " + Text.java(Text.repr(ts, config)));
    }

    /** {@code init_named_config}. */
    static InterpreterConfig named(PyThreadState ts, String name) {
        switch (name) {
            case "isolated":
            case "default":
            case "":
                return InterpreterConfig.isolated();
            case "legacy":
                return InterpreterConfig.legacy();
            default:
                throw Errors.valueError(ts, "unsupported config name '" + name + "'");
        }
    }

    static PyDict asDict(InterpreterConfig c) {
        PyDict d = new PyDict();
        d.put("use_main_obmalloc", c.useMainObmalloc());
        d.put("allow_fork", c.allowFork());
        d.put("allow_exec", c.allowExec());
        d.put("allow_threads", c.allowThreads());
        d.put("allow_daemon_threads", c.allowDaemonThreads());
        d.put("check_multi_interp_extensions", c.checkMultiInterpExtensions());
        d.put("gil", c.gil().label());
        return d;
    }

    /** Takes over what is given; anything that is no setting is an error. */
    static void override(PyThreadState ts, PyDict settings, PyDict given) {
        PyDict extra = new PyDict();
        for (int p = given.next(0); p >= 0; p = given.next(p + 1)) {
            Object key = given.keyAt(p);
            if (settings.get(ts, key) == null) {
                extra.put(ts, key, given.valueAt(p));
            } else {
                settings.put(ts, key, given.valueAt(p));
            }
        }
        refuseExtra(ts, extra);
    }

    private static void refuseExtra(PyThreadState ts, PyDict extra) {
        if (extra.size() > 0) {
            throw Errors.valueError(
                    ts,
                    "config dict has " + extra.size() + " extra item" + (extra.size() == 1 ? "" : "s") + " ("
                            + Text.java(Text.repr(ts, extra)) + ")");
        }
    }

    /** {@code interp_config_from_dict}, with the rules of {@code init_interp_settings}. */
    static InterpreterConfig fromDict(PyThreadState ts, PyDict d) {
        PyDict left = d.copy();
        InterpreterConfig.Builder b = InterpreterConfig.builder()
                .useMainObmalloc(flag(ts, left, "use_main_obmalloc"))
                .allowFork(flag(ts, left, "allow_fork"))
                .allowExec(flag(ts, left, "allow_exec"))
                .allowThreads(flag(ts, left, "allow_threads"))
                .allowDaemonThreads(flag(ts, left, "allow_daemon_threads"))
                .checkMultiInterpExtensions(flag(ts, left, "check_multi_interp_extensions"));
        Object gil = taken(ts, left, "gil");
        if (!PyStr.isStr(gil)) {
            throw Errors.typeError(ts, "invalid config value for 'gil'");
        }
        refuseExtra(ts, left);
        try {
            return b.gil(InterpreterConfig.Gil.of(Text.java(gil))).build();
        } catch (IllegalArgumentException e) {
            throw Errors.valueError(ts, String.valueOf(e.getMessage()));
        }
    }

    private static boolean flag(PyThreadState ts, PyDict d, String name) {
        return Truth.of(ts, taken(ts, d, name));
    }

    private static Object taken(PyThreadState ts, PyDict d, String name) {
        @Nullable Object value = d.remove(name);
        if (value == null) {
            throw Errors.valueError(ts, "missing config key '" + name + "'");
        }
        return value;
    }
}
