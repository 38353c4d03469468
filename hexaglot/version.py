"""This file is our own version, as it was installed."""

from importlib.metadata import version

VERSION = version("hexaglot")
