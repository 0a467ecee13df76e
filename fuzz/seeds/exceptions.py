# try in all its forms, chained causes, loops with else, an uncaught end.
def fail(depth):
    if depth == 0:
        raise ValueError('bottom', depth)
    try:
        return fail(depth - 1)
    except (KeyError, ValueError) as error:
        if depth == 2:
            raise RuntimeError('middle') from error
        raise
    finally:
        print('finally', depth)


for i in range(3):
    try:
        if i == 1:
            continue
        fail(i)
    except ValueError as e:
        print(e.args)
    except RuntimeError as e:
        print(repr(e.__cause__), e.__context__ is e.__cause__)
    else:
        print('else')
    finally:
        print('after', i)
else:
    print('no break')
assert i == 2, 'message'
x = [1, 2, 3]
x[0], *y = x
del x[1:], y[0]
print(x, y, 1 < 2 < 3 != 4, not x or y and x)
{}['missing']
