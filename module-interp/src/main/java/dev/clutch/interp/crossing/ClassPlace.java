package dev.clutch.interp.crossing;

import dev.clutch.interp.PyThreadState;
import dev.clutch.interp.object.TypeObject;
import dev.clutch.interp.op.Attr;
import dev.clutch.interp.op.Text;

/**
 * The place of a class, by which another interpreter finds its own.
 *
 * @param module the name of the module that it is found in
 * @param qualname its qualified name there
 */
public record ClassPlace(String module, String qualname) {
    /** The place of a class. */
    public static ClassPlace of(PyThreadState ts, TypeObject type) {
        return new ClassPlace(
                Text.java(Attr.get(ts, type, "__module__")), Text.java(Attr.get(ts, type, "__qualname__")));
    }

    /** The class of the calling interpreter, imported if need be. */
    public Object find(PyThreadState ts) {
        Object at = ts.importModule(module);
        for (String name : qualname.split("\\.", -1)) {
            at = Attr.get(ts, at, name.intern());
        }
        return at;
    }
}
