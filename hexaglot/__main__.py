"""This file is the way in for `python -m hexaglot`."""

from hexaglot.cli import main

main()
