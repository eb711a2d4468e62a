import pwd

p = pwd.getpwuid(0)
assert p.pw_uid == 0 and pwd.getpwnam(p.pw_name).pw_uid == 0
del p
