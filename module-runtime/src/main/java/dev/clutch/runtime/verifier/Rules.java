package dev.clutch.runtime.verifier;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is known of classes whose code is not read: {@code rules.txt}, beside this class, has a line and a reason for each. The table is read for each verification that isn't answered from a cache.
 */
final class Rules {
    /** What a class is. */
    enum Kind {
        /** Its objects never change, those of subclasses neither. */
        VALUE,
        /** Its objects have a cache as their only state. */
        HANDLE,
        /** A base that adds no state to what its subclass declares. */
        BASE,
        /** A collection or reference: what it gives away is part of it. */
        HOLDER,
        /** Its objects change. */
        MUTABLE,
        /** Its objects are shared by interpreters: their fields count as static ones. */
        SHARED
    }

    /** What a line of the table says. */
    record Rule(Kind kind, String reason) {}

    /** A call that reaches what isn't read, or everybody. */
    record Outside(Fact fact, String reason) {}

    private final World world;
    private final Map<MethodRef, Optional<Outside>> outside = new HashMap<>();
    private final Map<String, Rule> types = new HashMap<>();
    /** By class and method: what the call does; the value is the reason. */
    private final Map<String, String> writers = new HashMap<>();

    private final Map<String, String> immutableResults = new HashMap<>();
    private final Map<String, String> sameState = new HashMap<>();
    private final Map<String, String> readers = new HashMap<>();
    private final Map<String, String> fillers = new HashMap<>();
    private final Map<String, String> runners = new HashMap<>();
    private final Map<String, String> globals = new HashMap<>();
    private final Map<String, String> opaque = new HashMap<>();
    private final Map<String, String> natives = new HashMap<>();

    /** Reads the table, and further lines of the same form. */
    Rules(World world, String further) {
        this.world = world;
        for (String line : (text() + further).lines().toList()) {
            if (!line.isBlank() && !line.startsWith("#")) {
                int reason = line.indexOf(" : ");
                if (reason < 0) {
                    throw new IllegalStateException("a rule without a reason: " + line);
                }
                add(line.substring(0, reason).split(" ", -1), line.substring(reason + 3));
            }
        }
    }

    static String text() {
        try (InputStream in = Rules.class.getResourceAsStream("rules.txt")) {
            if (in == null) {
                throw new IllegalStateException("rules.txt is not beside its class");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void add(String[] words, String reason) {
        String type = words[1].replace('.', '/');
        switch (words[0]) {
            case "value" -> types.put(type, new Rule(Kind.VALUE, reason));
            case "handle" -> types.put(type, new Rule(Kind.HANDLE, reason));
            case "base" -> types.put(type, new Rule(Kind.BASE, reason));
            case "holder" -> types.put(type, new Rule(Kind.HOLDER, reason));
            case "mutable" -> types.put(type, new Rule(Kind.MUTABLE, reason));
            case "shared" -> types.put(type, new Rule(Kind.SHARED, reason));
            case "writes" -> members(writers, type, words, reason);
            case "immutable-result" -> members(immutableResults, type, words, reason);
            case "same-state" -> members(sameState, type, words, reason);
            case "reads" -> members(readers, type, words, reason);
            case "fills" -> members(fillers, type, words, reason);
            case "runs" -> members(runners, type, words, reason);
            case "global" -> members(globals, type, words, reason);
            case "reflection" -> members(opaque, type, words, reason);
            case "native" -> members(natives, type, words, reason);
            default -> throw new IllegalStateException("no kind of rule: " + words[0]);
        }
    }

    private static void members(Map<String, String> table, String type, String[] words, String reason) {
        for (int i = 2; i < words.length; i++) {
            table.put(type + "." + words[i], reason);
        }
    }

    /** Returns the rule of a class or of the nearest supertype that has one, null without one. */
    @Nullable
    Rule type(String name) {
        Rule own = types.get(name);
        if (own != null) {
            return own;
        }
        for (String parent : world.supertypes(name)) {
            Rule rule = types.get(parent);
            if (rule != null && !parent.equals("java/lang/Object") && rule.kind() != Kind.BASE) {
                return rule;
            }
        }
        return null;
    }

    /** Returns the rule of exactly this class. */
    @Nullable
    Rule exactType(String name) {
        return types.get(name);
    }

    /** Tells whether objects of a class never change, by the table; a class whose code is read is looked at by itself, whatever it extends. */
    boolean isImmutable(String name) {
        Rule rule = world.isBoundary(name) ? type(name) : types.get(name);
        return rule != null && (rule.kind() == Kind.VALUE || rule.kind() == Kind.HANDLE);
    }

    boolean isHolder(String name) {
        for (String parent : world.supertypes(name)) {
            Rule rule = types.get(parent);
            if (rule != null && rule.kind() == Kind.HOLDER) {
                return true;
            }
        }
        return false;
    }

    /** Why a call changes its receiver, or its first argument when it is static; null when nothing is known of the kind. */
    @Nullable
    String writes(MethodRef target) {
        return member(writers, target);
    }

    /** Why the result of a call is as immutable as its arguments. */
    @Nullable
    String immutableResult(MethodRef target) {
        return member(immutableResults, target);
    }

    /** Whether the result of a call is, or shows, its receiver or first argument. */
    boolean isSameState(MethodRef target) {
        return member(sameState, target) != null;
    }

    /** Whether a call only reads the arrays and collections that it is given, and keeps none. */
    boolean reads(MethodRef target) {
        return member(readers, target) != null;
    }

    /** Whether a call writes arrays that it is given, and keeps none. */
    boolean fills(MethodRef target) {
        return member(fillers, target) != null;
    }

    /** Whether a call runs the functions that it is given before it returns, and keeps none. */
    boolean runs(MethodRef target) {
        return member(runners, target) != null;
    }

    /** Returns how a call reaches what isn't read, or everybody; null when it does neither. */
    @Nullable
    Outside outside(MethodRef target) {
        Optional<Outside> known = outside.get(target);
        if (known == null) {
            known = Optional.ofNullable(findOutside(target));
            outside.put(target, known);
        }
        return known.orElse(null);
    }

    private @Nullable Outside findOutside(MethodRef target) {
        String reason = member(globals, target);
        if (reason != null) {
            return new Outside(Fact.PROCESS_SETTING, reason);
        }
        reason = member(opaque, target);
        if (reason != null) {
            return new Outside(Fact.REFLECTION, reason);
        }
        reason = member(natives, target);
        return reason == null ? null : new Outside(Fact.NATIVE, reason);
    }

    private @Nullable String member(Map<String, String> table, MethodRef target) {
        String exact = table.get(target.owner() + "." + target.name());
        if (exact != null) {
            return exact;
        }
        String any = table.get(target.owner() + ".*");
        if (any != null) {
            return any;
        }
        if (!world.isBoundary(target.owner())) {
            return null;
        }
        for (String parent : world.supertypes(target.owner())) {
            String found = table.get(parent + "." + target.name());
            if (found == null) {
                found = table.get(parent + ".*");
            }
            if (found != null) {
                return found;
            }
        }
        return null;
    }
}
