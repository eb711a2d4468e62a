/** What the author of an extension module sees. Depends on the JDK alone. */
module dev.clutch.extension.spi {
    requires static transitive org.jspecify;

    exports dev.clutch.extension.spi;
}
