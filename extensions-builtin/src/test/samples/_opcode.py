import _opcode, opcode

assert _opcode.stack_effect(opcode.opmap['POP_TOP']) == -1
