package dev.clutch.interp.cli;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the arguments of the launcher say.
 *
 * @param command the program after {@code -c}, or null
 * @param file the script, or null for standard input
 * @param rest the arguments of the program
 * @param optimise 0 to 2, the number of {@code -O}
 * @param message what to print instead of running anything, or null
 * @param status the exit status that goes with the message
 */
record CommandLine(
        @Nullable String command,
        @Nullable String file,
        List<String> rest,
        int optimise,
        @Nullable String message,
        int status) {
    private static final String USAGE = "usage: clutch [-O | -OO] [-V] [-c command | file | -] [argument ...]";

    static CommandLine parse(String[] arguments) {
        int optimise = 0;
        int i = 0;
        for (; i < arguments.length; i++) {
            String a = arguments[i];
            if (a.equals("-") || !a.startsWith("-")) {
                break;
            }
            switch (a) {
                case "-O" -> optimise = 1;
                case "-OO" -> optimise = 2;
                case "-V", "--version" -> {
                    return says("Python 3.12.8 (Clutch)", 0);
                }
                case "-h", "--help" -> {
                    return says(USAGE, 0);
                }
                case "-c" -> {
                    if (i + 1 == arguments.length) {
                        return says("Argument expected for the -c option\n" + USAGE, 2);
                    }
                    return new CommandLine(arguments[i + 1] + "\n", null, rest(arguments, i + 2), optimise, null, 0);
                }
                default -> {
                    return says("unknown option " + a + "\n" + USAGE, 2);
                }
            }
        }
        if (i == arguments.length || arguments[i].equals("-")) {
            return new CommandLine(null, null, rest(arguments, i + 1), optimise, null, 0);
        }
        return new CommandLine(null, arguments[i], rest(arguments, i + 1), optimise, null, 0);
    }

    private static CommandLine says(String message, int status) {
        return new CommandLine(null, null, List.of(), 0, message, status);
    }

    private static List<String> rest(String[] arguments, int from) {
        return from >= arguments.length ? List.of() : List.of(arguments).subList(from, arguments.length);
    }
}
