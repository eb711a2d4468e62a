package dev.clutch.extension.spi.os;

import dev.clutch.extension.spi.Stability;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The user and group data bases. */
@Stability(since = "0.1", level = Stability.Level.EXPERIMENTAL)
public abstract class OsUsers {
    protected OsUsers() {}

    public record User(String name, String password, int uid, int gid, String comment, String home, String shell) {}

    public record Group(String name, String password, int gid, List<String> members) {}

    public abstract @Nullable User user(String name);

    public abstract @Nullable User user(int uid);

    public abstract List<User> users();

    public abstract @Nullable Group group(String name);

    public abstract @Nullable Group group(int gid);

    public abstract List<Group> groups();

    /** Who logged in on the controlling terminal. */
    public String login() {
        throw NativeOnly.refuse("getlogin");
    }
}
