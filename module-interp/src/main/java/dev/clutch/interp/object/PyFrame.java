package dev.clutch.interp.object;

import dev.clutch.extension.spi.Expose;
import dev.clutch.extension.spi.ExtensionType;
import dev.clutch.extension.spi.Getter;
import dev.clutch.extension.spi.PyObject;
import dev.clutch.extension.spi.Setter;
import dev.clutch.extension.spi.Singleton;
import dev.clutch.interp.PyThreadState;
import dev.clutch.interp.object.exception.PyBaseException;
import dev.clutch.interp.object.generator.PyGenerator;
import dev.clutch.interp.op.Text;
import java.lang.ref.WeakReference;
import org.jspecify.annotations.Nullable;

/**
 * A frame, made when somebody looks. It stands in for its function in {@link PyThreadState#frames} from then on, so that it stays the same object; what only the
 * running code knows is filled in when an exception leaves it. Answers to {@code PyFrameObject}.
 */
@ExtensionType(name = "frame", exported = false)
public final class PyFrame extends PyObject {
    /** {@code types.FrameType}. */
    public static final TypeObject TYPE = TypeObject.builtin(new PyFrameDefinition(), TypeObject.OBJECT);

    /** The function that runs. */
    public final PyFunction function;
    /** Index in {@link PyThreadState#frames} while it runs, -1 afterwards. */
    public int depth;

    /** Values and cells in the order of {@code co_varnames}, then the other cells; null when not known. */
    @Nullable
    Object @Nullable [] locals;

    /** The mapping of a class or module body. */
    @Nullable
    Object namespace;
    /** Position where it stopped; -1 while it runs. */
    int position = -1;

    /** The thread that runs it, null when none does or nobody has asked for the frame. */
    @Nullable
    public PyThreadState runner;

    /** What {@code f_locals} returns, the same dict each time. */
    private @Nullable PyDict snapshot;

    @Nullable
    PyFrame back;

    boolean cleared;

    @Nullable
    Object trace;

    boolean traceLines = true;
    private boolean traceOpcodes;
    /** The code compiled for tracing, when that runs. */
    @Nullable
    public PyCode twin;
    /** The code tells what it does. */
    private boolean traced;
    /** The line that was told last, and the number of its place in the code. */
    int tracedLine = -1;

    private int tracedSite = -1;
    /** What {@code f_lineno} is while a trace function looks, -1 otherwise. */
    int shownLine = -1;
    /** The event that it looks at. */
    String shownEvent = "";
    /** It is on the stack of frames although its code has not begun: no Java frame belongs to it. */
    boolean announced;
    /** {@code f_locals} was given to somebody, who may have changed it. */
    private boolean localsShown;

    /** The generator whose frame it is, null for that of a plain call. */
    @Nullable
    public PyGenerator generator;

    /** Makes the frame of a function. */
    public PyFrame(PyFunction function, int depth) {
        super(TYPE);
        this.function = function;
        this.depth = depth;
    }

    /** An exception that a function has caught, and its locals when that was raised: what the frame shows while it is handled, and after the function has returned. */
    record Caught(PyBaseException exception, @Nullable Object[] locals) {}

    /** What the function has caught last, for as long as its traceback lives. */
    private @Nullable WeakReference<Caught> lastCaught;

    private PyDict snapshot() {
        PyDict d = snapshot;
        if (d == null) {
            d = new PyDict();
            snapshot = d;
        }
        return d;
    }

    /** Notes with which locals the function caught an exception. */
    public void caught(PyBaseException e, @Nullable Object[] values) {
        Caught c = new Caught(e, values);
        lastCaught = new WeakReference<>(c);
        PyTraceback.keep(c);
    }

    /** Returns the locals of what was caught last, or null when they aren't those of the function any more. */
    private @Nullable Object @Nullable [] caughtLocals(PyThreadState ts) {
        Caught c = lastCaught == null ? null : lastCaught.get();
        return c != null && (depth < 0 || ts.handled == c.exception) ? c.locals : null;
    }

    /** Code that can be traced has been entered. */
    public void begin(PyThreadState ts) {
        depth = ts.depth;
        runner = ts;
        traced = true;
    }

    /** Whether the code tells what it does. */
    public boolean isTraced() {
        return traced;
    }

    /** The code goes to a place: whether that is another line, or back. */
    public boolean moves(int line, int site) {
        boolean moves = line != tracedLine || site <= tracedSite;
        tracedLine = line;
        tracedSite = site;
        return moves && trace != null;
    }

    /** {@code f_trace_opcodes}. */
    public boolean tellsOpcodes() {
        return traceOpcodes && trace != null;
    }

