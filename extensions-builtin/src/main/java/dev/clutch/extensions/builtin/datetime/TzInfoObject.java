package dev.clutch.extensions.builtin.datetime;

import dev.clutch.extension.spi.Expose;
import dev.clutch.extension.spi.ExtensionType;
import dev.clutch.extension.spi.PyObject;
import dev.clutch.extension.spi.PyType;
import dev.clutch.extension.spi.PythonException;
import dev.clutch.extension.spi.Singleton;
import dev.clutch.extension.spi.ThreadState;
import org.jspecify.annotations.Nullable;

/** {@code datetime.tzinfo}: what time zones have in common. */
@ExtensionType(name = "datetime.tzinfo", subclassable = true, doc = "Base of time zones.")
class TzInfoObject extends PyObject {
    TzInfoObject(PyType type) {
        super(type);
    }

    @Expose(signature = "(*args, **kwargs)")
    static Object __new__(ThreadState ts, PyType cls, Object[] args, @Nullable Object kwargs) {
        return new TzInfoObject(cls);
    }

    private static PythonException missing(ThreadState ts, String method) {
        return ts.error("NotImplementedError", "a tzinfo subclass must implement " + method + "()");
    }

    @Expose(signature = "(dt, /)", doc = "The name of the time zone at a time.")
    Object tzname(ThreadState ts, Object dt) {
        throw missing(ts, "tzname");
    }

    @Expose(signature = "(dt, /)", doc = "The distance from UTC at a time.")
    Object utcoffset(ThreadState ts, Object dt) {
        throw missing(ts, "utcoffset");
    }

    @Expose(signature = "(dt, /)", doc = "The part of the distance from UTC that is daylight saving time.")
    Object dst(ThreadState ts, Object dt) {
        throw missing(ts, "dst");
    }

    @Expose(signature = "(dt, /)", doc = "From UTC to local time.")
    Object fromutc(ThreadState ts, DatetimeModule state, Object dt) {
        if (!(dt instanceof DateTimeObject d)) {
            throw ts.typeError("fromutc: argument must be a datetime");
        }
        if (d.tzinfo != this) {
            throw ts.valueError("fromutc: dt.tzinfo is not self");
        }
        if (!(d.offset(ts) instanceof DeltaObject offset)) {
            throw ts.valueError("fromutc: non-None utcoffset() result required");
        }
        if (!(TimeZones.dst(ts, this, d) instanceof DeltaObject dst)) {
            throw ts.valueError("fromutc: non-None dst() result required");
        }
        DeltaObject standard = DeltaMath.sum(ts, state, offset, dst, -1);
        DateTimeObject result = d.plus(ts, state, standard, 1);
        Object now = TimeZones.dst(ts, this, result);
        if (now == Singleton.NONE) {
            throw ts.valueError("fromutc: tz.dst() gave inconsistent results; cannot convert");
        }
        DeltaObject summer = (DeltaObject) now;
        return summer.__bool__(ts) ? result.plus(ts, state, summer, 1) : result;
    }

    @Expose(signature = "()", doc = "Class, constructor arguments and state.")
    Object __reduce__(ThreadState ts) {
        Object arguments = ts.findAttr(this, "__getinitargs__");
        Object args = arguments == null ? ts.newTuple() : ts.call(arguments);
        return ts.newTuple(type(), args, ts.callMethod(this, "__getstate__"));
    }
}
