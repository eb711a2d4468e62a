package dev.clutch.interp.object;

import dev.clutch.interp.PyThreadState;
import dev.clutch.interp.op.Call;
import dev.clutch.interp.op.Globals;
import java.util.Arrays;

/**
 * The body of {@code lambda _cls, a, b: _tuple_new(_cls, (a, b))}, which the library evaluates as a text for each named tuple: one class for any number of fields instead of a new one
 * each time. The number of fields is the id.
 */
public final class NamedTupleNew extends CompiledCode {
    /** Makes the body for a number of fields. */
    public NamedTupleNew(int fields) {
        super(fields);
    }

    @Override
    public Object bound(PyThreadState ts, PyFunction f, Object[] locals) {
        return make(ts, f, locals[0], new PyTuple(Arrays.copyOfRange(locals, 1, id + 1)));
    }

    private static Object make(PyThreadState ts, PyFunction f, Object cls, PyTuple items) {
        return Call.call2(ts, Globals.load(ts, f, "_tuple_new", 0), cls, items);
    }

    @Override
    public Object call2(PyThreadState ts, Object f, Object cls, Object a) {
        return id == 1 ? make(ts, (PyFunction) f, cls, new PyTuple(a)) : super.call2(ts, f, cls, a);
    }

    @Override
    public Object call3(PyThreadState ts, Object f, Object cls, Object a, Object b) {
        return id == 2 ? make(ts, (PyFunction) f, cls, new PyTuple(a, b)) : super.call3(ts, f, cls, a, b);
    }

    @Override
    public Object call4(PyThreadState ts, Object f, Object cls, Object a, Object b, Object c) {
        return id == 3 ? make(ts, (PyFunction) f, cls, new PyTuple(a, b, c)) : super.call4(ts, f, cls, a, b, c);
    }
}
