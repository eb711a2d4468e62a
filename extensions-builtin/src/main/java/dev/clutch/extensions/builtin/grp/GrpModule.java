package dev.clutch.extensions.builtin.grp;

import dev.clutch.extension.spi.Exec;
import dev.clutch.extension.spi.Expose;
import dev.clutch.extension.spi.ExtensionModule;
import dev.clutch.extension.spi.MultipleInterpreters;
import dev.clutch.extension.spi.PyObject;
import dev.clutch.extension.spi.PyType;
import dev.clutch.extension.spi.PythonException;
import dev.clutch.extension.spi.Str;
import dev.clutch.extension.spi.ThreadState;
import dev.clutch.extension.spi.os.OsException;
import dev.clutch.extension.spi.os.OsUsers.Group;
import java.math.BigInteger;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** {@code grp}. */
@ExtensionModule(
        name = "grp",
        doc = "The data base of groups.",
        multipleInterpreters = MultipleInterpreters.PER_INTERPRETER_GIL_SUPPORTED)
public final class GrpModule {
    private @Nullable PyType type;

    @Exec
    void start(ThreadState ts, PyObject module) {
        PyType made = ts.newStructSequence(
                "grp.struct_group",
                "A group: name, password, gid and the names of its members.",
                new String[] {"gr_name", "gr_passwd", "gr_gid", "gr_mem"},
                4);
        type = made;
        ts.setAttr(module, "struct_group", made);
    }

    private Object result(ThreadState ts, Group g) {
        Object members = ts.newList();
        for (String member : g.members()) {
            ts.listAppend(members, Str.of(member));
        }
        return ts.newStructSequenceInstance(
                Objects.requireNonNull(type),
                Str.of(g.name()),
                Str.of(g.password()),
                g.gid() == -1 ? -1L : g.gid() & 0xFFFFFFFFL,
                members);
    }

    private static PythonException notFound(ThreadState ts, String message) {
        return ts.error(ts.exceptionType("KeyError"), Str.of(message));
    }

    @Expose(signature = "(id)", doc = "The group with a number.")
    Object getgrgid(ThreadState ts, Object id) {
        if (ts.findSpecial(id, "__index__") == null) {
            throw ts.typeError("gid should be integer, not " + ts.typeOf(id).displayName());
        }
        BigInteger n = ts.asBigInteger(id);
        if (n.compareTo(BigInteger.ONE.negate()) < 0 || n.bitLength() > 32) {
            boolean above = n.signum() > 0 && n.bitLength() > 63;
            throw ts.error("OverflowError", above ? "gid is greater than maximum" : "gid is less than minimum");
        }
        int number = n.intValue();
        Group found;
        ts.beginBlocking();
        try {
            found = ts.os().users().group(number);
        } finally {
            ts.endBlocking();
        }
        if (found == null) {
            throw notFound(ts, "getgrgid(): gid not found: " + (number == -1 ? -1L : number & 0xFFFFFFFFL));
        }
        return result(ts, found);
    }

    @Expose(signature = "(name)", doc = "The group with a name.")
    Object getgrnam(ThreadState ts, String name) {
        if (name.indexOf('\0') >= 0) {
            throw ts.valueError("embedded null byte");
        }
        Group found;
        ts.beginBlocking();
        try {
            found = ts.os().users().group(name);
        } finally {
            ts.endBlocking();
        }
        if (found == null) {
            throw notFound(ts, "getgrnam(): name not found: " + ts.reprText(Str.of(name)));
        }
        return result(ts, found);
    }

    @Expose(doc = "All groups.")
    Object getgrall(ThreadState ts) {
        List<Group> groups;
        try {
            groups = ts.os().users().groups();
        } catch (OsException e) {
            throw ts.osError(e, null, null);
        }
        Object[] out = new Object[groups.size()];
        for (int i = 0; i < out.length; i++) {
            out[i] = result(ts, groups.get(i));
        }
        return ts.newList(out);
    }
}
