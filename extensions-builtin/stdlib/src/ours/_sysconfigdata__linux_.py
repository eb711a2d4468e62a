"""What sysconfig says of how Clutch was built: there is no C compiler behind it."""

build_time_vars = {
    'AR': '',
    'CC': '',
    'CFLAGS': '',
    'CONFIG_ARGS': '',
    'EXT_SUFFIX': '',
    'LDFLAGS': '',
    'LIBDIR': '',
    'MULTIARCH': '',
    'PY_CFLAGS': '',
    'Py_DEBUG': 0,
    'Py_ENABLE_SHARED': 0,
    'Py_GIL_DISABLED': 0,
    'SHLIB_SUFFIX': '',
    'SIZEOF_VOID_P': 8,
    'SOABI': 'clutch-312',
    'WITH_DOC_STRINGS': 1,
}
