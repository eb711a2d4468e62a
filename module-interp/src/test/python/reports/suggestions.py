# Names that may have been meant, and lines that repeat.
class Shape:
    colour = 1

    def area(self, width):
        return widht

    def paint(self):
        return colour

    def again(self, n):
        return self.again(n - 1) if n else self.Colour


def collect(function, *args):
    try:
        function(*args)
    except Exception as e:
        return e


def local():
    blech = 1
    return blach


raise ExceptionGroup(
    "names",
    [
        collect(Shape().area, 1),
        collect(Shape().paint),
        collect(Shape().again, 9),
        collect(local),
        collect(lambda: prnt),
        collect(lambda: Shap),
        collect(lambda: Shape.colur),
        collect(lambda: x),
        collect(lambda: "".upppercase),
    ],
)
