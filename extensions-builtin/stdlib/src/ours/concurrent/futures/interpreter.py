"""A pool of interpreters, each with a thread and a lock of its own (InterpreterPoolExecutor)."""

import pickle
import queue
import threading
import weakref

import _interpreters
from concurrent import interpreters
from concurrent.futures import _base, thread


class BrokenInterpreterPool(thread.BrokenThreadPool):
    """The initializer has failed in a worker."""


def _attempt(fn, args, kwargs):
    """Runs in the worker: what comes back says whether the call has failed, and how."""
    try:
        return True, fn(*args, **kwargs), None
    except BaseException as e:
        try:
            portable = pickle.dumps(e)
            pickle.loads(portable)
        except Exception:
            portable = None
        return False, portable, _interpreters.capture_exception(e)


class _Worker:
    """An interpreter and what is done in it, for one thread."""

    def __init__(self):
        self.interpreter = interpreters.create()

    def call(self, fn, args, kwargs):
        done, value, excinfo = self.interpreter.call(_attempt, fn, args, kwargs)
        if done:
            return value
        failure = interpreters.ExecutionFailed(excinfo)
        if value is None:
            raise failure
        raise pickle.loads(value) from failure


_local = threading.local()


def _run(fn, args, kwargs):
    return _local.worker.call(fn, args, kwargs)


def _work(executor, tasks, initializer, initargs):
    worker = _local.worker = _Worker()
    try:
        if initializer is not None:
            try:
                worker.call(initializer, initargs, {})
            except BaseException:
                _base.LOGGER.critical('Exception in initializer:', exc_info=True)
                pool = executor()
                if pool is not None:
                    pool._initializer_failed()
                return
        thread._worker(executor, tasks, None, ())
    finally:
        del _local.worker
        worker.interpreter.close()


class InterpreterPoolExecutor(thread.ThreadPoolExecutor):
    """Runs calls in interpreters, one for each thread of a pool, so that they run at the same time.

    Functions, arguments and results cross between interpreters; an exception
    arrives as it was if it can be pickled, with ExecutionFailed as its cause,
    which shows the traceback.
    """

    def __init__(self, max_workers=None, thread_name_prefix='', initializer=None, initargs=()):
        """Make a pool; initializer(*initargs) is called in each interpreter first."""
        super().__init__(max_workers, thread_name_prefix, initializer, initargs)
        if not thread_name_prefix:
            self._thread_name_prefix = self._thread_name_prefix.replace('Thread', 'Interpreter', 1)

    def submit(self, fn, /, *args, **kwargs):
        if self._broken:
            raise BrokenInterpreterPool(self._broken)
        return super().submit(_run, fn, args, kwargs)

    submit.__doc__ = _base.Executor.submit.__doc__

    def _adjust_thread_count(self):
        if self._idle_semaphore.acquire(timeout=0) or len(self._threads) >= self._max_workers:
            return
        tasks = self._work_queue
        worker = threading.Thread(
            name=f'{self._thread_name_prefix}_{len(self._threads)}',
            target=_work,
            # when nobody holds the pool any more, its threads are woken to end
            args=(weakref.ref(self, lambda _: tasks.put(None)), tasks, self._initializer, self._initargs),
        )
        worker.start()
        self._threads.add(worker)
        thread._threads_queues[worker] = tasks

    def _initializer_failed(self):
        with self._shutdown_lock:
            self._broken = 'An interpreter initializer failed, the pool is not usable anymore'
            while True:
                try:
                    task = self._work_queue.get_nowait()
                except queue.Empty:
                    break
                if task is not None:
                    task.future.set_exception(BrokenInterpreterPool(self._broken))
