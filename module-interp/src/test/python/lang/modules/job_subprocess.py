# subprocess: output, input, errors, pipes between programs, environment, working folder, groups, Python children.
import os
import signal
import subprocess
import sys
import tempfile

r = subprocess.run(["/bin/echo", "hello", "you"], capture_output=True, text=True)
print(r)  # => CompletedProcess(args=['/bin/echo', 'hello', 'you'], returncode=0, stdout='hello you\n', stderr='')
print(subprocess.check_output("cat; echo $X >&2", shell=True, input=b"in", stderr=subprocess.STDOUT, env={"X": "1"}))  # => b'in1\n'
try:
    subprocess.run("exit 3", shell=True, check=True)
except subprocess.CalledProcessError as e:
    print(e, e.returncode, e.cmd)  # => Command 'exit 3' returned non-zero exit status 3. 3 exit 3
try:
    subprocess.run(["/bin/sleep", "20"], timeout=0.05)
except subprocess.TimeoutExpired as e:
    print(str(e).split(" 0.")[0], e.cmd)  # => Command '['/bin/sleep', '20']' timed out after ['/bin/sleep', '20']
try:
    subprocess.Popen(["/nonexistent"])
except FileNotFoundError as e:
    print(e)  # => [Errno 2] No such file or directory: '/nonexistent'
try:
    subprocess.Popen("/")
except PermissionError as e:
    print(e)  # => [Errno 13] Permission denied: '/'
try:
    subprocess.run(["/bin/true"], cwd="/nonexistent")
except FileNotFoundError as e:
    print(e)  # => [Errno 2] No such file or directory: '/nonexistent'

one = subprocess.Popen(["/bin/cat"], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
two = subprocess.Popen(["/usr/bin/tr", "a-z", "A-Z"], stdin=one.stdout, stdout=subprocess.PIPE, text=True)
one.stdout.close()
one.stdin.write(b"through two\n" * 3)
one.stdin.close()
print(two.communicate()[0].split("\n"), one.wait(), two.returncode, two.poll())  # => ['THROUGH TWO', 'THROUGH TWO', 'THROUGH TWO', ''] 0 0 0

p = subprocess.Popen(["/bin/sh", "-c", "trap 'exit 7' TERM; echo ready; while :; do sleep 0.01; done"], stdout=subprocess.PIPE)
print(p.stdout.readline(), p.poll())  # => b'ready\n' None
p.terminate()
print(p.wait(timeout=10))  # => 7
p.stdout.close()
p = subprocess.Popen(["/bin/sleep", "20"])
p.send_signal(signal.SIGKILL)
print(p.wait(), p, subprocess.list2cmdline(["a b", 'c"d']))  # => -9 <Popen: returncode: -9 args: ['/bin/sleep', '20']> "a b" c\"d
with tempfile.TemporaryDirectory() as folder:
    print(subprocess.check_output("pwd", cwd=folder, text=True).strip() == os.path.realpath(folder))  # => True
    with open(os.path.join(folder, "out"), "w+") as f:
        f.write("before\n")
        f.flush()
        subprocess.check_call(["/bin/echo", "after"], stdout=f)
        f.seek(0)
        print(f.read().split())  # => ['before', 'after']
reader, writer = os.pipe()
with subprocess.Popen(["/bin/sh", "-c", f"echo passed >/dev/fd/{writer}"], pass_fds=[writer]) as p:
    os.close(writer)
    print(os.read(reader, 100), p.wait())  # => b'passed\n' 0
os.close(reader)
p = subprocess.Popen(["/bin/sh", "-c", "ps -o pgid= -p $$ || echo $$"], stdout=subprocess.PIPE, start_new_session=True)
print(int(p.communicate()[0]) == p.pid)  # => True
print(subprocess.getstatusoutput("echo a; exit 2"), subprocess.getoutput("echo b"))  # => (2, 'a') b
print(subprocess.run(["/bin/cat"], input="é\r\nx", encoding="utf-8", stdout=-1).stdout.encode())  # => b'\xc3\xa9\nx'
big = subprocess.run(["/bin/cat"], input=b"x" * 1_000_000, stdout=subprocess.PIPE)
print(len(big.stdout), subprocess.run(["/bin/true"], stdin=subprocess.DEVNULL, process_group=0).returncode)  # => 1000000 0
program = "import sys; print(sys.argv[1:], sys.stdin.read(), end=''); sys.exit('bad')"
child = subprocess.run([sys.executable, "-c", program, "1", "a b"], input="data", capture_output=True, text=True)
print(child.returncode, child.stdout, repr(child.stderr))  # => 1 ['1', 'a b'] data 'bad\n'
