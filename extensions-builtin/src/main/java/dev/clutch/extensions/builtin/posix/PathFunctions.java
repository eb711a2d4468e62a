package dev.clutch.extensions.builtin.posix;

import dev.clutch.extension.spi.Expose;
import dev.clutch.extension.spi.PythonException;
import dev.clutch.extension.spi.Singleton;
import dev.clutch.extension.spi.Str;
import dev.clutch.extension.spi.ThreadState;
import dev.clutch.extension.spi.os.Errno;
import dev.clutch.extension.spi.os.FsEncoding;
import dev.clutch.extension.spi.os.Os;
import dev.clutch.extension.spi.os.OsException;
import dev.clutch.extension.spi.os.OsFiles;
import dev.clutch.extension.spi.os.OsPaths;
import dev.clutch.extension.spi.os.OsStat;
import dev.clutch.extension.spi.os.OsStatVfs;
import dev.clutch.extensions.builtin.time.Moments;
import java.math.BigInteger;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Functions of paths. */
abstract class PathFunctions extends PosixBase {
    private static final BigInteger BILLION = BigInteger.valueOf(1_000_000_000);

    // --- looking -----------------------------------------------------------------------------------------------

    @Expose(signature = "(path, *, dir_fd=None, follow_symlinks=True)", doc = "Ask for the status of a file.")
    Object stat(ThreadState ts, Object path, Object dir_fd, boolean follow_symlinks) {
        return stat(ts, "stat", PathArgument.orFd(ts, path, "stat", "path"), dir_fd, follow_symlinks);
    }

    @Expose(signature = "(path, *, dir_fd=None)", doc = "As stat(), but of a symbolic link itself.")
    Object lstat(ThreadState ts, Object path, Object dir_fd) {
        return stat(ts, "lstat", PathArgument.of(ts, path, "lstat", "path"), dir_fd, false);
    }

    /** Without a lambda, since import asks for it all the time. */
    Object stat(ThreadState ts, String function, PathArgument path, Object dirFd, boolean follow) {
        int directory = PathArgument.directory(ts, dirFd);
        checkFd(ts, function, path, directory, follow);
        Os os = ts.os();
        OsStat status;
        OsException failure = null;
        ts.beginBlocking();
        try {
            status = path.isFd() ? os.files().stat(path.fd) : os.paths().stat(path.text, directory, follow);
        } catch (OsException e) {
            failure = e;
            status = null;
        } finally {
            ts.endBlocking();
        }
        if (status == null) {
            throw path.error(ts, failure == null ? new OsException(Errno.EIO) : failure);
        }
        return results().stat(ts, status);
    }

    private static void checkFd(ThreadState ts, String function, PathArgument path, int directory, boolean follow) {
        if (path.isFd()) {
            if (directory != OsPaths.CWD) {
                throw ts.valueError(function + ": can't specify dir_fd without matching path");
            }
            if (!follow) {
                throw ts.valueError(function + ": cannot use fd and follow_symlinks together");
            }
        }
    }

    @Expose(
            signature = "(path, mode, *, dir_fd=None, effective_ids=False, follow_symlinks=True)",
            doc = "Whether the process may use a path in a way.")
    static boolean access(
            ThreadState ts, Object path, int mode, Object dir_fd, boolean effective_ids, boolean follow_symlinks) {
        PathArgument p = PathArgument.of(ts, path, "access", "path");
        int directory = PathArgument.directory(ts, dir_fd);
        return run(ts, os -> {
            try {
                return os.paths().access(p.text, mode, directory, effective_ids, follow_symlinks);
            } catch (OsException e) {
                return false;
            }
        });
    }

    @Expose(signature = "(path)", doc = "Ask for facts of a file system.")
    Object statvfs(ThreadState ts, Object path) {
        PathArgument p = PathArgument.orFd(ts, path, "statvfs", "path");
        OsStatVfs answer =
                run(ts, os -> p.isFd() ? os.files().statvfs(p.fd) : os.paths().statvfs(p.text), p.nameOrNull(), null);
        return results().statvfs(ts, answer);
    }

    @Expose(signature = "(path, *, dir_fd=None)", doc = "What a symbolic link points to.")
    static Object readlink(ThreadState ts, Object path, Object dir_fd) {
        PathArgument p = PathArgument.of(ts, path, "readlink", "path");
        int directory = PathArgument.directory(ts, dir_fd);
        String target = run(ts, os -> os.paths().readlink(p.text, directory), p.object, null);
        return p.result(ts, target);
    }

