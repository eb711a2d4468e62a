"""Another plug-in, with a function of the host."""


def handle(request):
    log('shouting', word=request)
    return request.upper() + '!'
