"""The recipe that rebuilds the layers from two Debian packages, bit for bit.

``python -m geodata.recipe --help`` says how. Needs the dependency group
``geodata``; the running program never imports this.
"""
