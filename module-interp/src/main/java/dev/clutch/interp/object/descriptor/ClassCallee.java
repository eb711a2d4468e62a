package dev.clutch.interp.object.descriptor;

import dev.clutch.interp.PyThreadState;
import dev.clutch.interp.object.PyCallable;
import dev.clutch.interp.object.PyFunction;
import dev.clutch.interp.object.PyMethod;
import dev.clutch.interp.object.TypeObject;
import dev.clutch.interp.object.Vectorcall;
import dev.clutch.interp.op.Call;
import org.jspecify.annotations.Nullable;

/**
 * Stands for a class or static method in a method call that passes the receiver as first argument: puts the class in its place, or nothing. It asks the descriptor each time, which may be initialised again.
 * Never visible to Python code.
 */
public final class ClassCallee extends PyCallable {
    private final Object descriptor;
    private final TypeObject owner;

    private ClassCallee(Vectorcall vectorcall, Object descriptor, TypeObject owner) {
        super(PyMethod.TYPE, vectorcall);
        this.descriptor = descriptor;
        this.owner = owner;
    }

    /** The callee for what a class has under a name, or null if that is neither a class nor a static method of Python code. */
    public static @Nullable ClassCallee of(Object found, TypeObject owner) {
        if (found instanceof PyStaticMethod s && s.type() == PyStaticMethod.TYPE) {
            return new ClassCallee(Static.INSTANCE, found, owner);
        }
        if (found instanceof PyClassMethod c && c.type() == PyClassMethod.TYPE && c.function instanceof PyFunction) {
            return new ClassCallee(OfClass.INSTANCE, found, owner);
        }
        return null;
    }

    private static final class Static extends Vectorcall {
        static final Static INSTANCE = new Static();

        private static Object function(Object f) {
            return ((PyStaticMethod) ((ClassCallee) f).descriptor).function;
        }

        @Override
        public Object call1(PyThreadState ts, Object f, Object self) {
            Object t = function(f);
            return Call.target(t).call0(ts, t);
        }

        @Override
        public Object call2(PyThreadState ts, Object f, Object self, Object a) {
            Object t = function(f);
            return Call.target(t).call1(ts, t, a);
        }

        @Override
        public Object call3(PyThreadState ts, Object f, Object self, Object a, Object b) {
            Object t = function(f);
            return Call.target(t).call2(ts, t, a, b);
        }

        @Override
        public Object call4(PyThreadState ts, Object f, Object self, Object a, Object b, Object c) {
            Object t = function(f);
            return Call.target(t).call3(ts, t, a, b, c);
        }

        @Override
        public Object call(PyThreadState ts, Object f, Object[] args, String @Nullable [] names) {
            Object t = function(f);
            return Call.target(t).call(ts, t, Call.tail(args), names);
        }
    }

    private static final class OfClass extends Vectorcall {
        static final OfClass INSTANCE = new OfClass();

        /** What is called with the class first, or null if the descriptor now has something that wants to be bound. */
        private static @Nullable PyFunction function(ClassCallee callee) {
            return ((PyClassMethod) callee.descriptor).function instanceof PyFunction p ? p : null;
        }

        private static Object bound(PyThreadState ts, ClassCallee callee) {
            return ((PyClassMethod) callee.descriptor).bind(ts, callee.owner);
        }

        @Override
        public Object call1(PyThreadState ts, Object f, Object self) {
            ClassCallee callee = (ClassCallee) f;
            PyFunction t = function(callee);
            return t == null
                    ? Call.call0(ts, bound(ts, callee))
                    : Call.target(t).call1(ts, t, callee.owner);
        }

        @Override
        public Object call2(PyThreadState ts, Object f, Object self, Object a) {
            ClassCallee callee = (ClassCallee) f;
            PyFunction t = function(callee);
            return t == null
                    ? Call.call1(ts, bound(ts, callee), a)
                    : Call.target(t).call2(ts, t, callee.owner, a);
        }

        @Override
        public Object call3(PyThreadState ts, Object f, Object self, Object a, Object b) {
            ClassCallee callee = (ClassCallee) f;
            PyFunction t = function(callee);
            return t == null
                    ? Call.call2(ts, bound(ts, callee), a, b)
                    : Call.target(t).call3(ts, t, callee.owner, a, b);
        }

        @Override
        public Object call4(PyThreadState ts, Object f, Object self, Object a, Object b, Object c) {
            ClassCallee callee = (ClassCallee) f;
            PyFunction t = function(callee);
            return t == null
                    ? Call.call3(ts, bound(ts, callee), a, b, c)
                    : Call.target(t).call4(ts, t, callee.owner, a, b, c);
        }

        @Override
        public Object call(PyThreadState ts, Object f, Object[] args, String @Nullable [] names) {
            Object bound = bound(ts, (ClassCallee) f);
            return Call.target(bound).call(ts, bound, Call.tail(args), names);
        }
    }
}
