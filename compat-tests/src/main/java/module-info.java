/** The kit an extension author tests with: does my module keep its state per interpreter? */
module dev.clutch.compat.tests {
    requires static org.jspecify;
    requires transitive dev.clutch.extension.spi;
    requires transitive dev.clutch.runtime;
}
