/** Measurements; never published. */
module dev.clutch.benchmarks {
    requires static org.jspecify;
    requires dev.clutch.interp;
}