    @Expose(signature = "(path, name)", doc = "A configured limit of a path.")
    static long pathconf(ThreadState ts, Object path, Object name) {
        PathArgument p = PathArgument.orFd(ts, path, "pathconf", "path");
        int number = ConfigurationNames.number(ts, name, ConfigurationNames.Kind.PATHCONF);
        String text = p.isFd() ? "/proc/self/fd/" + p.fd : p.text;
        return run(
                ts,
                os -> {
                    if (p.isFd()) {
                        os.files().stat(p.fd);
                    }
                    return os.system().pathconf(text, number);
                },
                p.nameOrNull(),
                null);
    }

    // --- directories -------------------------------------------------------------------------------------------

    @Expose(doc = "The working directory of this interpreter.")
    static Object getcwd(ThreadState ts) {
        try {
            return Str.of(ts.os().paths().getcwd());
        } catch (OsException e) {
            throw refused(ts, e);
        }
    }

    @Expose(doc = "The working directory of this interpreter, as bytes.")
    static Object getcwdb(ThreadState ts) {
        try {
            return ts.newBytes(FsEncoding.encode(ts.os().paths().getcwd()));
        } catch (OsException e) {
            throw refused(ts, e);
        }
    }

    @Expose(signature = "(path)", doc = "Change the working directory of this interpreter.")
    static void chdir(ThreadState ts, Object path) {
        PathArgument p = PathArgument.orFd(ts, path, "chdir", "path");
        ts.audit("os.chdir", p.object);
        act(
                ts,
                os -> {
                    if (p.isFd()) {
                        os.paths().fchdir(p.fd);
                    } else {
                        os.paths().chdir(p.text);
                    }
                },
                p.nameOrNull(),
                null);
    }

    @Expose(signature = "(fd)", doc = "Change the working directory of this interpreter to an open one.")
    static void fchdir(ThreadState ts, Object fd) {
        int number = descriptor(ts, fd);
        ts.audit("os.chdir", (long) number);
        act(ts, os -> os.paths().fchdir(number));
    }

    @Expose(signature = "(path=None)", doc = "The names in a directory.")
    static Object listdir(ThreadState ts, Object path) {
        PathArgument p = PathArgument.orNone(ts, path, "listdir", "path");
        ts.audit("os.listdir", p.object);
        Os os = ts.os();
        List<String> names = null;
        OsException failure = null;
        ts.beginBlocking();
        try {
            if (p.isFd()) {
                names = os.paths().scan(p.fd).stream().map(e -> e.name()).toList();
            } else {
                names = os.paths().list(p.text);
            }
        } catch (OsException e) {
            failure = e;
        } finally {
            ts.endBlocking();
        }
        if (names == null) {
            throw p.error(ts, failure == null ? new OsException(Errno.EIO) : failure);
        }
        Object[] out = new Object[names.size()];
        for (int i = 0; i < out.length; i++) {
            out[i] = p.result(ts, names.get(i));
        }
        return ts.newList(out);
    }

    @Expose(signature = "(path, mode=511, *, dir_fd=None)", doc = "Make a directory.")
    static void mkdir(ThreadState ts, Object path, int mode, Object dir_fd) {
        PathArgument p = PathArgument.of(ts, path, "mkdir", "path");
        int directory = PathArgument.directory(ts, dir_fd);
        ts.audit("os.mkdir", p.object, (long) mode, shown(directory));
        act(ts, os -> os.paths().mkdir(p.text, mode, directory), p.object, null);
    }

    @Expose(signature = "(path, *, dir_fd=None)", doc = "Remove an empty directory.")
    static void rmdir(ThreadState ts, Object path, Object dir_fd) {
        PathArgument p = PathArgument.of(ts, path, "rmdir", "path");
        int directory = PathArgument.directory(ts, dir_fd);
        ts.audit("os.rmdir", p.object, shown(directory));
        act(ts, os -> os.paths().rmdir(p.text, directory), p.object, null);
    }

    // --- names -------------------------------------------------------------------------------------------------

    @Expose(signature = "(path, *, dir_fd=None)", doc = "Remove a file.")
    static void unlink(ThreadState ts, Object path, Object dir_fd) {
        unlink(ts, path, dir_fd, "unlink");
    }

