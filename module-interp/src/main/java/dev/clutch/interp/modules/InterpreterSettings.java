package dev.clutch.interp.modules;

import dev.clutch.interp.PyThreadState;
import dev.clutch.interp.object.Errors;
import dev.clutch.interp.object.PyDict;
import dev.clutch.interp.object.PyStr;
import dev.clutch.interp.op.Text;
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
            return fromDict(ts, named(ts, Text.java(config)));
        }
        Object dict = ts.findAttr(config, "__dict__");
        if (dict instanceof PyDict d) {
            return fromDict(ts, d);
        }
        throw Errors.typeError(ts, "bad config " + Text.java(Text.repr(ts, config)));
    }

    /** {@code init_named_config}. */
    static PyDict named(PyThreadState ts, String name) {
        switch (name) {
            case "isolated":
            case "default":
            case "":
                return asDict(InterpreterConfig.isolated());
            case "legacy":
                return asDict(InterpreterConfig.legacy());
            case "empty":
                // no interpreter can be made of it as it is
                return empty();
            default:
                throw Errors.valueError(ts, "unsupported config name '" + name + "'");
        }
    }

    private static PyDict empty() {
        PyDict d = asDict(InterpreterConfig.isolated());
        d.put("allow_threads", false);
        d.put("check_multi_interp_extensions", false);
        d.put("gil", InterpreterConfig.Gil.DEFAULT.label());
        return d;
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
                settings.put(ts, key, checked(ts, Text.java(key), given.valueAt(p)));
            }
        }
        refuseExtra(ts, extra);
    }

    /** A value of the right kind; what does not go together is found when an interpreter is made of it. */
    private static Object checked(PyThreadState ts, String name, Object value) {
        if (name.equals("gil") ? !PyStr.isStr(value) : !(value instanceof Boolean)) {
            throw Errors.typeError(ts, "invalid config type: " + name);
        }
        if (name.equals("gil")) {
            gil(ts, value);
        }
        return value;
    }

    private static InterpreterConfig.Gil gil(PyThreadState ts, Object value) {
        try {
            return InterpreterConfig.Gil.of(Text.java(value));
        } catch (IllegalArgumentException e) {
            throw Errors.valueError(ts, String.valueOf(e.getMessage()));
        }
    }

    private static void refuseExtra(PyThreadState ts, PyDict extra) {
        if (extra.size() > 0) {
            throw Errors.valueError(
                    ts,
                    "config dict has " + extra.size() + " extra item" + (extra.size() == 1 ? "" : "s") + " ("
                            + Text.java(Text.repr(ts, extra)) + ")");
        }
    }

    /** {@code interp_config_from_dict}; what does not go together is an {@code IllegalArgumentException}. */
    static InterpreterConfig fromDict(PyThreadState ts, PyDict d) {
        PyDict left = d.copy();
        InterpreterConfig.Builder b = InterpreterConfig.builder()
                .useMainObmalloc(flag(ts, left, "use_main_obmalloc"))
                .allowFork(flag(ts, left, "allow_fork"))
                .allowExec(flag(ts, left, "allow_exec"))
                .allowThreads(flag(ts, left, "allow_threads"))
                .allowDaemonThreads(flag(ts, left, "allow_daemon_threads"))
                .checkMultiInterpExtensions(flag(ts, left, "check_multi_interp_extensions"));
        InterpreterConfig.Gil gil = gil(ts, taken(ts, left, "gil"));
        refuseExtra(ts, left);
        return b.gil(gil).build();
    }

    private static boolean flag(PyThreadState ts, PyDict d, String name) {
        return (boolean) taken(ts, d, name);
    }

    private static Object taken(PyThreadState ts, PyDict d, String name) {
        @Nullable Object value = d.remove(name);
        if (value == null) {
            throw Errors.valueError(ts, "missing config key: " + name);
        }
        return checked(ts, name, value);
    }
}
