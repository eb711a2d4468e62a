import subprocess, _posixsubprocess

assert subprocess.run(['true']).returncode == 0
