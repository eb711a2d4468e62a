package dev.clutch.extensions.builtin.pwd;

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
import dev.clutch.extension.spi.os.OsUsers.User;
import java.math.BigInteger;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** {@code pwd}. */
@ExtensionModule(
        name = "pwd",
        doc = "The data base of users.",
        multipleInterpreters = MultipleInterpreters.PER_INTERPRETER_GIL_SUPPORTED)
public final class PwdModule {
    private @Nullable PyType type;

    @Exec
    void start(ThreadState ts, PyObject module) {
        PyType made = ts.newStructSequence(
                "pwd.struct_passwd",
                "A user: name, password, uid, gid, comment, home and shell.",
                new String[] {"pw_name", "pw_passwd", "pw_uid", "pw_gid", "pw_gecos", "pw_dir", "pw_shell"},
                7);
        type = made;
        ts.setAttr(module, "struct_passwd", made);
    }

    private Object result(ThreadState ts, User u) {
        return ts.newStructSequenceInstance(
                Objects.requireNonNull(type),
                Str.of(u.name()),
                Str.of(u.password()),
                u.uid() == -1 ? -1L : u.uid() & 0xFFFFFFFFL,
                u.gid() == -1 ? -1L : u.gid() & 0xFFFFFFFFL,
                Str.of(u.comment()),
                Str.of(u.home()),
                Str.of(u.shell()));
    }

    private static PythonException notFound(ThreadState ts, String message) {
        return ts.error(ts.exceptionType("KeyError"), Str.of(message));
    }

    @Expose(signature = "(uid, /)", doc = "The user with a number.")
    Object getpwuid(ThreadState ts, Object uid) {
        if (ts.findSpecial(uid, "__index__") == null) {
            throw ts.typeError("uid should be integer, not " + ts.typeOf(uid).displayName());
        }
        BigInteger n = ts.asBigInteger(uid);
        if (n.compareTo(BigInteger.ONE.negate()) < 0 || n.bitLength() > 32) {
            throw notFound(ts, "getpwuid(): uid not found");
        }
        int number = n.intValue();
        User found;
        ts.beginBlocking();
        try {
            found = ts.os().users().user(number);
        } finally {
            ts.endBlocking();
        }
        if (found == null) {
            throw notFound(ts, "getpwuid(): uid not found: " + (number == -1 ? -1L : number & 0xFFFFFFFFL));
        }
        return result(ts, found);
    }

    @Expose(signature = "(name, /)", doc = "The user with a name.")
    Object getpwnam(ThreadState ts, String name) {
        if (name.indexOf('\0') >= 0) {
            throw ts.valueError("embedded null byte");
        }
        User found;
        ts.beginBlocking();
        try {
            found = ts.os().users().user(name);
        } finally {
            ts.endBlocking();
        }
        if (found == null) {
            throw notFound(ts, "getpwnam(): name not found: " + ts.reprText(Str.of(name)));
        }
        return result(ts, found);
    }

    @Expose(doc = "All users.")
    Object getpwall(ThreadState ts) {
        List<User> users;
        try {
            users = ts.os().users().users();
        } catch (OsException e) {
            throw ts.osError(e, null, null);
        }
        Object[] out = new Object[users.size()];
        for (int i = 0; i < out.length; i++) {
            out[i] = result(ts, users.get(i));
        }
        return ts.newList(out);
    }
}
