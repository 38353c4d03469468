"""This file is our version: setup.cfg reads it here, so that nobody need ask what is installed, which takes long."""

VERSION = "0.1.0"