    @Expose(signature = "(path, *, dir_fd=None)", doc = "Remove a file.")
    static void remove(ThreadState ts, Object path, Object dir_fd) {
        unlink(ts, path, dir_fd, "remove");
    }

    private static void unlink(ThreadState ts, Object path, Object dirFd, String function) {
        PathArgument p = PathArgument.of(ts, path, function, "path");
        int directory = PathArgument.directory(ts, dirFd);
        ts.audit("os.remove", p.object, shown(directory));
        act(ts, os -> os.paths().unlink(p.text, directory), p.object, null);
    }

    @Expose(signature = "(src, dst, *, src_dir_fd=None, dst_dir_fd=None)", doc = "Give a file another name.")
    static void rename(ThreadState ts, Object src, Object dst, Object src_dir_fd, Object dst_dir_fd) {
        rename(ts, src, dst, src_dir_fd, dst_dir_fd, "rename");
    }

    @Expose(
            signature = "(src, dst, *, src_dir_fd=None, dst_dir_fd=None)",
            doc = "Give a file another name, also where that exists.")
    static void replace(ThreadState ts, Object src, Object dst, Object src_dir_fd, Object dst_dir_fd) {
        rename(ts, src, dst, src_dir_fd, dst_dir_fd, "replace");
    }

    private static void rename(
            ThreadState ts, Object src, Object dst, Object srcDirFd, Object dstDirFd, String function) {
        PathArgument from = PathArgument.of(ts, src, function, "src");
        PathArgument to = PathArgument.of(ts, dst, function, "dst");
        int fromDirectory = PathArgument.directory(ts, srcDirFd);
        int toDirectory = PathArgument.directory(ts, dstDirFd);
        ts.audit("os.rename", from.object, to.object, shown(fromDirectory), shown(toDirectory));
        act(ts, os -> os.paths().rename(from.text, to.text, fromDirectory, toDirectory), from.object, to.object);
    }

    @Expose(
            signature = "(src, dst, *, src_dir_fd=None, dst_dir_fd=None, follow_symlinks=True)",
            doc = "Give a file a second name.")
    static void link(
            ThreadState ts, Object src, Object dst, Object src_dir_fd, Object dst_dir_fd, boolean follow_symlinks) {
        PathArgument from = PathArgument.of(ts, src, "link", "src");
        PathArgument to = PathArgument.of(ts, dst, "link", "dst");
        int fromDirectory = PathArgument.directory(ts, src_dir_fd);
        int toDirectory = PathArgument.directory(ts, dst_dir_fd);
        boolean at = fromDirectory != OsPaths.CWD || toDirectory != OsPaths.CWD || !follow_symlinks;
        ts.audit("os.link", from.object, to.object, shown(fromDirectory), shown(toDirectory));
        act(
                ts,
                os -> {
                    // link(2), which CPython calls without any of the options, doesn't follow on Linux
                    os.paths().link(from.text, to.text, fromDirectory, toDirectory, at && follow_symlinks);
                },
                from.object,
                to.object);
    }

    @Expose(signature = "(src, dst, target_is_directory=False, *, dir_fd=None)", doc = "Make a symbolic link.")
    static void symlink(ThreadState ts, Object src, Object dst, boolean target_is_directory, Object dir_fd) {
        PathArgument target = PathArgument.of(ts, src, "symlink", "src");
        PathArgument p = PathArgument.of(ts, dst, "symlink", "dst");
        int directory = PathArgument.directory(ts, dir_fd);
        ts.audit("os.symlink", target.object, p.object, shown(directory));
        act(ts, os -> os.paths().symlink(target.text, p.text, directory), target.object, p.object);
    }

    @Expose(signature = "(path, mode=438, *, dir_fd=None)", doc = "Make a named pipe.")
    static void mkfifo(ThreadState ts, Object path, int mode, Object dir_fd) {
        PathArgument p = PathArgument.of(ts, path, "mkfifo", "path");
        int directory = PathArgument.directory(ts, dir_fd);
        act(ts, os -> os.paths().mkfifo(p.text, mode, directory));
    }

    @Expose(signature = "(path, mode=384, device=0, *, dir_fd=None)", doc = "Make a file of any type.")
    static void mknod(ThreadState ts, Object path, int mode, Object device, Object dir_fd) {
        PathArgument p = PathArgument.of(ts, path, "mknod", "path");
        long number = SystemFunctions.device(ts, device);
        int directory = PathArgument.directory(ts, dir_fd);
        act(ts, os -> os.paths().mknod(p.text, mode, number, directory));
    }

