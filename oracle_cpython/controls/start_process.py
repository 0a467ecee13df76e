# Positive control of the oracle's confinement: starts a process. It must be stopped.
import os

status = os.system("true")
print("escaped: the process ended with", status)
