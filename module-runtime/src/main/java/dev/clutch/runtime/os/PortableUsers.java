package dev.clutch.runtime.os;

import dev.clutch.extension.spi.os.OsUsers;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** /etc/passwd and /etc/group; other name services need the C library. */
final class PortableUsers extends OsUsers {
    private static List<String[]> rows(String file, int fields) {
        List<String[]> rows = new ArrayList<>();
        try {
            for (String line : Files.readAllLines(Path.of(file), StandardCharsets.UTF_8)) {
                String[] row = line.split(":", -1);
                if (row.length == fields) {
                    rows.add(row);
                }
            }
        } catch (IOException e) {
            // No such file: no entries.
        }
        return rows;
    }

    @Override
    public List<User> users() {
        List<User> users = new ArrayList<>();
        for (String[] r : rows("/etc/passwd", 7)) {
            users.add(new User(
                    r[0], r[1], Integer.parseUnsignedInt(r[2]), Integer.parseUnsignedInt(r[3]), r[4], r[5], r[6]));
        }
        return users;
    }

    @Override
    public List<Group> groups() {
        List<Group> groups = new ArrayList<>();
        for (String[] r : rows("/etc/group", 4)) {
            List<String> members = r[3].isEmpty() ? List.of() : List.of(r[3].split(",", -1));
            groups.add(new Group(r[0], r[1], Integer.parseUnsignedInt(r[2]), members));
        }
        return groups;
    }

    @Override
    public @Nullable User user(String name) {
        for (User user : users()) {
            if (user.name().equals(name)) {
                return user;
            }
        }
        return null;
    }

    @Override
    public @Nullable User user(int uid) {
        for (User user : users()) {
            if (user.uid() == uid) {
                return user;
            }
        }
        return null;
    }

    @Override
    public @Nullable Group group(String name) {
        for (Group group : groups()) {
            if (group.name().equals(name)) {
                return group;
            }
        }
        return null;
    }

    @Override
    public @Nullable Group group(int gid) {
        for (Group group : groups()) {
            if (group.gid() == gid) {
                return group;
            }
        }
        return null;
    }
}
