# Positive control of the oracle's confinement: forks. It must be stopped.
import os

child = os.fork()
if child == 0:
    os._exit(0)
print("escaped: forked")
