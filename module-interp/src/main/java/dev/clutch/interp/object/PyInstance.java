package dev.clutch.interp.object;

import dev.clutch.extension.spi.PyObject;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * An instance of a class whose native base is {@code object}. The values of {@code __slots__} come first, then those of the attributes in the order of
 * its {@link Shape}; once somebody asks for the {@code __dict__}, or there are too many attributes, the storage is a dict and the values are only the slots.
 */
public class PyInstance extends PyObject {
    private static final int INLINE = 4;

    private @Nullable Object value0;
    private @Nullable Object value1;
    private @Nullable Object value2;
    private @Nullable Object value3;
    private @Nullable Object @Nullable [] more;

    /** Makes an instance without attributes. */
    @SuppressWarnings("this-escape") // only the superclass's field is set
    public PyInstance(TypeObject type) {
        super(type);
        setAttributes(this, type.rootShape);
    }

    final @Nullable Object storage() {
        return attributes(this);
    }

    final void setStorage(@Nullable Object storage) {
        setAttributes(this, storage);
    }

    final @Nullable Object value(int index) {
        switch (index) {
            case 0:
                return value0;
            case 1:
                return value1;
            case 2:
                return value2;
            case 3:
                return value3;
            default:
                @Nullable Object[] m = more;
                return m == null || index - INLINE >= m.length ? null : m[index - INLINE];
        }
    }

    final void setValue(int index, @Nullable Object value) {
        switch (index) {
            case 0:
                value0 = value;
                break;
            case 1:
                value1 = value;
                break;
            case 2:
                value2 = value;
                break;
            case 3:
                value3 = value;
                break;
            default:
                setMore(index - INLINE, value);
        }
    }

    private void setMore(int index, @Nullable Object value) {
        @Nullable Object[] m = more;
        if (m == null) {
            m = new Object[Math.max(4, index + 1)];
            more = m;
        } else if (index >= m.length) {
            m = Arrays.copyOf(m, Math.max(m.length * 2, index + 1));
            more = m;
        }
        m[index] = value;
    }
}
