package dev.clutch.extension.spi;

/** Conversion of arguments and results of exposed methods, with the messages of {@code _PyArg_BadArgument}. */
final class Arguments {
    private Arguments() {}

    static String str(ThreadState ts, Object value, String function, String parameter, String expected) {
        if (ts.isStr(value)) {
            return Str.toJavaString(ts.strValue(value));
        }
        String found = value == Singleton.NONE ? "None" : ts.typeOf(value).displayName();
        throw ts.typeError(function + "() " + parameter + " must be " + expected + ", not " + found);
    }
}
