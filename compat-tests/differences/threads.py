# Threads are threads of the JVM
#
# Several interpreters run in parallel, threads of one interpreter take turns as in CPython. The main thread of Python is not the first thread of the process.
import os
import threading

print(threading.main_thread().native_id == os.getpid())  # clutch: False  # cpython: True
started = []
thread = threading.Thread(target=lambda: started.append(threading.get_native_id()))
thread.start()
thread.join()
print(thread.native_id == started[0])  # clutch: True  # cpython: True