    /** The line of the call event. */
    int lineAtEntry() {
        PyGenerator g = generator;
        if (g != null && g.started()) {
            return line(g.position);
        }
        boolean program = (function.code.flags & PyCode.CO_NEWLOCALS) == 0 && function.globals == namespace;
        return program ? 0 : function.code.firstlineno;
    }

    /** The line of a position of the code that runs. */
    int line(int at) {
        PyCode code = twin == null ? function.code : twin;
        return at < code.positions().count() ? code.positions().line(at) : code.firstlineno;
    }

    /** The position in the code object that programs see. */
    public int original(int at) {
        PyCode t = twin;
        return t == null || at < 0 ? at : function.code.positions().find(t.positions(), at);
    }

    /** Takes what a trace function has done to {@code f_locals} ({@code PyFrame_LocalsToFast}). */
    void takeLocals() {
        if (localsShown && locals != null) {
            localsShown = false;
            FrameStack.take(snapshot(), function, locals);
        }
    }

    /** Gives it the live locals of its function. */
    public void setLocals(@Nullable Object @Nullable [] values) {
        locals = values;
    }

    /** Gives it the namespace of its body. */
    public void setNamespace(Object mapping) {
        namespace = mapping;
    }

    /** The variables of a comprehension that runs in this frame. */
    private record Shown(
            String[] names, PyCell[] cells, @Nullable Shown outer) {
        /** Puts those that are bound into a dict. */
        void fill(PyDict d) {
            if (outer != null) {
                outer.fill(d);
            }
            for (int i = 0; i < names.length; i++) {
                Object value = cells[i].value;
                if (value != null) {
                    d.put(names[i], value);
                }
            }
        }
    }

    private @Nullable Shown shown;

    /** Shows the variables of a comprehension too, until {@link #hide}. */
    public void show(String[] names, PyCell[] cells) {
        shown = new Shown(names, cells, shown);
    }

    /** Hides what was shown last. */
    public void hide() {
        if (shown != null) {
            shown = shown.outer;
        }
    }

    /** Returns locals with what is shown besides: in another dict than the namespace. */
    private Object withShown(PyThreadState ts, Object own) {
        if (shown == null) {
            return own;
        }
        PyDict all = new PyDict();
        all.update(ts, new Object[] {own}, null);
        shown.fill(all);
        return all;
    }

    /** Notes where and with which locals an exception left it. */
    public void stop(int where, @Nullable Object @Nullable [] values) {
        position = where;
        if (values != null) {
            locals = values;
        }
    }

    /** The code has ended: links the caller's frame, which this one keeps from now on if anybody has seen it. */
    public void leave(PyThreadState ts) {
        if (runner != null && depth > 0 && generator == null) {
            back = FrameStack.frame(ts, depth - 1);
        }
        depth = -1;
        runner = null;
    }

    /** The globals of the code. */
    public PyDict globals() {
        return function.globals;
    }

    /** Whether the code is running. */
    public boolean running() {
        return depth >= 0;
    }

    @Getter
    Object f_code(PyThreadState ts) {
        ts.audit("object.__getattr__", this, "f_code");
        return function.code;
    }

    @Getter
    Object f_globals(PyThreadState ts) {
        return function.globals;
    }

    @Getter
    Object f_builtins(PyThreadState ts) {
        return function.builtins;
    }

    @Getter
    Object f_back(PyThreadState ts) {
        PyFrame b = depth > 0 ? FrameStack.frame(runner == null ? ts : runner, depth - 1) : back;
        return b == null ? Singleton.NONE : b;
    }

    @Getter
    Object f_lineno(PyThreadState ts) {
        if (shownLine >= 0) {
            return (long) shownLine;
        }
        if (depth >= 0 && !announced) {
            return (long) FrameStack.line(runner == null ? ts : runner, depth, function.code);
        }
        int at = position();
        return (long) (at >= 0 ? function.code.positions().line(at) : function.code.firstlineno);
    }

    @Getter
    Object f_locals(PyThreadState ts) {
        if (namespace != null) {
            return withShown(ts, namespace);
        }
        if ((function.code.flags & PyCode.CO_OPTIMIZED) == 0) {
            // the body of a module: its locals are the globals
            return withShown(ts, function.globals);
        }
        if (locals == null) {
            PyCode code = function.code;
            if (cleared || code.varnames.length + code.cellvars.length + code.freevars.length == 0) {
                return snapshot();
            }
            @Nullable Object[] values = caughtLocals(ts);
            if (values != null) {
                return FrameStack.fill(snapshot(), function, values);
            }
            return new PyHiddenLocals(function.code);
        }
        PyDict d = FrameStack.fill(snapshot(), function, locals);
        localsShown = shown == null;
        if (shown != null) {
            shown.fill(d);
        }
        return d;
    }