    // --- changing ----------------------------------------------------------------------------------------------

    @Expose(signature = "(path, mode, *, dir_fd=None, follow_symlinks=True)", doc = "Change the permissions of a file.")
    static void chmod(ThreadState ts, Object path, int mode, Object dir_fd, boolean follow_symlinks) {
        PathArgument p = PathArgument.orFd(ts, path, "chmod", "path");
        int directory = PathArgument.directory(ts, dir_fd);
        ts.audit("os.chmod", p.object, (long) mode, shown(directory));
        try {
            act(
                    ts,
                    os -> {
                        if (p.isFd()) {
                            os.files().chmod(p.fd, mode);
                        } else {
                            os.paths().chmod(p.text, mode, directory, follow_symlinks);
                        }
                    },
                    p.nameOrNull(),
                    null);
        } catch (PythonException e) {
            if (!follow_symlinks
                    && ts.matches(e, "OSError")
                    && ts.equal(ts.getAttr(e.value(), "errno"), (long) Errno.ENOTSUP)) {
                throw ts.error(
                        "NotImplementedError",
                        directory != OsPaths.CWD
                                ? "chmod: cannot use dir_fd and follow_symlinks together"
                                : "chmod: follow_symlinks unavailable on this platform");
            }
            throw e;
        }
    }

    @Expose(signature = "(fd, mode)", doc = "Change the permissions of an open file.")
    static void fchmod(ThreadState ts, int fd, int mode) {
        ts.audit("os.chmod", (long) fd, (long) mode, -1L);
        act(ts, os -> os.files().chmod(fd, mode));
    }

    @Expose(
            signature = "(path, uid, gid, *, dir_fd=None, follow_symlinks=True)",
            doc = "Change owner and group of a file; -1 leaves one as it is.")
    static void chown(ThreadState ts, Object path, Object uid, Object gid, Object dir_fd, boolean follow_symlinks) {
        PathArgument p = PathArgument.orFd(ts, path, "chown", "path");
        int user = id(ts, uid, "uid");
        int group = id(ts, gid, "gid");
        int directory = PathArgument.directory(ts, dir_fd);
        checkFd(ts, "chown", p, directory, follow_symlinks);
        ts.audit("os.chown", p.object, Integer.toUnsignedLong(user), Integer.toUnsignedLong(group), shown(directory));
        act(
                ts,
                os -> {
                    if (p.isFd()) {
                        os.files().chown(p.fd, user, group);
                    } else {
                        os.paths().chown(p.text, user, group, directory, follow_symlinks);
                    }
                },
                p.nameOrNull(),
                null);
    }

    @Expose(signature = "(fd, uid, gid)", doc = "Change owner and group of an open file.")
    static void fchown(ThreadState ts, int fd, Object uid, Object gid) {
        int user = id(ts, uid, "uid");
        int group = id(ts, gid, "gid");
        ts.audit("os.chown", (long) fd, Integer.toUnsignedLong(user), Integer.toUnsignedLong(group), -1L);
        act(ts, os -> os.files().chown(fd, user, group));
    }

    @Expose(signature = "(path, uid, gid)", doc = "Change owner and group of a symbolic link itself.")
    static void lchown(ThreadState ts, Object path, Object uid, Object gid) {
        PathArgument p = PathArgument.of(ts, path, "lchown", "path");
        int user = id(ts, uid, "uid");
        int group = id(ts, gid, "gid");
        ts.audit("os.chown", p.object, Integer.toUnsignedLong(user), Integer.toUnsignedLong(group), -1L);
        act(ts, os -> os.paths().chown(p.text, user, group, OsPaths.CWD, false), p.object, null);
    }

    @Expose(signature = "(path, length)", doc = "Cut a file, or fill it with zeros, to a length.")
    static void truncate(ThreadState ts, Object path, long length) {
        PathArgument p = PathArgument.orFd(ts, path, "truncate", "path");
        ts.audit("os.truncate", p.object, length);
        act(
                ts,
                os -> {
                    if (p.isFd()) {
                        os.files().truncate(p.fd, length);
                    } else {
                        os.paths().truncate(p.text, length);
                    }
                },
                p.nameOrNull(),
                null);
    }

