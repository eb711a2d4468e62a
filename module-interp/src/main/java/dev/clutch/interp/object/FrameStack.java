package dev.clutch.interp.object;

import dev.clutch.interp.PyThreadState;
import dev.clutch.interp.object.generator.PyGenerator;
import org.jspecify.annotations.Nullable;

/** Frames of running functions, made on request from the stack of the thread state. */
public final class FrameStack {
    private FrameStack() {}

    /** Returns the frame at a depth; it takes the function's place on the stack. */
    public static PyFrame frame(PyThreadState ts, int depth) {
        Object running = ts.frames[depth];
        if (running instanceof PyFrame f) {
            f.runner = ts;
            return f;
        }
        if (running instanceof PyGenerator g) {
            PyFrame f = g.frame();
            f.depth = depth;
            f.runner = ts;
            return f;
        }
        PyFrame f = new PyFrame(function(ts, depth), depth);
        f.runner = ts;
        if ((f.function.code.flags & PyCode.CO_OPTIMIZED) == 0) {
            f.setNamespace(f.function.globals);
        }
        ts.frames[depth] = f;
        return f;
    }

    /** Returns the innermost frame of a thread, of another too: that one waits for the lock, which the caller has. */
    public static PyFrame current(PyThreadState other) {
        return frame(other, other.depth - 1);
    }

    /** Returns a line of text for each running function of a thread, innermost first; of one that runs on meanwhile as well as can be told. */
    public static String[] describe(PyThreadState other) {
        @Nullable Object[] frames = other.frames.clone();
        int depth = Math.min(other.depth, frames.length);
        int[] lines = linesOf(other, frames, depth);
        String[] out = new String[depth];
        for (int d = 0; d < depth; d++) {
            PyFunction f = functionOf(frames[d]);
            out[depth - 1 - d] = f == null
                    ? "  ..."
                    : "  File \"" + f.code.filename(other) + "\", line " + lines[d] + " in " + f.code.name;
        }
        return out;
    }

    /** Returns the lines at which the running functions of any thread are, outermost first, found on its Java stack by their files. */
    private static int[] linesOf(PyThreadState other, @Nullable Object[] frames, int depth) {
        Thread thread = other.thread();
        StackTraceElement[] trace = thread == null ? new StackTraceElement[0] : thread.getStackTrace();
        int[] lines = new int[depth];
        int at = trace.length;
        for (int d = 0; d < depth; d++) {
            PyFunction f = functionOf(frames[d]);
            if (f == null) {
                continue;
            }
            PyGenerator forwarding = forwarding(frames[d]);
            if (forwarding != null) {
                lines[d] = f.code.positions().line(forwarding.position);
                continue;
            }
            String file = String.valueOf(f.code.filename);
            int i = at - 1;
            while (i >= 0 && !isCode(trace[i], file)) {
                i--;
            }
            at = i >= 0 ? i : at;
            lines[d] = i >= 0 ? trace[i].getLineNumber() : f.code.firstlineno;
        }
        return lines;
    }

    /** Returns the generator that runs here without a Java frame, since it only hands on what is sent; else null. */
    private static @Nullable PyGenerator forwarding(@Nullable Object running) {
        PyGenerator g = running instanceof PyFrame f ? f.generator : running instanceof PyGenerator own ? own : null;
        return g != null && g.forwarding ? g : null;
    }

    private static @Nullable PyFunction functionOf(@Nullable Object running) {
        if (running instanceof PyFunction f) {
            return f;
        }
        return running instanceof PyGenerator g ? g.function : running instanceof PyFrame f ? f.function : null;
    }

    private static boolean isCode(StackTraceElement e, String file) {
        return e.getLineNumber() > 0
                && file.equals(e.getFileName())
                && !e.getMethodName().contains("$part");
    }

    /** Returns the function that runs at a depth. */
    public static PyFunction function(PyThreadState ts, int depth) {
        Object running = ts.frames[depth];
        if (running instanceof PyFunction f) {
            return f;
        }
        if (running instanceof PyGenerator g) {
            return g.function;
        }
        if (running instanceof PyFrame f) {
            return f.function;
        }
        throw new IllegalStateException("no function runs at depth " + depth);
    }

