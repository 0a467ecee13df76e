# Positive control of the oracle's confinement: writes a file outside the working directory. It must be refused.
import os

path = os.path.join(os.sep, "var", "tmp", "garter-escaped")
with open(path, "w") as file:
    file.write("out\n")
print("escaped: wrote", path)
