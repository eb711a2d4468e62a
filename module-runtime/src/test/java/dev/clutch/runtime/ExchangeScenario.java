package dev.clutch.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clutch.runtime.exchange.Item;
import dev.clutch.runtime.exchange.Parcel;
import dev.clutch.runtime.schedule.Play;
import dev.clutch.runtime.schedule.Scenario;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What scenarios of queues and channels share: a runtime, threads that are inside of it, and what became of each parcel. */
abstract class ExchangeScenario implements Scenario {
    static final long FOR_EVER = Long.MAX_VALUE;

    /** A parcel that knows what became of it. */
    static final class Figure extends Parcel {
        final String name;
        int ends;

        Figure(String name) {
            this.name = name;
        }

        @Override
        public void dispose(Runtime in) {
            ends++;
        }
    }

    /** What a thread does inside of an interpreter. */
    interface Use {
        void run(RuntimeThreadState ts);
    }

    final List<Figure> sent = new ArrayList<>();
    final List<Figure> got = new ArrayList<>();

    @Override
    public void run(Play play) {
        try (SmallRuntime small = new SmallRuntime()) {
            exchange(play, small);
        }
    }

    abstract void exchange(Play play, SmallRuntime small);

    Figure figure(String name) {
        Figure figure = new Figure(name);
        sent.add(figure);
        return figure;
    }

    /** Notes that somebody has an item, and what was in it. */
    void received(@Nullable Item item) {
        if (item == null || !(item.parcel() instanceof Figure figure)) {
            throw new AssertionError("nothing came");
        }
        figure.ends++;
        got.add(figure);
    }

    /** Each in an interpreter of its own, so that locks don't order them. */
    static void inside(Play play, SmallRuntime small, String name, Use use) {
        RuntimeInterpreter own = small.runtime().newInterpreter();
        play.start(name, () -> {
            try (Attachment a = own.attach()) {
                use.run(a.threadState());
            }
        });
    }

    void eachCameOnce() {
        assertThat(sent)
                .allSatisfy(figure -> assertThat(figure.ends).as(figure.name).isEqualTo(1));
    }

    /** The names of what has come from a sender, in the order in which it came. */
    List<String> gotFrom(String sender) {
        List<String> names = new ArrayList<>();
        for (Figure figure : got) {
            if (figure.name.startsWith(sender)) {
                names.add(figure.name);
            }
        }
        return names;
    }
}
