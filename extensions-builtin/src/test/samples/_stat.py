import _stat

assert _stat.S_ISDIR(0o040755) and not _stat.S_ISREG(0o040755)
assert _stat.filemode(0o100644) == '-rw-r--r--'
