# ---
# id: format/percent_on_str
# desc: The % operator on text: every conversion, flag, width and precision, tuples and mappings.
# ref: stdtypes#printf-style-string-formatting
# features: [percent_format, str, int, float]
# ---
print("%s %r %a %c %c %%" % ("it's", "it's", "\u00e9", "x", 97), "%d %i %u" % (5, -5, 2.9), "%x %X %o %#x %#o" % (255, 255, 8, 255, 8))
print("%5d|%-5d|%05d|%+d|% d|%.3d|%8.3d" % (42, 42, 42, 42, 42, 42, 42), "%-05d|%+ d|%#X" % (7, 7, 255))
print("%f %.2f %e %.1E %g %G %10.3f|%-10.1f|%+.0f" % (1.5, 2.675, 12345.678, 0.00012, 1e20, 1e-10, 3.14159, 2.5, 2.5))
print("%s" % 5, "%s" % (5,), "%s" % [1, 2], "%s %s" % (None, (1, 2)), "%5s|%-5s|%.2s|%5.1s|" % ("ab", "ab", "abc", "abc"))
print("%(a)s %(b)05.1f %(a)r" % {"a": "x", "b": 2.25, "c": 0}, "%(k)s" % {"k": (1,)}, "%(x(y))s" % {"x(y)": 1}, "no fields" % {}, "%%" % ())
print("%*d|%-*d|%.*f|%*.*f" % (5, 42, 5, 42, 2, 3.14159, 8, 1, 2.55), "%s" % b"bytes", "%r" % "q\n", "%c" % 0x20AC == "\u20ac")
print("%d" % True, "%x" % -255, "%#o" % 0, "%d" % 10**20, "%.0f" % 0.5, "%.0f" % 1.5, "%f" % float("nan"), "%+f" % float("inf"), "%05f" % float("-inf"))
print("%ld %hd %Li" % (1, 2, 3), "%#.0f %#g" % (3.0, 1.0), "%06.2f" % -1.5, "%-8s|%8s" % ("left", "right"))
for number in (0, 1, -1, 255, 10**18):
    print("%3d %-20d| %o %x %e %g" % (number, number, number, number, number, number))
