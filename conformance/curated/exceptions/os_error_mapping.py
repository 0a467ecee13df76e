# ---
# id: exceptions/os_error_mapping
# desc: OSError with an error number becomes the subclass for it, with parts and text of its own.
# ref: exceptions#OSError
# features: [exception, raise, except, traceback]
# ---
for number in (0, 1, 2, 3, 4, 5, 10, 11, 13, 17, 20, 21, 28, 32, 103, 104, 110, 111, 999, -1):
    error = OSError(number, "message")
    print(number, type(error).__name__, repr(error), str(error), error.errno, error.strerror, error.filename)
for arguments in ((), ("one",), (2, "two", "file"), (2, "two", "file", None, "other"), (2, "a", "b", 0, "c", "d"), ("x", "y"), (2.5, "y"), (2,), (None, None)):
    error = OSError(*arguments)
    print(arguments, type(error).__name__, repr(error), str(error), error.args, error.errno, error.filename, error.filename2)
print(IOError is OSError, EnvironmentError is OSError, repr(PermissionError(2, "kept")), type(FileNotFoundError(13, "x")).__name__)
try:
    raise OSError(17, "exists", "name.txt")
except FileExistsError as error:
    print("caught", error)
try:
    OSError(1, 2, bad=3)
except TypeError as error:
    print(error)
raise OSError(2, "No such thing", "it's here", None, "there")
