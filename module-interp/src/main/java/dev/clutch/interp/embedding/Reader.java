package dev.clutch.interp.embedding;

import dev.clutch.interp.crossing.ContainerData;
import dev.clutch.interp.crossing.CrossData;
import dev.clutch.interp.crossing.HostReader;
import dev.clutch.interp.crossing.SharedObject;
import dev.clutch.runtime.Runtime;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Opens what Python code has put into a queue. */
record Reader(Runtime runtime) implements HostReader {
    @Override
    public @Nullable Object value(Object immutable) {
        return ToJava.immutable(immutable);
    }

    @Override
    public Object bytes(byte[] value) {
        return value.clone();
    }

    @Override
    public Object container(ContainerData.Kind kind, List<CrossData> items) {
        if (kind == ContainerData.Kind.DICT) {
            Map<@Nullable Object, @Nullable Object> map = new LinkedHashMap<>();
            for (int i = 0; i < items.size(); i += 2) {
                map.put(key(items.get(i)), items.get(i + 1).read(this));
            }
            return Collections.unmodifiableMap(map);
        }
        if (kind == ContainerData.Kind.SET) {
            Set<@Nullable Object> set = new LinkedHashSet<>();
            for (CrossData item : items) {
                set.add(key(item));
            }
            return Collections.unmodifiableSet(set);
        }
        List<@Nullable Object> list = new ArrayList<>();
        for (CrossData item : items) {
            list.add(item.read(this));
        }
        return Collections.unmodifiableList(list);
    }

    private @Nullable Object key(CrossData data) {
        Object key = data.read(this);
        return key instanceof byte[] b ? ByteBuffer.wrap(b).asReadOnlyBuffer() : key;
    }

    @Override
    public Object shared(SharedObject shared) {
        return ToJava.handle(shared);
    }

    /** The tie of the parcel ends with it; this end has one of its own. */
    @Override
    public Object queue(long id) {
        if (!runtime.exchange().queues().bind(id)) {
            throw new IllegalStateException("queue " + id + " is closed");
        }
        return PythonQueue.adopt(runtime, id);
    }

    @Override
    public Object channel(long id) {
        return PythonChannel.named(runtime, id);
    }

    @Override
    public RuntimeException refusal(String what) {
        return new NotShareableException(what + " can be got by an interpreter only");
    }
}
