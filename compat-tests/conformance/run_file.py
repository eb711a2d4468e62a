"""Runs one of CPython's test modules in the interpreter that executes this file, and reports each test as it ends.

    run_file.py FOLDER MODULE REPORT [SKIP_FILE]

FOLDER holds the package `test`. REPORT gets a line `start ID` before each test and `OUTCOME ID<tab>detail` after it, flushed, so that the driver knows what a killed
process was doing. SKIP_FILE lists ids that are not run.
"""
import os
import sys


def main():
    folder, module, report_path = sys.argv[1:4]
    skipped_ids = set()
    if len(sys.argv) > 4:
        with open(sys.argv[4], encoding="utf-8") as f:
            skipped_ids = set(f.read().split("\n"))
    sys.argv = [sys.argv[0]]
    sys.path.append(folder)
    os.environ["PYTHONHASHSEED"] = "0"
    report = open(report_path, "a", encoding="utf-8", errors="backslashreplace")

    def say(outcome, name, detail=""):
        report.write(f"{outcome} {name}\t{detail}\n")
        report.flush()

    import importlib.machinery
    import traceback
    import unittest

    def last_line(error):
        text = "".join(traceback.format_exception_only(error[0], error[1])).strip()
        return text.replace("\n", " | ")[:300]

    def name(test):
        # some tests have an attribute of that name
        return test.id() if callable(test.id) else unittest.TestCase.id(test)

    class Result(unittest.TestResult):
        def startTest(self, test):
            super().startTest(test)
            self.outcome = ("pass", "")
            say("start", name(test))

        def stopTest(self, test):
            super().stopTest(test)
            say(self.outcome[0], name(test), self.outcome[1])

        def addError(self, test, error):
            self.record(test, "error", error)

        def addFailure(self, test, error):
            self.record(test, "fail", error)

        def addSubTest(self, test, subtest, error):
            if error is not None:
                self.record(test, "fail", error)

        def record(self, test, outcome, error):
            if isinstance(test, unittest.suite._ErrorHolder):
                say("error", name(test), last_line(error))
            else:
                self.outcome = (outcome, last_line(error))

        def addSkip(self, test, reason):
            if isinstance(test, unittest.suite._ErrorHolder):
                say("skip", name(test), reason)
            else:
                self.outcome = ("skip", reason)

        def addExpectedFailure(self, test, error):
            pass

        def addUnexpectedSuccess(self, test):
            self.outcome = ("fail", "unexpected success")

    def keep(suite):
        kept = []
        for test in suite:
            if isinstance(test, unittest.TestSuite):
                kept.append(keep(test))
            elif name(test) not in skipped_ids:
                kept.append(test)
        return unittest.TestSuite(kept) if type(suite) is unittest.TestSuite else type(suite)(kept)

    try:
        from test import support

        # what asks for a lot of processor time is left out, except for the many interpreters at a time
        support.use_resources = {"cpu": None} if module == "test_interpreters" else {}
        support.verbose = 0
        support.cpython_only = lambda test: test  # what Clutch answers as CPython does shall count, so it isn't skipped
        impl_detail = support.impl_detail
        support.impl_detail = lambda msg=None, **guards: impl_detail(msg, **guards) if guards else support.cpython_only
        if not hasattr(importlib.machinery, "AppleFrameworkLoader"):
            # 3.13's test_import names it at its top, and uses it on iOS
            importlib.machinery.AppleFrameworkLoader = type("AppleFrameworkLoader", (importlib.machinery.ExtensionFileLoader,), {})
        tests = unittest.defaultTestLoader.loadTestsFromName("test." + module)
    except BaseException:
        say("broken", module, last_line(sys.exc_info()))
        report.close()
        os._exit(1)
    keep(tests).run(Result())
    say("end", module)
    report.close()
    sys.stdout.flush()
    os._exit(0)


main()
