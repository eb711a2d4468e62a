import errno

assert errno.errorcode[errno.ENOENT] == 'ENOENT'