    /** Returns whether {@code f_locals} can be had. */
    public boolean showsLocals(PyThreadState ts) {
        PyCode code = function.code;
        return namespace != null
                || (code.flags & PyCode.CO_OPTIMIZED) == 0
                || locals != null
                || cleared
                || code.varnames.length + code.cellvars.length + code.freevars.length == 0
                || caughtLocals(ts) != null;
    }

    /** The sentence about locals that cannot be seen. */
    public static String hidden(PyCode code) {
        return "the locals of " + code.qualname
                + " cannot be seen while it runs: the function does not name locals, vars, dir, eval or exec";
    }

    /** Position where the code stands, -1 when it has not begun. */
    private int position() {
        PyGenerator g = generator;
        return g != null && g.state > 0 ? original(g.position) : position;
    }

    @Getter
    Object f_lasti(PyThreadState ts) {
        if (depth < 0) {
            return position() < 0 ? 0L : 2L * position();
        }
        int line = FrameStack.line(runner == null ? ts : runner, depth, function.code);
        Positions p = function.code.positions();
        for (int i = 0; i < p.count(); i++) {
            if (p.line(i) == line) {
                return 2L * i;
            }
        }
        return 0L;
    }

    @Setter("f_lineno")
    void setLineno(PyThreadState ts, @Nullable Object value) {
        if (value == null) {
            throw Errors.error(ts, "AttributeError", "cannot delete attribute");
        }
        if (PyInt.plainOrNull(value) == null) {
            throw Errors.valueError(ts, "lineno must be an integer");
        }
        throw Errors.valueError(ts, whyNotTo(PyInt.plainOrNull(value)));
    }

    /** Why there is no jump to a line ({@code frame_setlineno}). */
    private String whyNotTo(@Nullable Object line) {
        if (shownLine < 0) {
            return "f_lineno can only be set in a trace function";
        }
        if (shownEvent.equals("call")) {
            return "can't jump from the 'call' trace event of a new frame";
        }
        if (!shownEvent.equals("line")) {
            return "can only jump from a 'line' trace event";
        }
        if (!(line instanceof Long n) || n.intValue() != n) {
            return "lineno out of range";
        }
        return n < function.code.firstlineno
                ? "line " + n + " comes before the current code block"
                : "f_lineno cannot be set: compiled code does not jump";
    }

    @Getter
    Object f_trace(PyThreadState ts) {
        return trace == null ? Singleton.NONE : trace;
    }

    @Setter("f_trace")
    void setTrace(PyThreadState ts, @Nullable Object value) {
        trace = value == Singleton.NONE ? null : value;
    }

    @Getter(member = true)
    boolean f_trace_lines(PyThreadState ts) {
        return traceLines;
    }

    @Setter("f_trace_lines")
    void setTraceLines(PyThreadState ts, @Nullable Object value) {
        traceLines = flag(ts, value);
    }

    @Getter(member = true)
    boolean f_trace_opcodes(PyThreadState ts) {
        return traceOpcodes;
    }

    @Setter("f_trace_opcodes")
    void setTraceOpcodes(PyThreadState ts, @Nullable Object value) {
        traceOpcodes = flag(ts, value);
    }

    private static boolean flag(PyThreadState ts, @Nullable Object value) {
        if (value == null) {
            throw Errors.typeError(ts, "can't delete numeric/char attribute");
        }
        if (!(value instanceof Boolean b)) {
            throw Errors.typeError(ts, "attribute value type must be bool");
        }
        return b;
    }

    @Expose(doc = "Forgets the values of the local variables; a suspended generator is closed.")
    Object clear(PyThreadState ts) {
        PyGenerator g = generator;
        if (g != null ? g.isRunning() : depth >= 0) {
            throw Errors.error(ts, "RuntimeError", "cannot clear an executing frame");
        }
        if (g != null) {
            g.closeNow(ts);
        }
        cleared = true;
        lastCaught = null;
        locals = null;
        if (snapshot != null) {
            snapshot.clear();
        }
        trace = null;
        return Singleton.NONE;
    }

    @Expose
    Object __repr__(PyThreadState ts) {
        PyCode code = function.code;
        return Text.concat(
                Text.concat("<frame at ", Identity.address(ts, this), ", file "),
                Text.concat(Text.repr(ts, code.filename(ts)), ", line ", Text.str(ts, f_lineno(ts))),
                Text.concat(", code ", code.name, ">"));
    }

    @Expose
    long __sizeof__(PyThreadState ts) {
        TypeSizes sizes = TypeSizes.of(TYPE);
        PyCode code = function.code;
        return sizes.basicSize()
                + sizes.itemSize() * (code.varnames.length + code.cellvars.length + code.freevars.length);
    }
}
