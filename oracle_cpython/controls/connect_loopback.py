# Positive control of the oracle's confinement: opens a connection to this machine. It must be stopped.
import socket

connection = socket.socket()
connection.settimeout(1)
connection.connect(("127.0.0.1", 9))
print("escaped: connected")
