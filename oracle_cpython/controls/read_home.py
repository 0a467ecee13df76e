# Positive control of the oracle's confinement: reads the list of the machine's users. It must be refused.
with open("/etc/passwd") as file:
    print("escaped: read", len(file.read()), "characters")
