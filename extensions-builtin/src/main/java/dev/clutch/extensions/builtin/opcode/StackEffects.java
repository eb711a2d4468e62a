package dev.clutch.extensions.builtin.opcode;

/** What CPython 3.12's instructions do to the stack of values. Programs that look at CPython's code ask for it; Clutch has no such instructions. */
final class StackEffects {
    /** The instruction does not exist. */
    static final int INVALID = Integer.MIN_VALUE;

    private static final int HAVE_ARGUMENT = 90;
    private static final int FIRST_PSEUDO = 256;
    private static final int FIRST_PSEUDO_WITH_ARGUMENT = 260;

    /** Instructions whose effect does not depend on the argument: after each effect, names and numbers. */
    private static final String FIXED = """
            effect -4
            STORE_SLICE 27
            effect -3
            STORE_SUBSCR 60
            effect -2
            END_FOR 4 BINARY_SLICE 26 END_ASYNC_FOR 54 DELETE_SUBSCR 61 STORE_ATTR 95 MAP_ADD 147 MATCH_CLASS 152
            INSTRUMENTED_END_FOR 251
            effect -1
            POP_TOP 1 INTERPRETER_EXIT 3 END_SEND 5 BINARY_SUBSCR 25 CLEANUP_THROW 55 RETURN_VALUE 83 POP_EXCEPT 89
            STORE_NAME 90 DELETE_ATTR 96 STORE_GLOBAL 97 COMPARE_OP 107 IMPORT_NAME 108 POP_JUMP_IF_FALSE 114
            POP_JUMP_IF_TRUE 115 IS_OP 117 CONTAINS_OP 118 RERAISE 119 BINARY_OP 122 STORE_FAST 125
            POP_JUMP_IF_NOT_NONE 128 POP_JUMP_IF_NONE 129 STORE_DEREF 138 LIST_APPEND 145 SET_ADD 146
            LIST_EXTEND 162 SET_UPDATE 163 DICT_MERGE 164 DICT_UPDATE 165 CALL_INTRINSIC_2 174
            INSTRUMENTED_RETURN_VALUE 242 INSTRUMENTED_END_SEND 252 LOAD_SUPER_METHOD 263 LOAD_ZERO_SUPER_METHOD 264
            LOAD_ZERO_SUPER_ATTR 265 STORE_FAST_MAYBE_NULL 266
            effect 0
            CACHE 0 NOP 9 UNARY_NEGATIVE 11 UNARY_NOT 12 UNARY_INVERT 15 RESERVED 17 CHECK_EXC_MATCH 36
            CHECK_EG_MATCH 37 GET_AITER 50 GET_ITER 68 GET_YIELD_FROM_ITER 69 RETURN_GENERATOR 75
            SETUP_ANNOTATIONS 85 DELETE_NAME 91 DELETE_GLOBAL 98 SWAP 99 JUMP_FORWARD 110 RETURN_CONST 121 SEND 123
            DELETE_FAST 126 GET_AWAITABLE 131 JUMP_BACKWARD_NO_INTERRUPT 134 MAKE_CELL 135 DELETE_DEREF 139
            JUMP_BACKWARD 140 EXTENDED_ARG 144 COPY_FREE_VARS 149 YIELD_VALUE 150 RESUME 151 KW_NAMES 172
            CALL_INTRINSIC_1 173 LOAD_FROM_DICT_OR_GLOBALS 175 LOAD_FROM_DICT_OR_DEREF 176
            INSTRUMENTED_POP_JUMP_IF_NONE 238 INSTRUMENTED_POP_JUMP_IF_NOT_NONE 239 INSTRUMENTED_RESUME 240
            INSTRUMENTED_CALL 241 INSTRUMENTED_YIELD_VALUE 243 INSTRUMENTED_CALL_FUNCTION_EX 244
            INSTRUMENTED_JUMP_FORWARD 245 INSTRUMENTED_JUMP_BACKWARD 246 INSTRUMENTED_RETURN_CONST 247
            INSTRUMENTED_FOR_ITER 248 INSTRUMENTED_POP_JUMP_IF_FALSE 249 INSTRUMENTED_POP_JUMP_IF_TRUE 250
            INSTRUMENTED_INSTRUCTION 253 POP_BLOCK 259 JUMP 260 JUMP_NO_INTERRUPT 261
            effect 1
            PUSH_NULL 2 GET_LEN 30 MATCH_MAPPING 31 MATCH_SEQUENCE 32 MATCH_KEYS 33 PUSH_EXC_INFO 35
            WITH_EXCEPT_START 49 GET_ANEXT 51 BEFORE_ASYNC_WITH 52 BEFORE_WITH 53 LOAD_BUILD_CLASS 71
            LOAD_ASSERTION_ERROR 74 LOAD_LOCALS 87 FOR_ITER 93 LOAD_CONST 100 LOAD_NAME 101 IMPORT_FROM 109 COPY 120
            LOAD_FAST 124 LOAD_FAST_CHECK 127 LOAD_CLOSURE 136 LOAD_DEREF 137 LOAD_FAST_AND_CLEAR 143
            LOAD_METHOD 262
            """;

    private StackEffects() {}

    static boolean hasArgument(int opcode) {
        return opcode < FIRST_PSEUDO ? opcode >= HAVE_ARGUMENT : opcode >= FIRST_PSEUDO_WITH_ARGUMENT;
    }

    /** The effect, or {@link #INVALID}. {@code isJump} says whether the instruction jumps; to the handler, for those that set one up. */
    static int of(int opcode, int argument, boolean isJump) {
        switch (opcode) {
            case 92: // UNPACK_SEQUENCE
                return argument - 1;
            case 94: // UNPACK_EX
                return (argument & 0xff) + (argument >> 8);
            case 102, 103, 104, 157: // BUILD_TUPLE, BUILD_LIST, BUILD_SET, BUILD_STRING
                return 1 - argument;
            case 105: // BUILD_MAP
                return 1 - 2 * argument;
            case 106: // LOAD_ATTR
                return argument & 1;
            case 116: // LOAD_GLOBAL
                return 1 + (argument & 1);
            case 130, 156: // RAISE_VARARGS, BUILD_CONST_KEY_MAP
                return -argument;
            case 132: // MAKE_FUNCTION: a flag for each of four optional parts
                return -Integer.bitCount(argument & 15);
            case 133: // BUILD_SLICE
                return argument == 3 ? -2 : -1;
            case 141, 237: // LOAD_SUPER_ATTR and its instrumented form
                return -2 + (argument & 1);
            case 142: // CALL_FUNCTION_EX
                return -2 - (argument & 1);
            case 155: // FORMAT_VALUE
                return (argument & 4) != 0 ? -1 : 0;
            case 171: // CALL
                return -1 - argument;
            case 256, 258: // SETUP_FINALLY, SETUP_WITH
                return isJump ? 1 : 0;
            case 257: // SETUP_CLEANUP
                return isJump ? 2 : 0;
            default:
                return fixed(opcode);
        }
    }

    private static int fixed(int opcode) {
        String number = Integer.toString(opcode);
        int effect = INVALID;
        String[] words = FIXED.strip().split("\\s+", -1);
        for (int i = 0; i < words.length; i += 2) {
            if (words[i].equals("effect")) {
                effect = Integer.parseInt(words[i + 1]);
            } else if (words[i + 1].equals(number)) {
                return effect;
            }
        }
        return INVALID;
    }
}
