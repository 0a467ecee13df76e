# Positive control of the oracle's confinement: sends a signal to the process that serves it. It must be stopped.
import os
import signal

os.kill(os.getppid(), signal.SIGTERM)
print("escaped: sent a signal")
