package plugins;

import dev.clutch.interp.embedding.PythonRuntime;
import dev.clutch.runtime.CloseReport;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** Loads, runs, replaces and unloads plug-ins, and shows that nothing is left of them. */
public final class Main {
    private Main() {}

    public static void main(String[] args) throws Exception {
        Path folder = Path.of(args.length > 0 ? args[0] : "plugins");
        try (PythonRuntime runtime = PythonRuntime.start()) {
            Plugins plugins = new Plugins(runtime);
            plugins.load("greeter", folder.resolve("greeter.py"));
            plugins.load("shouter", folder.resolve("shouter.py"));
            System.out.println(plugins.call("greeter", "Ann"));
            System.out.println(plugins.call("greeter", "Bob"));
            System.out.println(plugins.call("shouter", "hey"));

            CloseReport replaced = plugins.replace("greeter", folder.resolve("greeter-2.py"));
            System.out.println(plugins.call("greeter", "Cid"));
            CloseReport unloaded = plugins.unload("shouter");

            for (CloseReport report : List.of(replaced, unloaded)) {
                List<String> held = report.remains().held(Duration.ofSeconds(10));
                System.out.println(report + (held.isEmpty() ? ", nothing is left" : ", held: " + held));
            }
            System.out.println("open interpreters: " + runtime.interpreters());
        }
    }
}
