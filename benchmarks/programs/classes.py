"""Classes: attributes, methods, properties, inheritance, super, class methods, isinstance."""


class Shape:
    count = 0

    def __init__(self, name):
        self.name = name
        Shape.count += 1

    def area(self):
        raise NotImplementedError

    def describe(self):
        return f"{self.name}:{self.area():.2f}"

    @classmethod
    def made(cls):
        return cls.count

    @staticmethod
    def clamp(x):
        return x if x < 50 else 50


class Rectangle(Shape):
    def __init__(self, w, h):
        super().__init__("rectangle")
        self.w = w
        self.h = h

    def area(self):
        return self.w * self.h

    @property
    def ratio(self):
        return self.w / self.h


class Square(Rectangle):
    def __init__(self, side):
        super().__init__(side, side)
        self.name = "square"


class Circle(Shape):
    def __init__(self, r):
        super().__init__("circle")
        self.r = r

    def area(self):
        return 3.14159 * self.r ** 2


class Account:
    def __init__(self):
        self.balance = 0
        self.log = []

    def deposit(self, amount):
        self.balance += amount
        self.log.append(("in", amount))

    def withdraw(self, amount):
        if amount > self.balance:
            return False
        self.balance -= amount
        self.log.append(("out", amount))
        return True


def work():
    Shape.count = 0
    total = 0.0
    length = 0
    for i in range(1, 5000):
        shapes = (Rectangle(i, i + 1), Square(i), Circle(Shape.clamp(i)))
        for s in shapes:
            total += s.area()
            if isinstance(s, Rectangle):
                total += s.ratio
        if i % 10 == 0:
            length += len(shapes[2].describe())
    account = Account()
    for i in range(15000):
        account.deposit(i % 17)
        account.withdraw(i % 13)
    return round(total, 3), length, Shape.made(), account.balance, len(account.log)
