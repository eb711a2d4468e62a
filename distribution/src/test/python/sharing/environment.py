# environment and working directory
import os
import posix


def change():
    os.environ["CLUTCH_SHARING"] = "changed"
    os.putenv("CLUTCH_PUT", "changed")
    os.chdir("/")


def state():
    shell = os.popen("echo $CLUTCH_SHARING $CLUTCH_PUT; pwd").read()
    return os.environ.get("CLUTCH_SHARING"), os.getcwd(), os.path.abspath("x"), os.path.samefile(".", "/"), shell


SEPARATE = [os.environ, posix.environ]
