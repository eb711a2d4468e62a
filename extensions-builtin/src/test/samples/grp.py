import grp

g = grp.getgrgid(0)
assert g.gr_gid == 0 and grp.getgrnam(g.gr_name).gr_gid == 0
del g
