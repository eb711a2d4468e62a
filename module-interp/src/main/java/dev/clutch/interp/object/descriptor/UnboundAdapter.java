package dev.clutch.interp.object.descriptor;

import dev.clutch.interp.PyThreadState;
import dev.clutch.interp.object.PyCallable;
import dev.clutch.interp.object.PyMethod;
import dev.clutch.interp.object.Vectorcall;
import dev.clutch.interp.op.Call;
import org.jspecify.annotations.Nullable;

/** Stands for a callable in a method call that passes the instance as first argument: drops that argument. Never visible to Python code. */
public final class UnboundAdapter extends PyCallable {
    /** The bound callable. */
    public final Object target;

    /** Wraps a bound callable. */
    public UnboundAdapter(Object target) {
        super(PyMethod.TYPE, Drop.INSTANCE);
        this.target = target;
    }

    private static final class Drop extends Vectorcall {
        static final Drop INSTANCE = new Drop();

        @Override
        public Object call1(PyThreadState ts, Object f, Object self) {
            Object t = ((UnboundAdapter) f).target;
            return Call.target(t).call0(ts, t);
        }

        @Override
        public Object call2(PyThreadState ts, Object f, Object self, Object a) {
            Object t = ((UnboundAdapter) f).target;
            return Call.target(t).call1(ts, t, a);
        }

        @Override
        public Object call3(PyThreadState ts, Object f, Object self, Object a, Object b) {
            Object t = ((UnboundAdapter) f).target;
            return Call.target(t).call2(ts, t, a, b);
        }

        @Override
        public Object call4(PyThreadState ts, Object f, Object self, Object a, Object b, Object c) {
            Object t = ((UnboundAdapter) f).target;
            return Call.target(t).call3(ts, t, a, b, c);
        }

        @Override
        public Object call(PyThreadState ts, Object f, Object[] args, String @Nullable [] names) {
            Object t = ((UnboundAdapter) f).target;
            return Call.target(t).call(ts, t, Call.tail(args), names);
        }
    }
}
