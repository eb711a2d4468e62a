package dev.clutch.interp.compiler;

import dev.clutch.interp.object.PyCode;
import java.lang.constant.ClassDesc;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is known of one code object while and after it is compiled: the fields of {@link PyCode}, and where its methods are. */
final class CodeInfo {
    /** Number within the unit. */
    final int id;

    final String name;
    final String qualname;
    final int firstlineno;
    int flags;
    int argcount;
    int posonlyargcount;
    int kwonlyargcount;
    /** Number of positional parameters with a default, by the source. */
    int defaultCount;
    /** JVM parameters after thread state and function; -1 when they come in an array. */
    int jvmParameters;
    /** A module or class body: called with its namespace. */
    boolean namespace;

    boolean liveLocals;
    /** It tells a trace function what it does. */
    boolean traced;

    int traceSites;
    /** The body was too long for one method and is compiled again, in parts. */
    boolean split;

    int continuations;
    /** Expression statements show their values. */
    boolean interactive;

    int cacheSize;
    int localsSize;

    String[] varnames = {};
    List<String> cellvars = List.of();
    List<String> freevars = List.of();
    /** Names, mangled, that the body unbinds somewhere. */
    Set<String> unbound = Set.of();

    final LinkedHashSet<String> names = new LinkedHashSet<>();
    final ArrayList<Object> consts = new ArrayList<>();
    /** The keys of {@link #consts}. */
    final HashSet<Object> constantKeys = new HashSet<>();

    /** An {@code async def}. */
    boolean asyncFunction;

    /** The key of the constant that a lambda returns and nothing else; null for other code. */
    @Nullable
    Object constantKey;

    /** A comprehension or generator expression with code of its own. */
    boolean comprehension;

    /** Whether leaving it early runs code: it has {@code try} or {@code with}. */
    boolean cleanup;

    /** A hash of the instructions and constants of the body. */
    long fingerprint;

    private int[] positions = new int[64];
    private int positionCount;

    /** The class with the methods of the body. */
    @Nullable
    ClassDesc body;
    /** The method that runs a call. */
    String method = "";
    /** The method that resumes a generator, or null. */
    @Nullable
    String resumeMethod;

    CodeInfo(int id, String name, String qualname, int firstlineno) {
        this.id = id;
        this.name = name;
        this.qualname = qualname;
        this.firstlineno = firstlineno;
    }

    /** Whether calls make a generator, coroutine or asynchronous generator. */
    boolean generatorLike() {
        return (flags & (PyCode.CO_GENERATOR | PyCode.CO_COROUTINE | PyCode.CO_ASYNC_GENERATOR)) != 0;
    }

    boolean asyncGenerator() {
        return (flags & PyCode.CO_ASYNC_GENERATOR) != 0;
    }

    int freeIndex(String variable) {
        int index = freevars.indexOf(variable);
        if (index < 0) {
            throw new IllegalStateException(qualname + " has no free variable " + variable);
        }
        return index;
    }

    /**
     * Returns the nested code that equals that of a lambda, or null. CPython keeps equal code objects of one body once; those of lambdas with constant values are the
     * only ones that can be equal, since they hold no columns.
     */
    @Nullable
    CodeInfo equalLambda(CodeInfo lambda, Object key) {
        for (Object constant : consts) {
            if (constant instanceof CodeInfo other
                    && key.equals(other.constantKey)
                    && other.firstlineno == lambda.firstlineno
                    && other.flags == lambda.flags
                    && other.argcount == lambda.argcount
                    && other.posonlyargcount == lambda.posonlyargcount
                    && other.kwonlyargcount == lambda.kwonlyargcount
                    && Arrays.equals(other.varnames, lambda.varnames)) {
                return other;
            }
        }
        return null;
    }

    int nextCache() {
        return cacheSize++;
    }

    /** Returns the index of a position; equal neighbours share one. */
    int position(int line, int endLine, int column, int endColumn) {
        int i = (positionCount - 1) * 4;
        for (int back = 0; back < 4 && i >= 0; back++, i -= 4) {
            if (positions[i] == line
                    && positions[i + 1] == endLine
                    && positions[i + 2] == column
                    && positions[i + 3] == endColumn) {
                return i / 4;
            }
        }
        if (positionCount * 4 == positions.length) {
            positions = Arrays.copyOf(positions, positions.length * 2);
        }
        i = positionCount * 4;
        positions[i] = line;
        positions[i + 1] = endLine;
        positions[i + 2] = column;
        positions[i + 3] = endColumn;
        return positionCount++;
    }

    int[] positions() {
        return Arrays.copyOf(positions, positionCount * 4);
    }
}