    @Expose(
            signature = "(path, times=None, *, ns=<unrepresentable>, dir_fd=None, follow_symlinks=True)",
            doc = "Set the times of access and modification.")
    static void utime(
            ThreadState ts, Object path, Object times, @Nullable Object ns, Object dir_fd, boolean follow_symlinks) {
        PathArgument p = PathArgument.orFd(ts, path, "utime", "path");
        int directory = PathArgument.directory(ts, dir_fd);
        if (!isNone(times) && ns != null) {
            throw ts.valueError("utime: you may specify either 'times' or 'ns' but not both");
        }
        ts.audit("os.utime", p.object, times, ns == null ? Singleton.NONE : ns, shown(directory));
        long[] access = {0, OsPaths.UTIME_NOW};
        long[] modification = access;
        if (!isNone(times)) {
            if (!ts.isTuple(times) || ts.fastSize(times) != 2) {
                throw ts.typeError("utime: 'times' must be either a tuple of two ints or None");
            }
            access = Moments.split(ts, ts.fastItem(times, 0), 1_000_000_000L, false);
            modification = Moments.split(ts, ts.fastItem(times, 1), 1_000_000_000L, false);
        } else if (ns != null) {
            if (!ts.isTuple(ns) || ts.fastSize(ns) != 2) {
                throw ts.typeError("utime: 'ns' must be a tuple of two ints");
            }
            access = nanos(ts, ts.fastItem(ns, 0));
            modification = nanos(ts, ts.fastItem(ns, 1));
        }
        checkFd(ts, "utime", p, directory, follow_symlinks);
        long[] a = access;
        long[] m = modification;
        act(ts, os -> {
            if (p.isFd()) {
                os.files().utime(p.fd, a[0], (int) a[1], m[0], (int) m[1]);
            } else {
                os.paths().utime(p.text, a[0], (int) a[1], m[0], (int) m[1], directory, follow_symlinks);
            }
        });
    }

    /** {@code split_py_long_to_s_and_ns}. */
    private static long[] nanos(ThreadState ts, Object value) {
        Object parts = ts.call(ts.getAttr(ts.importModule("builtins"), "divmod"), value, (Object) 1_000_000_000L);
        if (!ts.isTuple(parts) || ts.fastSize(parts) != 2) {
            throw ts.typeError(ts.typeOf(value).displayName() + ".__divmod__() must return a 2-tuple, not "
                    + ts.typeOf(parts).displayName());
        }
        BigInteger seconds = ts.asBigInteger(ts.fastItem(parts, 0));
        if (seconds.bitLength() > 63) {
            throw ts.error("OverflowError", "timestamp out of range for platform time_t");
        }
        return new long[] {
            seconds.longValue(),
            ts.asBigInteger(ts.fastItem(parts, 1)).mod(BILLION).longValue()
        };
    }

    // --- extended attributes -----------------------------------------------------------------------------------

    private static String place(PathArgument p) {
        return p.isFd() ? "/proc/self/fd/" + p.fd : p.text;
    }

    private static PathArgument attributes(ThreadState ts, String function, Object path, boolean follow) {
        PathArgument p = function.equals("listxattr")
                ? PathArgument.orNone(ts, path, function, "path")
                : PathArgument.orFd(ts, path, function, "path");
        checkFd(ts, function, p, OsPaths.CWD, follow);
        return p;
    }

    @Expose(signature = "(path, attribute, *, follow_symlinks=True)", doc = "Read an extended attribute.")
    static Object getxattr(ThreadState ts, Object path, Object attribute, boolean follow_symlinks) {
        PathArgument p = attributes(ts, "getxattr", path, follow_symlinks);
        PathArgument name = PathArgument.of(ts, attribute, "getxattr", "attribute");
        ts.audit("os.getxattr", p.object, name.object);
        return ts.newBytes(
                run(ts, os -> os.paths().getxattr(place(p), name.text, follow_symlinks), p.nameOrNull(), null));
    }

    @Expose(
            signature = "(path, attribute, value, flags=0, *, follow_symlinks=True)",
            doc = "Set an extended attribute.")
    static void setxattr(
            ThreadState ts, Object path, Object attribute, Object value, int flags, boolean follow_symlinks) {
        PathArgument p = attributes(ts, "setxattr", path, follow_symlinks);
        PathArgument name = PathArgument.of(ts, attribute, "setxattr", "attribute");
        byte[] bytes = Buffers.copy(ts, value);
        ts.audit("os.setxattr", p.object, name.object, ts.newBytes(bytes), (long) flags);
        act(ts, os -> os.paths().setxattr(place(p), name.text, bytes, flags, follow_symlinks), p.nameOrNull(), null);
    }

