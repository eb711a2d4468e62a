package dev.clutch.interp.parser;

/** The Unicode names behind {@code \N{...}}. */
public interface CharacterNames {
    /** The code point of that name or alias, or -1. */
    int codePoint(String name);

    /** The JDK's names: without aliases, and without what only the JDK accepts. */
    final class Jdk implements CharacterNames {
        @Override
        public int codePoint(String name) {
            int c;
            try {
                c = Character.codePointOf(name);
            } catch (IllegalArgumentException unknown) {
                return -1;
            }
            String official = Character.getName(c);
            return official != null
                            && official.equalsIgnoreCase(name)
                            && Character.getType(c) != Character.UNASSIGNED
                            && Character.getType(c) != Character.CONTROL
                    ? c
                    : -1;
        }
    }
}
