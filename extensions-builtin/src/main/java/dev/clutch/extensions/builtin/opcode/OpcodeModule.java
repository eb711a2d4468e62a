package dev.clutch.extensions.builtin.opcode;

import dev.clutch.extension.spi.Expose;
import dev.clutch.extension.spi.ExtensionModule;
import dev.clutch.extension.spi.MultipleInterpreters;
import dev.clutch.extension.spi.Singleton;
import dev.clutch.extension.spi.ThreadState;

/** {@code _opcode}. */
@ExtensionModule(
        name = "_opcode",
        doc = "Facts about the instructions of CPython 3.12.",
        multipleInterpreters = MultipleInterpreters.PER_INTERPRETER_GIL_SUPPORTED)
public final class OpcodeModule {
    @Expose(
            signature = "(opcode, oparg=None, /, *, jump=None)",
            doc = "Return by how much an instruction makes the stack of values grow.")
    static long stack_effect(ThreadState ts, int opcode, Object oparg, Object jump) {
        int argument = 0;
        if (StackEffects.hasArgument(opcode)) {
            if (oparg == Singleton.NONE) {
                throw ts.valueError("stack_effect: opcode requires oparg but oparg was not specified");
            }
            argument = ts.asInt(oparg);
        } else if (oparg != Singleton.NONE) {
            throw ts.valueError("stack_effect: opcode does not permit oparg but oparg was specified");
        }
        if (jump != Singleton.NONE && !(jump instanceof Boolean)) {
            throw ts.valueError("stack_effect: jump must be False, True or None");
        }
        // with None it is the larger of the two effects, which is that of the jump
        int effect = StackEffects.of(opcode, argument, !Boolean.FALSE.equals(jump));
        if (effect == StackEffects.INVALID) {
            throw ts.valueError("invalid opcode or oparg");
        }
        return effect;
    }

    /** The statistics of a build of CPython made for that purpose; None, as other builds say. */
    @Expose(doc = "Return None: there are no specialised instructions.")
    static Object get_specialization_stats(ThreadState ts) {
        return Singleton.NONE;
    }
}