    @Expose(signature = "(path, attribute, *, follow_symlinks=True)", doc = "Remove an extended attribute.")
    static void removexattr(ThreadState ts, Object path, Object attribute, boolean follow_symlinks) {
        PathArgument p = attributes(ts, "removexattr", path, follow_symlinks);
        PathArgument name = PathArgument.of(ts, attribute, "removexattr", "attribute");
        ts.audit("os.removexattr", p.object, name.object);
        act(ts, os -> os.paths().removexattr(place(p), name.text, follow_symlinks), p.nameOrNull(), null);
    }

    @Expose(signature = "(path=None, *, follow_symlinks=True)", doc = "The names of the extended attributes.")
    static Object listxattr(ThreadState ts, Object path, boolean follow_symlinks) {
        PathArgument p = attributes(ts, "listxattr", path, follow_symlinks);
        ts.audit("os.listxattr", p.object);
        List<String> names = run(ts, os -> os.paths().listxattr(place(p), follow_symlinks), p.nameOrNull(), null);
        Object[] out = new Object[names.size()];
        for (int i = 0; i < out.length; i++) {
            out[i] = Str.of(names.get(i));
        }
        return ts.newList(out);
    }

    // --- opening, and paths as text ----------------------------------------------------------------------------

    @Expose(signature = "(path, flags, mode=511, *, dir_fd=None)", doc = "Open a file; return its descriptor.")
    static long open(ThreadState ts, Object path, int flags, int mode, Object dir_fd) {
        PathArgument p = PathArgument.of(ts, path, "open", "path");
        int directory = PathArgument.directory(ts, dir_fd);
        ts.audit("open", p.object, Singleton.NONE, (long) flags | OsFiles.O_CLOEXEC);
        return run(ts, os -> os.files().open(p.text, flags | OsFiles.O_CLOEXEC, mode, directory), p.object, null);
    }

    @Expose(signature = "(path)", doc = "The path that an object stands for.")
    static Object fspath(ThreadState ts, Object path) {
        return ts.fspath(path);
    }

    @Expose(signature = "(path)", doc = "Basic normalisation: no empty parts, no '.', and '..' resolved by name.")
    static Object _path_normpath(ThreadState ts, Object path) {
        Object plain = ts.fspath(path);
        if (ts.isStr(plain)) {
            return Str.of(normalise(Str.toJavaString(ts.strValue(plain))));
        }
        return ts.newBytes(FsEncoding.encode(normalise(PathArgument.decode(ts, plain))));
    }

    /** {@code _Py_normpath}. */
    private static String normalise(String path) {
        int slashes = 0;
        while (slashes < path.length() && path.charAt(slashes) == '/') {
            slashes++;
        }
        // exactly two slashes at the beginning are kept, POSIX gives them a meaning of their own
        String root = slashes == 0 ? "" : slashes == 2 ? "//" : "/";
        StringBuilder out = new StringBuilder(path.length());
        int named = 0;
        for (int i = slashes; i < path.length(); ) {
            int end = path.indexOf('/', i);
            if (end < 0) {
                end = path.length();
            }
            String part = path.substring(i, end);
            i = end + 1;
            if (part.isEmpty() || part.equals(".")) {
                continue;
            }
            if (!part.equals("..")) {
                out.append(out.isEmpty() ? "" : "/").append(part);
                named++;
            } else if (named > 0) {
                out.setLength(Math.max(0, out.lastIndexOf("/")));
                named--;
            } else if (root.isEmpty()) {
                out.append(out.isEmpty() ? "" : "/").append("..");
            }
        }
        out.insert(0, root);
        return path.equals(".") ? path : out.toString();
    }

    @Expose(signature = "(fd)", doc = "As stat() of an open file.")
    Object fstat(ThreadState ts, int fd) {
        return results().stat(ts, run(ts, os -> os.files().stat(fd)));
    }

    @Expose(signature = "(path)", doc = "Change the root directory; an isolated view can't.")
    static void chroot(ThreadState ts, Object path) {
        PathArgument p = PathArgument.of(ts, path, "chroot", "path");
        throw ts.osError(
                OsException.unsupported("chroot would change the root of the whole JVM and isn't supported"),
                p.object,
                null);
    }
}
