package dev.clutch.interp.object.weak;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class NurseryTest {
    private static final int MANY = 3000;

    private final List<One> handedOn = new ArrayList<>();
    private final Nursery<One> nursery = new Nursery<>(handedOn::add);

    private static final class One implements Nursery.Member {
        private int place = -1;

        @Override
        public int place() {
            return place;
        }

        @Override
        public void setPlace(int place) {
            this.place = place;
        }
    }

    private One add() {
        One one = new One();
        nursery.add(one);
        return one;
    }

    @Test
    void membersLeaveInAnyOrder() {
        One a = add();
        One b = add();
        One c = add();
        nursery.remove(b);
        assertThat(nursery.members()).containsExactly(a, c);
        nursery.remove(c);
        assertThat(nursery.members()).containsExactly(a);
        One d = add();
        assertThat(d.place()).isEqualTo(1);
        nursery.remove(a);
        nursery.remove(d);
        assertThat(nursery.members()).isEmpty();
        assertThat(List.of(a.place(), b.place(), c.place(), d.place())).containsOnly(-1);
        assertThat(handedOn).isEmpty();
    }

    @Test
    void whatLivesThroughTwoCollectionsIsHandedOn() {
        One a = add();
        One b = add();
        nursery.age();
        One c = add();
        nursery.remove(a);
        assertThat(handedOn).isEmpty();
        nursery.age();
        assertThat(handedOn).containsExactly(b);
        assertThat(nursery.members()).containsExactly(c);
        nursery.age();
        assertThat(handedOn).containsExactly(b, c);
        assertThat(nursery.members()).isEmpty();
    }

    /** A member that comes after one has left is not taken for one that was there at the last collection. */
    @Test
    void theAgeGoesWithTheMember() {
        One a = add();
        nursery.age();
        nursery.remove(a);
        One b = add();
        nursery.age();
        assertThat(handedOn).isEmpty();
        assertThat(nursery.members()).containsExactly(b);
    }

    @Test
    void theOldestAreHandedOnWhenThereAreManyAndTheRestKeepsItsPlaces() {
        List<One> all = new ArrayList<>();
        for (int i = 0; i < MANY; i++) {
            all.add(add());
        }
        assertThat(handedOn).isNotEmpty().isEqualTo(all.subList(0, handedOn.size()));
        assertThat(nursery.members()).isEqualTo(all.subList(handedOn.size(), MANY));
        for (One one : nursery.members()) {
            nursery.remove(one);
        }
        assertThat(nursery.members()).isEmpty();
    }

    @Test
    void allAreHandedOnOnRequest() {
        One a = add();
        nursery.age();
        One b = add();
        nursery.handOn();
        assertThat(handedOn).containsExactly(a, b);
        assertThat(List.of(a.place(), b.place())).containsOnly(-1);
    }
}
