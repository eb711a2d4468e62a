# Names of functions in messages
#
# A message about a wrong call names the function that checks the arguments, not the way that led there.
from outcome import outcome

print(outcome(lambda: int.mro(1)))  # clutch: TypeError: type.mro() takes no arguments (1 given)  # cpython: TypeError: int.mro() takes no arguments (1 given)
print(outcome(lambda: sorted([], other=1)))  # clutch: TypeError: 'other' is an invalid keyword argument for sorted()  # cpython: TypeError: 'other' is an invalid keyword argument for sort()
