"""Lists of lists: matrix product, game of life, shortest paths, a spiral."""


def product(a, b):
    n = len(b)
    columns = len(b[0])
    return [[sum(row[k] * b[k][j] for k in range(n)) for j in range(columns)] for row in a]


def life(grid, steps):
    h, w = len(grid), len(grid[0])
    for _ in range(steps):
        new = [[0] * w for _ in range(h)]
        for y in range(h):
            for x in range(w):
                n = 0
                for dy in (-1, 0, 1):
                    row = grid[(y + dy) % h]
                    n += row[x - 1] + row[x] + row[(x + 1) % w]
                n -= grid[y][x]
                new[y][x] = 1 if n == 3 or (n == 2 and grid[y][x]) else 0
        grid = new
    return sum(map(sum, grid))


def paths(n):
    d = [[(i * 7 + j * 13) % 29 + 1 for j in range(n)] for i in range(n)]
    for k in range(n):
        dk = d[k]
        for i in range(n):
            di = d[i]
            dik = di[k]
            for j in range(n):
                if dik + dk[j] < di[j]:
                    di[j] = dik + dk[j]
    return sum(map(sum, d))


def work():
    a = [[(i * j) % 7 for j in range(28)] for i in range(28)]
    grid = [[1 if (x * y + x) % 3 == 0 else 0 for x in range(32)] for y in range(32)]
    return sum(map(sum, product(a, a))), life(grid, 6), paths(42)
