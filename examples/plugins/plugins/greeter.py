"""A plug-in: the host calls handle() for each request."""

import itertools

_numbers = itertools.count(1)


def handle(request):
    return f'hello {request}, number {next(_numbers)}'
