// The standard library: its sources below Lib, and the classes that the build compiled them to. Open, because both are for the interpreter to find.
open module dev.clutch.stdlib {
    requires dev.clutch.interp;
}
