# unittest: a suite with fixtures, subtests, skips, mocks and async cases, run by the text runner; the report is read.
import asyncio
import io
import os
import re
import unittest
from unittest import mock

log = []


class Arithmetic(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        log.append("setUpClass")

    def setUp(self):
        self.addCleanup(log.append, "cleanup")
        self.value = 3

    def test_equal(self):
        self.assertEqual(self.value, 3)

    def test_fails(self):
        self.assertEqual({"a": [1, 2], "b": 2}, {"a": [1, 3], "b": 2})

    def test_error(self):
        raise KeyError("gone")

    def test_lines(self):
        self.assertMultiLineEqual("one\ntwo\n", "one\nthree\n")

    @unittest.skip("not today")
    def test_skipped(self):
        self.fail()

    @unittest.expectedFailure
    def test_expected(self):
        self.assertTrue(False)

    def test_sub(self):
        for i in range(4):
            with self.subTest(i=i):
                self.assertLess(i, 2)

    def test_raises(self):
        with self.assertRaisesRegex(ValueError, "invalid literal") as cm:
            int("x")
        self.assertIsInstance(cm.exception, ValueError)
        with self.assertWarns(DeprecationWarning):
            import warnings

            warnings.warn("old", DeprecationWarning)
        with self.assertLogs("app", "INFO") as logs:
            import logging

            logging.getLogger("app").info("hello %s", "you")
        self.assertEqual(logs.output, ["INFO:app:hello you"])
        self.assertAlmostEqual(0.1 + 0.2, 0.3)
        self.assertCountEqual([1, 2, 2], [2, 1, 2])


class Waiting(unittest.IsolatedAsyncioTestCase):
    async def asyncSetUp(self):
        self.queue = asyncio.Queue()

    async def test_queue(self):
        await self.queue.put(1)
        self.assertEqual(await self.queue.get(), 1)

    async def test_mock(self):
        f = mock.AsyncMock(return_value=5)
        self.assertEqual(await f(1), 5)
        f.assert_awaited_once_with(1)


suite = unittest.TestSuite(unittest.defaultTestLoader.loadTestsFromTestCase(c) for c in (Arithmetic, Waiting))
out = io.StringIO()
result = unittest.TextTestRunner(stream=out, verbosity=2).run(suite)
report = out.getvalue()
print(len(result.failures), len(result.errors), len(result.expectedFailures), result.wasSuccessful())  # => 4 1 1 False
print(log.count("setUpClass"), log.count("cleanup"))  # => 1 7
print([test.id() for test, _ in result.failures])  # => ['__main__.Arithmetic.test_fails', '__main__.Arithmetic.test_lines', '__main__.Arithmetic.test_sub (i=2)', '__main__.Arithmetic.test_sub (i=3)']
print([test.id() for test, _ in result.errors], [reason for _, reason in result.skipped])  # => ['__main__.Arithmetic.test_error'] ['not today']
print([line for line in report.splitlines() if " ... " in line][:3])  # => ['test_equal (__main__.Arithmetic.test_equal) ... ok', 'test_error (__main__.Arithmetic.test_error) ... ERROR', 'test_expected (__main__.Arithmetic.test_expected) ... expected failure']
print("AssertionError: {'a': [1, 2], 'b': 2} != {'a': [1, 3], 'b': 2}" in report)  # => True
print([line for line in report.splitlines() if line.startswith(("- ", "+ ", "? "))])  # => ["- {'a': [1, 2], 'b': 2}", '?           ^', "+ {'a': [1, 3], 'b': 2}", '?           ^', '- two', '+ three']
print(re.sub(r"\d+", "N", report.splitlines()[-3]), report.splitlines()[-1])  # => Ran N tests in N.Ns FAILED (failures=4, errors=1, skipped=1, expected failures=1)
print([line for line in report.splitlines() if line.startswith("FAIL:")])  # => ['FAIL: test_fails (__main__.Arithmetic.test_fails)', 'FAIL: test_lines (__main__.Arithmetic.test_lines)', 'FAIL: test_sub (__main__.Arithmetic.test_sub) (i=2)', 'FAIL: test_sub (__main__.Arithmetic.test_sub) (i=3)']

thing = mock.Mock(spec=["run"], name="thing")
thing.run.side_effect = [1, ValueError("no")]
print(thing.run(2, key=3), thing.run.call_args, thing.mock_calls)  # => 1 call(2, key=3) [call.run(2, key=3)]
try:
    thing.run()
except ValueError as e:
    print("side effect", e)  # => side effect no
try:
    thing.stop
except AttributeError as e:
    print(e)  # => Mock object has no attribute 'stop'
try:
    thing.run.assert_called_once_with(2)
except AssertionError as e:
    print(str(e).splitlines()[0])  # => Expected 'run' to be called once. Called 2 times.
with mock.patch("io.StringIO", autospec=True) as patched, mock.patch.dict("os.environ", {"JOB": "1"}):
    io.StringIO("x")
    seen = os.environ["JOB"], patched.mock_calls
print(seen)  # => ('1', [call('x')])
magic = mock.MagicMock()
magic.__len__.return_value = 7
magic["k"].x = 1
print(len(magic), magic["k"].x, bool(magic))  # => 7 1 True
print(mock.sentinel.a, mock.call(1).b(2), mock.ANY == object())  # => sentinel.a call().b(2) True
