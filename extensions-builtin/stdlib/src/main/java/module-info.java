// The Python files of the standard library, below Lib; open, because they are data for the interpreter to read.
open module dev.clutch.stdlib {}
