package dev.clutch.interp.object;

import dev.clutch.extension.spi.ExtensionType;
import dev.clutch.extension.spi.PyObject;

/** A complex number. Answers to {@code PyComplexObject}. Shared by interpreters when of the exact type. */
@ExtensionType(name = "complex", subclassable = true)
public final class PyComplex extends PyObject {
    /** {@code complex}. */
    public static final TypeObject TYPE = TypeObject.builtin(new PyComplexDefinition(), TypeObject.OBJECT);

    /** The real part. */
    public final double re;
    /** The imaginary part. */
    public final double im;

    /** Makes a number. */
    public PyComplex(double re, double im) {
        this(TYPE, re, im);
    }

    /** Makes a number of a subclass. */
    public PyComplex(TypeObject type, double re, double im) {
        super(type);
        this.re = re;
        this.im = im;
    }
}