    /** Returns the code of the innermost running function, or null. */
    public static @Nullable PyCode currentCode(PyThreadState ts) {
        return ts.depth == 0 ? null : function(ts, ts.depth - 1).code;
    }

    /** Returns the line at which the function at a depth is. */
    public static int lineAt(PyThreadState ts, int depth) {
        return line(ts, depth, function(ts, depth).code);
    }

    /** Returns the line at which a running function is, from the Java stack. */
    static int line(PyThreadState ts, int depth, PyCode code) {
        return line(ts, depth, code, 0);
    }

    /** The same with some compiled methods on top of the Java stack that are no running functions. */
    public static int line(PyThreadState ts, int depth, PyCode code, int others) {
        if (ts.thread() != Thread.currentThread()) {
            return linesOf(ts, ts.frames, depth + 1)[depth];
        }
        PyGenerator forwarding = forwarding(ts.frames[depth]);
        if (forwarding != null) {
            return code.positions().line(forwarding.position);
        }
        int skip = others;
        for (int d = depth + 1; d < ts.depth; d++) {
            if (!(ts.frames[d] instanceof PyFrame f && f.announced) && forwarding(ts.frames[d]) == null) {
                skip++;
            }
        }
        int skipped = skip;
        Integer line = StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE)
                .walk(frames -> {
                    var it = frames.iterator();
                    int passed = 0;
                    int inner = -1;
                    while (it.hasNext()) {
                        StackWalker.StackFrame f = it.next();
                        if (f.getDeclaringClass().getSuperclass() != CompiledBody.class) {
                            continue;
                        }
                        int here = inner >= 0 ? inner : f.getLineNumber();
                        if (f.getMethodName().contains("$part")) {
                            // a continuation: its function follows further out
                            inner = here;
                            continue;
                        }
                        if (passed == skipped) {
                            return here;
                        }
                        inner = -1;
                        passed++;
                    }
                    return -1;
                });
        return line < 0 ? code.firstlineno : line;
    }

    /** Brings a dict up to date with the bound locals and free variables ({@code PyFrame_FastToLocalsWithError}). */
    static PyDict fill(PyDict d, PyFunction f, @Nullable Object[] locals) {
        PyCode code = f.code;
        int i = 0;
        for (String name : code.varnames) {
            put(d, name, i < locals.length ? locals[i] : null);
            i++;
        }
        for (String name : code.cellvars) {
            if (!contains(code.varnames, name)) {
                put(d, name, i < locals.length ? locals[i] : null);
                i++;
            }
        }
        for (int k = 0; k < code.freevars.length; k++) {
            put(d, code.freevars[k], f.closure[k]);
        }
        return d;
    }

    /** Takes changed variables over from a dict ({@code PyFrame_LocalsToFast}). */
    static void take(PyDict d, PyFunction f, @Nullable Object[] locals) {
        PyCode code = f.code;
        int i = 0;
        for (String name : code.varnames) {
            take(d, name, locals, i++);
        }
        for (String name : code.cellvars) {
            if (!contains(code.varnames, name)) {
                take(d, name, locals, i++);
            }
        }
        for (int k = 0; k < code.freevars.length; k++) {
            f.closure[k].value = d.get(code.freevars[k]);
        }
    }

    private static void take(PyDict d, String name, @Nullable Object[] locals, int i) {
        if (i >= locals.length || name.startsWith(".")) {
            return;
        }
        Object value = d.get(name);
        if (locals[i] instanceof PyCell c) {
            c.value = value;
        } else {
            locals[i] = value;
        }
    }

    static boolean contains(String[] names, String name) {
        for (String n : names) {
            if (n.equals(name)) {
                return true;
            }
        }
        return false;
    }

    private static void put(PyDict d, String name, @Nullable Object value) {
        Object v = value instanceof PyCell c ? c.value : value;
        if (v == null) {
            d.remove(name);
        } else if (!name.startsWith(".")) {
            d.put(name, v);
        }
    }
}
