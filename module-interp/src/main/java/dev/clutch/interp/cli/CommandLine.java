package dev.clutch.interp.cli;

import dev.clutch.interp.PythonOptions;
import java.util.ArrayList;
import java.io.File;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the arguments of the launcher say. Answers to {@code config_parse_cmdline}.
 *
 * @param command the program after {@code -c}, or null
 * @param module the module after {@code -m}, or null
 * @param file the script, or null for standard input
 * @param skipLine {@code -x}: the first line of the script is not Python
 * @param options what {@code sys} shows
 * @param message what to print instead of running anything, or null
 * @param status the exit status that goes with the message
 */
record CommandLine(
        @Nullable String command,
        @Nullable String module,
        @Nullable String file,
        boolean skipLine,
        PythonOptions options,
        @Nullable String message,
        int status) {
    private static final String USAGE =
            "usage: clutch [option] ... [-c cmd | -m mod | file | -] [arg] ...\nTry `clutch -h' for more information.";
    private static final String HELP = """
            usage: clutch [option] ... [-c cmd | -m mod | file | -] [arg] ...
            -b       warn when bytes are compared with str (-bb: raise)
            -B       write no .pyc files; also PYTHONDONTWRITEBYTECODE
            -c cmd   run a program given as text
            -E       ignore the variables PYTHON*
            -h       print this and exit; also --help
            -i       go on interactively after the program; also PYTHONINSPECT
            -I       isolated: as -E -P -s
            -m mod   run a module as a script
            -O       drop asserts and __debug__ code; -OO also docstrings; also PYTHONOPTIMIZE
            -P       keep the folder of the script off sys.path; also PYTHONSAFEPATH
            -q       print no greeting
            -s       leave the user's site folder out; also PYTHONNOUSERSITE
            -S       do not import site
            -u       standard streams keep nothing back; also PYTHONUNBUFFERED
            -v       tell of imports; also PYTHONVERBOSE
            -V       print the version and exit; also --version
            -W arg   a filter for warnings; also PYTHONWARNINGS
            -x       skip the first line of the script
            -X opt   an option of the implementation
            """;

    static CommandLine parse(String[] arguments, Map<String, String> environment) {
        return new Reader(arguments, environment).read();
    }

    /** Reads the arguments one after the other. */
    private static final class Reader {
        private final String[] arguments;
        private final Map<String, String> environment;
        private final PythonOptions.Builder options = new PythonOptions.Builder();
        private final List<String> warnings = new ArrayList<>();
        private @Nullable String command;
        private @Nullable String module;
        private @Nullable String message;
        private boolean skipLine;
        private int status;
        private int next;

        Reader(String[] arguments, Map<String, String> environment) {
            this.arguments = arguments;
            this.environment = environment;
        }

        CommandLine read() {
            while (next < arguments.length && command == null && module == null && message == null) {
                String a = arguments[next];
                if (a.equals("-") || !a.startsWith("-")) {
                    break;
                }
                next++;
                if (a.equals("--")) {
                    break;
                }
                if (a.startsWith("--")) {
                    longOption(a);
                } else {
                    letters(a);
                }
            }
            String file = null;
            if (command == null && module == null && next < arguments.length) {
                String first = arguments[next++];
                file = first.equals("-") ? null : first;
                program(first);
            } else {
                program(command != null ? "-c" : module != null ? "-m" : "");
            }
            variables();
            options.executable = System.getProperty("clutch.executable", "");
            return new CommandLine(command, module, file, skipLine, options.build(), message, status);
        }

        private void program(String name) {
            List<String> argv = new ArrayList<>();
            argv.add(name);
            argv.addAll(List.of(arguments).subList(Math.min(next, arguments.length), arguments.length));
            options.argv = argv;
            List<String> original = new ArrayList<>();
            original.add(System.getProperty("clutch.executable", "clutch"));
            original.addAll(List.of(arguments));
            options.origArgv = original;
        }

        private void longOption(String a) {
            if (a.equals("--version")) {
                message = "Python 3.12.8 (Clutch)";
            } else if (a.equals("--help")) {
                message = HELP;
            } else if (a.equals("--check-hash-based-pycs")) {
                next++;
            } else {
                fail("unknown option " + a + "\n" + USAGE);
            }
        }

        private void letters(String a) {
            for (int i = 1; i < a.length() && message == null; i++) {
                char c = a.charAt(i);
                if (c == 'c' || c == 'm' || c == 'W' || c == 'X') {
                    String value = i + 1 < a.length() ? a.substring(i + 1) : argument(c);
                    if (value != null) {
                        withValue(c, value);
                    }
                    return;
                }
                letter(c);
            }
        }

        private @Nullable String argument(char option) {
            if (next < arguments.length) {
                return arguments[next++];
            }
            fail("Argument expected for the -" + option + " option\n" + USAGE);
            return null;
        }

        private void withValue(char c, String value) {
            switch (c) {
                case 'c' -> command = value + "\n";
                case 'm' -> module = value;
                case 'W' -> warnings.add(value);
                default -> implementation(value);
            }
        }

        private void implementation(String value) {
            int equals = value.indexOf('=');
            String name = equals < 0 ? value : value.substring(0, equals);
            options.xOptions.put(name, equals < 0 ? Boolean.TRUE : (Object) value.substring(equals + 1));
            switch (name) {
                case "dev" -> options.devMode = true;
                case "utf8" -> options.utf8Mode = equals < 0 || value.endsWith("=1");
                case "warn_default_encoding" -> options.warnDefaultEncoding = true;
                case "int_max_str_digits" -> digits(equals < 0 ? "" : value.substring(equals + 1), "-X int_max_str_digits");
                default -> {}
            }
        }

        private void digits(String value, String from) {
            int n = number(value, -1);
            if (n != 0 && n < 640) {
                fail("Fatal Python error: config_init_int_max_str_digits: " + from
                        + ": invalid limit; must be >= 640 or 0 for unlimited.");
                status = 1;
                return;
            }
            options.maxStrDigits = n;
        }

        private void letter(char c) {
            switch (c) {
                case 'b' -> options.bytesWarning++;
                case 'B' -> options.dontWriteBytecode = true;
                case 'd' -> options.debug++;
                case 'E' -> options.ignoreEnvironment = true;
                case 'h', '?' -> message = HELP;
                case 'i' -> {
                    options.inspect++;
                    options.interactive++;
                }
                case 'I' -> {
                    options.isolated = true;
                    options.ignoreEnvironment = true;
                }
                case 'O' -> options.optimize++;
                case 'P' -> options.safePath = true;
                case 'q' -> options.quiet = true;
                case 's' -> options.noUserSite = true;
                case 'S' -> options.noSite = true;
                case 'u' -> options.unbuffered = true;
                case 'v' -> options.verbose++;
                case 'V' -> message = "Python 3.12.8 (Clutch)";
                case 'x' -> skipLine = true;
                case 'R', 't' -> {}
                default -> fail("Unknown option: -" + c + "\n" + USAGE);
            }
        }

        /** {@code config_read_env_vars}. */
        private void variables() {
            List<String> all = new ArrayList<>();
            if (options.devMode || isSet("PYTHONDEVMODE")) {
                options.devMode = true;
                all.add("default");
            }
            String listed = variable("PYTHONWARNINGS");
            if (listed != null) {
                for (String w : listed.split(",", -1)) {
                    if (!w.isEmpty()) {
                        all.add(w);
                    }
                }
            }
            all.addAll(warnings);
            if (options.bytesWarning > 0) {
                all.add(options.bytesWarning > 1 ? "error::BytesWarning" : "default::BytesWarning");
            }
            options.warnOptions = all;
            options.optimize = Math.max(options.optimize, level("PYTHONOPTIMIZE"));
            options.verbose = Math.max(options.verbose, level("PYTHONVERBOSE"));
            if (isSet("PYTHONINSPECT")) {
                options.inspect = Math.max(options.inspect, 1);
            }
            options.debug = Math.max(options.debug, level("PYTHONDEBUG"));
            options.dontWriteBytecode |= isSet("PYTHONDONTWRITEBYTECODE");
            options.noUserSite |= isSet("PYTHONNOUSERSITE");
            options.unbuffered |= isSet("PYTHONUNBUFFERED");
            options.safePath |= isSet("PYTHONSAFEPATH");
            options.utf8Mode |= "1".equals(variable("PYTHONUTF8"));
            options.warnDefaultEncoding |= isSet("PYTHONWARNDEFAULTENCODING");
            String path = variable("PYTHONPATH");
            if (path != null) {
                options.searchPath = List.of(path.split(File.pathSeparator, -1));
            }
            String limit = variable("PYTHONINTMAXSTRDIGITS");
            if (limit != null && !options.xOptions.containsKey("int_max_str_digits")) {
                digits(limit, "PYTHONINTMAXSTRDIGITS");
            }
        }

        private @Nullable String variable(String name) {
            String value = options.ignoreEnvironment ? null : environment.get(name);
            return value == null || value.isEmpty() ? null : value;
        }

        private boolean isSet(String name) {
            return variable(name) != null;
        }

        /** A number, or 1 for any other text. */
        private int level(String name) {
            String value = variable(name);
            return value == null ? 0 : Math.max(0, number(value, 1));
        }

        private static int number(String text, int otherwise) {
            try {
                return Integer.parseInt(text.strip());
            } catch (NumberFormatException e) {
                return otherwise;
            }
        }

        private void fail(String text) {
            message = text;
            status = 2;
        }
    }
}
