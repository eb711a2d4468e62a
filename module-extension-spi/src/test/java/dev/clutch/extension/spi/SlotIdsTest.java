package dev.clutch.extension.spi;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SlotIdsTest {
    @Test
    void constantsAgreeWithTheEnum() throws ReflectiveOperationException {
        for (Slot slot : Slot.values()) {
            if (slot != Slot.NONE) {
                assertThat(SlotIds.class.getField(slot.name()).getInt(null))
                        .as(slot.name())
                        .isEqualTo(slot.id());
                assertThat(Slot.of(slot.id())).isSameAs(slot);
            }
        }
        assertThat(Slot.NONE.id()).isEqualTo(SlotIds.COUNT);
        assertThat(SlotIds.class.getFields()).hasSize(Slot.values().length);
    }
}
