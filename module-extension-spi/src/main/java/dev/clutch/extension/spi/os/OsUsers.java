package dev.clutch.extension.spi.os;

import dev.clutch.extension.spi.Stability;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The user and group data bases. */
@Stability(since = "0.1", level = Stability.Level.EXPERIMENTAL)
public abstract class OsUsers {
    /** For the implementations. */
    protected OsUsers() {}

    /** A row of the user data base, {@code struct passwd}; ids are unsigned numbers. */
    public record User(String name, String password, int uid, int gid, String comment, String home, String shell) {}

    /** A row of the group data base, {@code struct group}. */
    public record Group(String name, String password, int gid, List<String> members) {}

    /** {@code pwd.getpwnam}; null when there is none. */
    public abstract @Nullable User user(String name);

    /** {@code pwd.getpwuid}; null when there is none. */
    public abstract @Nullable User user(int uid);

    /** {@code pwd.getpwall}: all, in the order of the data base. */
    public abstract List<User> users();

    /** {@code grp.getgrnam}; null when there is none. */
    public abstract @Nullable Group group(String name);

    /** {@code grp.getgrgid}; null when there is none. */
    public abstract @Nullable Group group(int gid);

    /** {@code grp.getgrall}: all, in the order of the data base. */
    public abstract List<Group> groups();

    /** Who logged in on the controlling terminal. */
    public String login() {
        throw NativeOnly.refuse("getlogin");
    }
}
