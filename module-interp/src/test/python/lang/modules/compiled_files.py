# What another build has compiled is compiled again: a file with compiled code names the engine it fits.
import importlib.util
import marshal
import os
import sys
import tempfile

sys.dont_write_bytecode = False

with tempfile.TemporaryDirectory() as folder:
    sys.path.insert(0, folder)
    source = os.path.join(folder, "compiled_here.py")
    with open(source, "w") as f:
        f.write("answer = 42\n")
    import compiled_here

    print(compiled_here.answer)  # => 42
    cached = compiled_here.__cached__
    with open(cached, "rb") as f:
        data = f.read()
    print(data[:4] == importlib.util.MAGIC_NUMBER, data[2:4])  # => True b'\r\n'
    with open(cached, "wb") as f:
        f.write(bytes([data[0] ^ 1]) + data[1:16] + b"from another engine")
    del sys.modules["compiled_here"]
    import compiled_here

    print(compiled_here.answer)  # => 42
    with open(cached, "rb") as f:
        print(f.read() == data)  # => True

code = marshal.dumps(compile("1", "", "eval"))
print(eval(marshal.loads(code)))  # => 1
try:
    marshal.loads(code[:1] + bytes([code[1] ^ 1]) + code[2:])
except ValueError as e:
    print(e)  # => bad marshal data (code object of another version)
