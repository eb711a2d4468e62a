"""A later version of the greeter."""


def handle(request):
    return f'welcome {request}'
